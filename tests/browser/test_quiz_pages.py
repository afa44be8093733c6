"""Quizzes on the built site when things go wrong: refused storage, damaged or outdated answers, two tabs, no bank."""

import json

import pytest
from learner import CHECK, PHONE, PRACTICE, Learner
from playwright.sync_api import expect

QUIZ, FINAL = "quiz/intl-members-practice", "quiz/intl-members-final"
REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"


@pytest.fixture
def phone(browser):
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


@pytest.fixture
def learner(phone, served, course):
    someone = Learner(phone, served, course, "en")
    yield someone
    assert [fault for fault in someone.faults if "ERR_FAILED" not in fault] == []


def put(page, key: str, value: object) -> None:
    """What an older visit may have left behind."""
    page.evaluate("([key, value]) => ktc.store.set(key, value)", [key, value])


def first(page, within: str = "form.ktc-quiz"):
    return page.locator(f"{within} [data-question]").first


# -- practice


def test_practice_says_right_or_not_yet_with_icon_word_and_reason(learner):
    learner.open(PRACTICE)
    question = first(learner.page)
    feedback = question.locator(".ktc-feedback")
    expect(feedback).to_be_empty()
    expect(feedback).to_have_attribute("role", "status")
    learner.answer(question, right=False)
    question.locator("button").click()
    expect(feedback.locator("svg").first).to_be_visible()
    expect(feedback.locator(".ktc-why")).to_be_visible()
    expect(feedback.locator("a[href*='codes/']")).to_be_visible()
    expect(question.locator("button")).to_have_text(learner.word("quiz.try_again"))
    expect(question.locator("button")).to_be_focused()


def test_checking_an_empty_answer_says_so_and_goes_to_the_choices(learner):
    learner.open(PRACTICE)
    question = first(learner.page)
    question.locator("button").click()
    expect(question.locator(".ktc-error")).to_have_text(learner.word("quiz.error_one"))
    expect(question.locator("input").first).to_be_focused()
    learner.answer(question, right=True)
    expect(question.locator(".ktc-error")).to_be_hidden()


def test_practice_survives_a_reload_in_order_and_answer(learner):
    learner.open(PRACTICE)
    question = first(learner.page)
    learner.answer(question, right=True)
    question.locator("button").click()
    before = question.locator("label").all_inner_texts()
    learner.page.reload()
    assert question.locator("label").all_inner_texts() == before
    expect(question).to_have_attribute("data-result", "right")
    expect(question.locator(".ktc-feedback")).to_have_attribute("aria-live", "off")
    expect(learner.page.locator(".ktc-progress span")).to_contain_text("1")


def test_choices_are_not_always_shown_in_the_same_order(learner):
    orders = set()
    for _ in range(8):
        learner.open(PRACTICE)
        orders.add(tuple(learner.page.locator("form.ktc-quiz label").all_inner_texts()))
        learner.page.evaluate("localStorage.clear()")
    assert len(orders) > 1


@pytest.mark.parametrize(
    "state",
    [
        7,
        [],
        "text",
        {"order": None, "answers": 3},
        {"order": {"gone": "ab"}, "answers": {"gone": "a"}, "checked": {"gone": True}},
        {
            "order": {"im-school-visit": "aab"},
            "answers": {"im-school-visit": "z"},
            "checked": {"im-school-visit": True},
        },
        {"order": {"im-school-visit": 5}, "answers": {"im-school-visit": ["a"]}, "checked": []},
    ],
)
def test_practice_works_over_whatever_an_older_visit_left(learner, state):
    learner.open(PRACTICE)
    put(learner.page, QUIZ, state)
    learner.page.reload()
    learner.practise(right=True)
    expect(learner.page.locator(".ktc-result")).to_contain_text(learner.word("quiz.all_right"))


def test_start_over_forgets_the_answers(learner):
    learner.open(PRACTICE)
    learner.practise(right=True)
    learner.page.once("dialog", lambda dialog: dialog.accept())
    learner.page.locator('[data-do="over"]').click()
    assert learner.page.locator("form.ktc-quiz input:checked").count() == 0
    expect(learner.page.locator("form.ktc-quiz .ktc-result")).to_be_hidden()


# -- final check


def test_refused_storage_is_said_and_the_check_still_works(learner):
    learner.page.add_init_script(REFUSED)
    learner.open(CHECK)
    learner.start()
    expect(learner.page.locator(".ktc-kept")).to_have_text(learner.word("quiz.not_saved"))
    learner.take(right=True)
    expect(learner.page.locator(".ktc-pass")).to_be_visible()


