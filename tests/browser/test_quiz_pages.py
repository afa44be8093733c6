"""Quizzes on the built site when things go wrong: refused storage, damaged or outdated answers, two tabs, no bank."""

import json
import re

import pytest
from learner import CHECK, PHONE, PRACTICE, Learner
from playwright.sync_api import expect

QUIZ, FINAL = "quiz/intl-members-practice", "quiz/intl-members-final"
REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"


@pytest.fixture
def phone(browser):
    context = browser.new_context(viewport=PHONE, service_workers="block")
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


def test_of_several_choices_each_shows_its_own_truth(learner):
    learner.open(PRACTICE)
    question = learner.page.locator('form.ktc-quiz [data-kind="several"]').first
    known = learner.questions[question.get_attribute("data-question")]
    chosen = {known.right[0]: "right", next(c.id for c in known.choices if not c.right): "notyet"}
    for id in chosen:
        question.locator(f'input[value="{id}"]').check()
    question.locator("button").click()
    expect(question).to_have_attribute("data-result", "notyet")
    expect(question.locator(".ktc-feedback .ktc-verdict")).to_have_text(learner.word("quiz.not_yet"))
    grounds = {}
    for choice in known.choices:
        box = question.locator(".ktc-choice", has=learner.page.locator(f'input[value="{choice.id}"]'))
        assert box.get_attribute("data-result") == chosen.get(choice.id), (
            "a right choice that was missed stays as it is"
        )
        assert box.locator("svg").count() == (choice.id in chosen)
        ground = box.locator("label").evaluate("label => getComputedStyle(label).backgroundColor")
        grounds.setdefault(chosen.get(choice.id), set()).add(ground)
    assert len(grounds) == 3 and len(set.union(*grounds.values())) == 3
    question.locator("button").click()
    expect(question.locator(".ktc-choice[data-result], .ktc-choice svg")).to_have_count(0)


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


def answer_wrongly(learner, ids: list[str]) -> None:
    for id in ids:
        fieldset = learner.page.locator(f'.ktc-sheet [data-question="{id}"]')
        for box in fieldset.locator('[type="checkbox"]:checked').all():
            box.uncheck()
        learner.answer(fieldset, right=False)


def test_the_result_begins_with_what_was_wrong_and_folds_the_rest(learner):
    learner.open(CHECK)
    learner.start()
    drawn = learner.drawn()
    learner.fill(right=True)
    answer_wrongly(learner, [drawn[3], drawn[7]])
    learner.submit()
    shown = learner.page.locator(".ktc-reviews [data-question]:visible")
    assert [one.get_attribute("data-question") for one in shown.all()] == [drawn[3], drawn[7]]
    assert [one.get_attribute("value") for one in shown.all()] == ["4", "8"], "numbered as in the check"
    fold = learner.page.locator(".ktc-reviews details")
    expect(fold.locator("summary")).to_have_text(learner.word("quiz.right_ones", n=8))
    fold.locator("summary").click()
    assert shown.count() == 10


def test_nothing_is_folded_where_nothing_was_right_and_nothing_else_shown_where_all_was(learner):
    learner.open(CHECK)
    learner.start()
    learner.take(right=False)
    expect(learner.page.locator(".ktc-reviews details")).to_be_hidden()
    learner.page.locator('[data-do="again"]').click()
    learner.take(right=True)
    expect(learner.page.locator(".ktc-reviews [data-question]:visible")).to_have_count(0)
    expect(learner.page.locator(".ktc-reviews summary")).to_have_text(learner.word("quiz.right_ones", n=10))


def test_what_to_read_again_stands_in_the_order_of_the_code_each_once(learner):
    learner.open(CHECK)
    learner.start()
    state = learner.page.evaluate("key => ktc.store.get(key)", FINAL)
    put(learner.page, FINAL, {**state, "draw": sorted(state["draw"], reverse=True)})  # the frame first, the voice last
    learner.page.reload()
    learner.take(right=False)
    links = learner.page.locator(".ktc-result .ktc-again a").all()
    anchors = [link.get_attribute("href").split("#")[1] for link in links]
    assert anchors[:3] == ["im-1", "im-2", "im-3"] and len(anchors) == 4


