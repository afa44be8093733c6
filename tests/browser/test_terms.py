"""Glossary terms: a press or a key opens the explanation below the paragraph and closes it again; focus stays."""

import pytest
from learner import Learner
from playwright.sync_api import expect

PAGE = "learn/governance/who-decided-then/index.html"  # two terms in one paragraph
OPEN = ".ktc-definition:not(:empty)"


@pytest.fixture
def page(learner):
    learner.open(PAGE)
    return learner.page


def test_a_press_opens_the_explanation_in_place_and_a_second_one_closes_it(page, course):
    link = page.locator('[data-term="international-board"]').first
    expect(link).to_have_attribute("aria-expanded", "false")
    link.click()
    expect(page.locator(OPEN)).to_contain_text(course.glossary.root["international-board"].definition)
    expect(link).to_have_attribute("aria-expanded", "true")
    assert page.url.endswith(PAGE)
    paragraph, below = page.locator(f"p:has({'[data-term=international-board]'})").first, page.locator(OPEN)
    assert 0 <= below.bounding_box()["y"] - _bottom(paragraph) < 40
    link.click()
    expect(page.locator(OPEN)).to_have_count(0)


def _bottom(element) -> float:
    box = element.bounding_box()
    return box["y"] + box["height"]


def test_another_term_takes_its_place(page):
    for term in ("international-executive-committee", "international-board"):
        page.locator(f'[data-term="{term}"]').first.click()
        expect(page.locator(OPEN)).to_have_count(1)
    expect(page.locator('[aria-expanded="true"][data-term]')).to_have_attribute("data-term", "international-board")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_keys_open_it_and_escape_closes_it_with_the_focus_kept(page, key):
    link = page.locator(".ktc-term").last
    link.focus()
    page.keyboard.press(key)
    expect(page.locator(OPEN)).to_be_visible()
    expect(link).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(f"{OPEN} a")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(OPEN)).to_have_count(0)
    expect(link).to_be_focused()


def test_the_explanation_leads_to_the_glossary(page):
    page.locator('[data-term="international-board"]').first.click()
    page.locator(f"{OPEN} a").click()
    page.wait_for_url("**/glossary/index.html#term-international-board")


def test_nothing_opens_by_passing_over(page):
    page.locator(".ktc-term").last.hover()
    expect(page.locator(OPEN)).to_have_count(0)


def test_paper_shows_no_explanation(page):
    page.locator(".ktc-term").last.click()
    page.emulate_media(media="print")
    expect(page.locator(OPEN)).to_be_hidden()


def test_without_scripts_a_term_is_a_link_to_its_explanation(browser, served, course):
    context = browser.new_context(java_script_enabled=False)
    learner = Learner(context.new_page(), served, course, "en")
    learner.open(PAGE)
    link = learner.page.locator('[data-term="international-board"]').first
    assert link.get_attribute("role") is None
    link.click()
    learner.page.wait_for_url("**/glossary/index.html#term-international-board")
    context.close()
