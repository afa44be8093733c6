"""Review: a question comes back after 1, 7 and 30 days, and then no more; one that was not right begins anew."""

import pytest
from learner import COURSE, REVIEW, Learner, put
from playwright.sync_api import expect

START = 1795262400  # 2026-11-21, noon in UTC
DAY = 86400
ID = "vis-stall-visitor"
PRACTICE = "practice/vision/index.html"


@pytest.fixture
def timed(learner):
    """A learner whose clock stands still until `at` moves it."""
    learner.page.clock.install(time=START)
    return learner


def at(learner: Learner, days: float) -> None:
    learner.page.clock.set_fixed_time(START + days * DAY)


def answer(learner: Learner, right: bool, id: str = ID) -> None:
    """As quiz.js tells it after a checked answer."""
    learner.open(PRACTICE)
    learner.page.evaluate("([id, right]) => ktc.answered(id, right)", [id, right])


def due(learner: Learner) -> int:
    """How many questions of the module are due now."""
    learner.open(REVIEW)
    expect(part(learner, "due")).to_be_visible()
    entry = learner.page.locator('[data-module="vision"]')
    return len(entry.locator("a").get_attribute("href").split("#review=")[1].split(",")) if entry.is_visible() else 0


def part(learner: Learner, name: str):
    return learner.page.locator(f'[data-review] [data-part="{name}"]')


def test_from_a_practice_answer_to_its_review_and_back(timed):
    page = timed.page
    timed.open(f"{PRACTICE}#q-{ID}")
    question = page.locator(f'form.ktc-quiz [data-question="{ID}"]')
    timed.answer(question, right=True)
    question.locator('[data-do="check"]').click()
    expect(question).to_have_attribute("data-result", "right")
    at(timed, 1)
    assert due(timed) == 1
    part(timed, "modules").locator("a:visible").click()
    expect(page.locator("form.ktc-quiz [data-question]:visible")).to_have_count(1)
    timed.answer(question, right=True)
    question.locator('[data-do="check"]').click()
    expect(question).to_have_attribute("data-result", "right")
    at(timed, 7.9)
    assert due(timed) == 0
    at(timed, 8)
    assert due(timed) == 1


def test_a_question_comes_after_1_7_and_30_days_and_then_no_more(timed):
    now = 0.0
    for wait in (1, 7, 30):
        answer(timed, right=True)
        at(timed, now + wait - 0.01)
        assert due(timed) == 0
        at(timed, now + wait)
        assert due(timed) == 1
        now += wait
    answer(timed, right=True)
    at(timed, now + 1000)
    assert due(timed) == 0
    expect(part(timed, "next")).to_be_hidden()


def test_an_answer_that_is_not_right_begins_anew(timed):
    answer(timed, right=True)
    at(timed, 1)
    answer(timed, right=True)
    at(timed, 8)
    answer(timed, right=False)
    at(timed, 9)
    assert due(timed) == 1
    answer(timed, right=True)
    at(timed, 16)
    assert due(timed) == 1


def test_a_right_answer_ahead_of_its_day_changes_nothing(timed):
    answer(timed, right=False)
    answer(timed, right=True)
    at(timed, 0.5)
    answer(timed, right=True)
    at(timed, 1)
    assert due(timed) == 1


def test_what_is_due_leads_to_exactly_those_questions(timed):
    answer(timed, right=True)
    answer(timed, right=False, id="vis-class-answers")
    at(timed, 2)
    timed.open(REVIEW)
    expect(part(timed, "due")).to_have_text(timed.word("review.due", n=2))
    link = part(timed, "modules").locator("a:visible")
    expect(link).to_have_count(1)
    assert link.get_attribute("href").endswith(f"/{PRACTICE}#review={ID},vis-class-answers")
    expect(part(timed, "modules")).to_contain_text(timed.word("study.questions", n=2))


def test_the_page_says_when_the_next_ones_come_and_where_to_begin(timed):
    timed.open(REVIEW)
    expect(part(timed, "due")).to_have_text(timed.word("review.none"))
    expect(part(timed, "begin")).to_be_visible()
    answer(timed, right=True)
    answer(timed, right=True, id="vis-class-answers")
    timed.open(REVIEW)
    expect(part(timed, "next")).to_have_text(timed.word("review.next", n=2, date="22 November 2026"))
    expect(part(timed, "begin")).to_be_hidden()


def test_home_and_the_course_say_what_is_due(timed):
    answer(timed, right=True)
    for path in ("index.html", COURSE):
        timed.open(path)
        expect(timed.page.locator("[data-due]")).to_be_hidden()
    at(timed, 1)
    for path in ("index.html", COURSE):
        timed.open(path)
        expect(timed.page.locator("[data-due]")).to_have_text(timed.word("review.due", n=1))
    timed.page.locator("[data-due] a").click()
    timed.page.wait_for_url(f"**/{REVIEW}")


def test_a_course_says_nothing_of_questions_of_another(timed):
    answer(timed, right=True, id="ke-six-values")
    at(timed, 1)
    timed.open(COURSE)
    expect(timed.page.locator("[data-due]")).to_be_hidden()
    timed.open(COURSE.replace("international", "kenya"))
    expect(timed.page.locator("[data-due]")).to_be_visible()


def test_a_question_that_the_site_no_longer_has_is_not_counted(timed):
    answer(timed, right=True, id="gone-for-good")
    at(timed, 1)
    timed.open(REVIEW)
    expect(part(timed, "due")).to_have_text(timed.word("review.none"))


def test_a_day_that_a_wrong_clock_has_set_makes_nobody_wait_for_years(timed):
    at(timed, 4000)
    answer(timed, right=True)
    at(timed, 3)
    assert due(timed) == 1


def test_damaged_entries_are_passed_over(timed):
    timed.open(REVIEW)
    put(timed.page, "reviews", {ID: {"stage": 0, "due": 5}, "a": None, "b": {"stage": 9, "due": 1}, "<b>": {}, "c": 7})
    assert due(timed) == 1
    answer(timed, right=True)
    kept = timed.page.evaluate("ktc.store.get('reviews')")
    assert list(kept) == [ID] and kept[ID]["stage"] == 1


def test_without_scripts_a_notice_says_where_to_practise(browser, served, course):
    context = browser.new_context(java_script_enabled=False)
    plain = Learner(context.new_page(), served, course, "en")
    plain.open(REVIEW)
    notice = plain.page.locator("[data-without]")
    expect(notice).to_be_visible()
    expect(notice.locator("a")).to_have_count(2)
    expect(part(plain, "due")).to_be_hidden()
    context.close()