def test_a_new_edition_is_said_and_starts_anew(learner):
    learner.open(CHECK)
    learner.start()
    state = learner.page.evaluate("key => ktc.store.get(key)", FINAL)
    put(learner.page, FINAL, {**state, "edition": "A" * 22})
    learner.page.reload()
    expect(learner.page.locator(".ktc-told")).to_have_text(learner.word("check.outdated"))
    learner.start()
    learner.take(right=True)
    expect(learner.page.locator(".ktc-pass")).to_be_visible()


@pytest.mark.parametrize(
    "change",
    [
        {"draw": [999]},
        {"draw": None},
        {"draw": [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]},
        {"answers": None},
        {"answers": {"im-radio-comment": 4}},
        {"order": 3},
        {"finished": 1, "answers": {}},
    ],
    ids=json.dumps,
)
def test_a_damaged_state_never_stops_the_check(learner, change):
    learner.open(CHECK)
    learner.start()
    state = learner.page.evaluate("key => ktc.store.get(key)", FINAL)
    put(learner.page, FINAL, {**state, **change})
    learner.page.reload()
    expect(learner.page.locator('[data-do="start"], .ktc-sheet [data-question]').first).to_be_visible()
    if learner.page.locator('[data-do="start"]').is_visible():
        learner.start()
    learner.take(right=True)
    expect(learner.page.locator(".ktc-pass")).to_be_visible()


def test_the_result_survives_a_reload(learner):
    learner.open(CHECK)
    learner.start()
    learner.take(right=True)
    score = learner.page.locator(".ktc-score").inner_text()
    learner.page.reload()
    expect(learner.page.locator(".ktc-pass")).to_be_visible()
    assert learner.page.locator(".ktc-score").inner_text() == score


def test_a_second_tab_shows_what_the_first_one_wrote(learner, served, course):
    learner.open(CHECK)
    learner.start()
    other = Learner(learner.page.context.new_page(), served, course, "en")
    other.open(CHECK)
    expect(other.page.locator(".ktc-sheet")).to_be_visible()
    assert other.drawn() == learner.drawn()
    learner.take(right=True)
    expect(other.page.locator(".ktc-result")).to_be_visible()
    assert other.faults == []


def test_a_missing_bank_is_said_and_can_be_tried_again(learner):
    learner.page.route("**/bank.js", lambda route: route.abort())
    learner.open(CHECK)
    learner.page.locator('[data-do="start"]').click()
    expect(learner.page.locator(".ktc-told")).to_have_text(learner.word("check.load_failed"))
    learner.page.unroute("**/bank.js")
    learner.start()
    expect(learner.page.locator(".ktc-told")).to_be_empty()


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


def test_a_name_is_checked_while_it_is_typed(learner):
    learner.open(CHECK)
    learner.start()
    learner.take(right=True)
    error = learner.page.locator("#ktc-name-error")
    learner.page.locator("#ktc-name").fill("Ana ☕")
    expect(error).to_have_text(learner.word("name.alphabet", character="☕"))
    learner.page.locator('.ktc-pass button[type="submit"]').click()
    expect(learner.page.locator("#ktc-name")).to_be_focused()
    learner.page.locator("#ktc-name").fill("a" * 81)
    expect(error).to_have_text(learner.word("name.too_long"))
    learner.page.locator("#ktc-name").fill("Ana")
    expect(error).to_be_empty()


# -- trainers, and readers without scripts


def test_a_trainer_makes_a_link_that_the_check_understands(learner):
    learner.open("trainers/index.html")
    form = learner.page.locator(".ktc-session-form")
    form.locator('button[type="submit"]').click()
    expect(form.locator(".ktc-error")).to_have_text(learner.word("session.error"))
    expect(form.locator("#ktc-code")).to_be_focused()
    form.locator("#ktc-code").fill("room 7")
    form.locator("#ktc-code").press("Enter")
    expect(form.locator(".ktc-error")).to_be_visible()
    form.locator("#ktc-code").fill("room7")
    form.locator("#ktc-code").press("Enter")
    link = form.locator("#ktc-session-link").input_value()
    assert link.endswith("/en/check/international-members/index.html#s=ROOM7")
    learner.page.goto(link)
    expect(learner.page.locator(".ktc-session")).to_contain_text("ROOM7")


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


def test_the_paper_quiz_has_its_key_on_pages_of_its_own(browser, served):
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{served}/en/check/international-members/questions/index.html")
    page.emulate_media(media="print")
    expect(page.locator(".ktc-blanks")).to_be_visible()
    style = page.locator(".ktc-paper > .ktc-key").evaluate("key => getComputedStyle(key).breakBefore")
    assert style == "page"
    expect(page.locator(".ktc-short")).to_be_visible()
    assert page.locator(".ktc-short li").count() == page.locator(".ktc-items > li").count()
    context.close()