def test_the_rules_can_be_read_during_the_check(learner):
    learner.open(CHECK)
    rules = learner.page.locator(".ktc-intro li").all_inner_texts()
    learner.start()
    fold = learner.page.locator(".ktc-sheet > details")
    expect(fold.locator("ul")).to_be_hidden()
    fold.locator("summary").click()
    assert fold.locator("li").all_inner_texts() == rules
    assert any("80%" in rule for rule in rules)


def test_somebody_else_can_start_from_a_kept_result(learner):
    learner.open(CHECK)
    learner.start()
    learner.take(right=True)
    learner.page.reload()
    line = learner.page.locator(".ktc-new")
    expect(line).to_contain_text(learner.word("check.not_you"))
    assert line.bounding_box()["y"] < learner.page.locator(".ktc-result").bounding_box()["y"]
    learner.page.once("dialog", lambda dialog: dialog.accept())
    line.locator("button").click()
    expect(line).to_be_hidden()
    expect(learner.page.locator('[data-do="start"]')).to_be_focused()


def test_after_a_record_was_made_its_link_comes_first_and_the_form_is_folded(learner):
    learner.open(CHECK)
    learner.start()
    learner.take(right=True)
    expect(learner.page.locator(".ktc-made")).to_be_hidden()
    payload = learner.certify("Ana")
    learner.open(CHECK)
    link = learner.page.locator(".ktc-made a")
    assert link.get_attribute("href").endswith("#r=" + payload)
    expect(learner.page.locator("#ktc-name")).to_be_hidden()
    learner.page.get_by_text(learner.word("check.make_another")).click()
    assert learner.certify("Bea") != payload


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


def test_going_without_the_code_is_offered_below_start(learner):
    learner.open(CHECK + "#s=ROOM7")
    start, line = learner.page.locator('[data-do="start"]'), learner.page.locator(".ktc-session")
    expect(line).to_contain_text(learner.word("check.session", session="ROOM7"))
    assert line.bounding_box()["y"] > start.bounding_box()["y"]
    order = "([a, b]) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING"
    assert learner.page.evaluate(order, [start.element_handle(), line.element_handle()])


@pytest.mark.parametrize("origin", ["http", "file"])
def test_a_code_that_was_said_aloud_is_typed_on_the_page_of_the_check(browser, served, site, course, origin):
    page = browser.new_page(viewport=PHONE)
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


def test_from_a_file_the_trainer_gets_no_link_that_names_the_owner_of_the_folder(browser, site, course):
    page = browser.new_page(viewport=PHONE)
    learner = Learner(page, site.as_uri(), course, "en")
    learner.open("trainers/index.html")
    form = page.locator(".ktc-session-form")
    form.locator("#ktc-code").fill("room7")
    form.locator('button[type="submit"]').click()
    told = form.locator('[role="status"]')
    expect(told).to_have_text(learner.word("session.local_only", session="ROOM7"))
    assert learner.word("check.code_have") in told.inner_text(), "it names the field as the page of the check does"
    expect(form.locator("#ktc-session-link")).to_be_hidden()
    shown = form.evaluate("form => form.innerText + Array.from(form.elements, (one) => one.value).join()")
    assert "file:" not in shown and site.parent.name not in shown
    form.locator("#ktc-code").fill("-")
    form.locator('button[type="submit"]').click()
    expect(told).to_be_empty()
    page.close()


@pytest.mark.parametrize("language", ["fr", "es", "ar", "sw"])
def test_what_trainers_say_names_the_field_as_it_is_called(course, language):
    word = course.view(language).word
    assert word("check.code_have") in word("session.local_only", session="A")


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
