"""Trainers' sessions: the link they make, the code that is said aloud, and what the check does with both."""

import re

import pytest
from learner import CHECK, PHONE, Learner
from playwright.sync_api import expect


def test_a_session_is_shown_kept_and_left(learner):
    learner.open(CHECK + "#s=ROOM7")
    shown = learner.page.locator(".ktc-session")
    expect(shown).to_contain_text("ROOM7")
    learner.open(CHECK)
    expect(shown).to_contain_text("ROOM7")
    learner.page.locator('[data-do="leave"]').click()
    expect(shown).to_be_hidden()
    expect(learner.page.locator(".ktc-told")).to_have_text(learner.word("check.session_left"))
    learner.page.reload()
    expect(shown).to_be_hidden()


def test_a_session_code_that_cannot_be_used_is_said(learner):
    learner.open(CHECK + "#s=no%20room")
    expect(learner.page.locator(".ktc-session")).to_contain_text(learner.word("check.session_bad"))
    expect(learner.page.locator('[data-do="leave"]')).to_be_hidden()


def test_going_without_the_code_is_offered_below_start(learner):
    learner.open(CHECK + "#s=ROOM7")
    start, line = learner.page.locator('[data-do="start"]'), learner.page.locator(".ktc-session")
    expect(line).to_contain_text(learner.word("check.session", session="ROOM7"))
    assert line.bounding_box()["y"] > start.bounding_box()["y"]
    order = "([a, b]) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING"
    assert learner.page.evaluate(order, [start.element_handle(), line.element_handle()])


@pytest.mark.parametrize("origin", ["http", "file"])
def test_a_code_that_was_said_aloud_is_typed_on_the_page_of_the_check(browser, served, site, course, origin):
    page = browser.new_page(viewport=PHONE, service_workers="block")
    learner = Learner(page, served if origin == "http" else site.as_uri(), course, "en")
    learner.open(CHECK + "#s=no%20room")
    form, line = page.locator(".ktc-join"), page.locator(".ktc-session")
    expect(form.locator("input")).to_be_hidden()
    form.locator("summary").click()
    form.locator("input").fill("room 7")
    form.locator("input").press("Enter")
    expect(form.locator(".ktc-error")).to_have_text(learner.word("session.error"))
    expect(form.locator("input")).to_be_focused()
    form.locator("input").fill(" room٧ ")
    form.locator("button").click()
    expect(line).to_have_text(re.compile("^" + re.escape(learner.word("check.session", session="ROOM7"))))
    expect(line).to_be_focused()
    expect(form).to_be_hidden()
    page.reload()
    expect(line).to_contain_text("ROOM7")
    learner.start()
    learner.take()
    assert learner.certify("").split(".")[4] == "ROOM7"
    assert learner.faults == []
    page.close()


def test_a_trainer_makes_a_link_that_the_check_understands(learner):
    learner.open("trainers/index.html")
    form = learner.page.locator(".ktc-session-form").first
    form.locator('button[type="submit"]').click()
    expect(form.locator(".ktc-error")).to_have_text(learner.word("session.error"))
    expect(form.locator("[name=code]")).to_be_focused()
    form.locator("[name=code]").fill("room 7")
    form.locator("[name=code]").press("Enter")
    expect(form.locator(".ktc-error")).to_be_visible()
    form.locator("[name=code]").fill("room7")
    form.locator("[name=code]").press("Enter")
    link = form.locator("[readonly]").input_value()
    assert link.endswith("/en/check/international-members/index.html#s=ROOM7")
    learner.page.goto(link)
    expect(learner.page.locator(".ktc-session")).to_contain_text("ROOM7")


def test_each_course_has_a_form_of_its_own(learner):
    learner.open("trainers/index.html")
    form = learner.page.locator(".ktc-session-form").nth(1)
    form.get_by_label(learner.word("session.label")).fill("room7")
    form.locator('button[type="submit"]').click()
    link = form.get_by_label(learner.word("session.link"))
    expect(link).to_have_value(f"{learner.base}/en/check/kenya-members/index.html#s=ROOM7")
    expect(learner.page.locator("[readonly]:visible")).to_have_count(1)


def test_from_a_file_the_trainer_gets_no_link_that_names_the_owner_of_the_folder(browser, site, course):
    page = browser.new_page(viewport=PHONE, service_workers="block")
    learner = Learner(page, site.as_uri(), course, "en")
    learner.open("trainers/index.html")
    form = page.locator(".ktc-session-form").first
    form.locator("[name=code]").fill("room7")
    form.locator('button[type="submit"]').click()
    told = form.locator('[role="status"]')
    expect(told).to_have_text(learner.word("session.local_only", session="ROOM7"))
    assert learner.word("check.code_have") in told.inner_text(), "it names the field as the page of the check does"
    expect(form.locator("[readonly]")).to_be_hidden()
    shown = form.evaluate("form => form.innerText + Array.from(form.elements, (one) => one.value).join()")
    assert "file:" not in shown and site.parent.name not in shown
    form.locator("[name=code]").fill("-")
    form.locator('button[type="submit"]').click()
    expect(told).to_be_empty()
    page.close()


@pytest.mark.parametrize("language", ["fr", "es", "ar", "sw"])
def test_what_trainers_say_names_the_field_as_it_is_called(course, language):
    word = course.view(language).word
    assert word("check.code_have") in word("session.local_only", session="A")
