"""Readers without scripts: questions, choices and answers are there, nothing is promised, nothing is sent."""

from learner import CHECK, PHONE, PRACTICE
from playwright.sync_api import expect


def test_without_scripts_a_practice_quiz_promises_no_reason_at_once(browser, served, course):
    promise = course.view("en").word("quiz.practice_reason")
    for scripts in (True, False):
        page = browser.new_page(java_script_enabled=scripts)
        page.goto(f"{served}/en/{PRACTICE}")
        expect(page.get_by_text(promise)).to_be_visible(visible=scripts)
        page.close()


def test_without_scripts_questions_and_answers_are_readable_and_nothing_is_sent(browser, served, course):
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/en/{PRACTICE}")
    for button in page.locator("main button").all():
        expect(button).to_be_hidden()
    page.locator(".ktc-key summary").click()
    for why in page.locator(".ktc-key .ktc-why").all():
        expect(why).to_be_visible()
    page.locator("form.ktc-quiz input").first.press("Enter")
    assert page.url == f"{served}/en/{PRACTICE}"
    page.goto(f"{served}/en/{CHECK}")
    expect(page.locator("main a[href$='questions/index.html']").first).to_be_visible()
    context.close()
