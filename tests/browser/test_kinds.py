"""Orders, matches and stories in practice: what lacks is said, each line has its reason, and all of it survives."""

import pytest
from keys import choose, follow
from learner import PRACTICE
from playwright.sync_api import expect

ORDER, MATCH, STORY = "im-witness-to-action", "im-reasons-retold", "im-long-day"
QUIZ = "quiz/intl-members-practice"
KINDS = pytest.mark.parametrize("id", [ORDER, MATCH, STORY], ids=["order", "match", "story"])


def reach(learner, id: str):
    """The question, by a link that leads to it."""
    learner.open(f"{PRACTICE}#q-{id}")
    question = learner.page.locator(f'[data-question="{id}"]')
    expect(question).to_be_in_viewport()
    return question


def kept(learner, id: str) -> str:
    return learner.page.evaluate("([key, id]) => ktc.store.get(key).answers[id]", [QUIZ, id])


@KINDS
def test_a_right_answer_is_kept_as_records_have_it_and_comes_back_with_its_reasons(learner, id):
    question = reach(learner, id)
    learner.answer(question, right=True)
    learner.check(question)
    expect(question).to_have_attribute("data-result", "right")
    expect(question.locator(".ktc-feedback .ktc-verdict")).to_have_text(learner.word("quiz.right"))
    assert kept(learner, id) == "".join(learner.questions[id].right)
    said = question.locator(".ktc-feedback").inner_text()
    learner.page.reload()
    expect(question).to_have_attribute("data-result", "right")
    assert question.locator(".ktc-feedback").inner_text() == said


@KINDS
def test_a_wrong_answer_can_be_tried_again(learner, id):
    question = reach(learner, id)
    button = question.locator('[data-do="check"]')
    learner.answer(question, right=False)
    learner.check(question)
    expect(question).to_have_attribute("data-result", "notyet")
    expect(button).to_have_text(learner.word("quiz.story_again" if id == STORY else "quiz.try_again"))
    learner.check(question)
    expect(question.locator("input:enabled, select").first).to_be_focused()
    assert question.evaluate("box => ktc.question.chosen(box)") == ""
    learner.answer(question, right=True)
    learner.check(question)
    expect(question).to_have_attribute("data-result", "right")


@KINDS
def test_with_the_keyboard_alone(learner, id):
    question = reach(learner, id)
    choose(learner.page, learner, question)
    follow(learner.page, f'[data-question="{id}"] [data-do="check"]')
    expect(question).to_have_attribute("data-result", "right")


@KINDS
def test_nothing_given_is_said_and_the_focus_goes_to_the_first_thing_to_answer_with(learner, id):
    question = reach(learner, id)
    learner.check(question)
    word = {ORDER: "quiz.error_order", MATCH: "quiz.error_match", STORY: "quiz.error_one"}[id]
    expect(question.locator(".ktc-error")).to_have_text(learner.word(word))
    expect(question.locator("input:enabled, select").first).to_be_focused()
    learner.answer(question, right=True)
    expect(question.locator(".ktc-error")).to_be_hidden()


# -- order


def test_a_place_given_twice_is_said_and_what_was_given_stays(learner):
    question = reach(learner, ORDER)
    for list in question.locator("select").all():
        list.select_option("1")
    learner.check(question)
    expect(question.locator(".ktc-error")).to_have_text(learner.word("quiz.error_order_twice"))
    assert kept(learner, ORDER) == "1111"
    learner.page.reload()
    assert question.locator("select").evaluate_all("lists => lists.map((list) => list.value)") == ["1"] * 4


def test_each_line_says_whether_it_is_in_its_place_in_the_order_that_was_given(learner):
    question = reach(learner, ORDER)
    b, d, a, c = learner.questions[ORDER].right
    for place, id in enumerate((b, a, d, c), 1):
        question.locator(f'[data-for="{id}"]').select_option(str(place))
    learner.check(question)
    lines = question.locator(".ktc-feedback .ktc-whys li")
    assert lines.evaluate_all("lines => lines.map((line) => line.dataset.result)") == [
        "right", "notyet", "notyet", "right"
    ]  # fmt: skip
    texts = {choice.id: choice.text.text for choice in learner.questions[ORDER].choices}
    assert lines.locator(".ktc-said").all_inner_texts() == [texts[id] for id in (b, a, d, c)]
    expect(lines.locator("strong").nth(1)).to_have_text(learner.word("quiz.not_in_place"))
    expect(lines.locator(".ktc-why")).to_have_count(4)
    expect(question.locator(".ktc-entry svg")).to_have_count(4)


def test_the_label_of_each_list_of_places_is_the_line(learner):
    question = reach(learner, ORDER)
    for choice in learner.questions[ORDER].choices:
        expect(question.get_by_label(choice.text.text, exact=True)).to_have_attribute("data-for", choice.id)
    assert question.locator("select").first.locator("option").all_inner_texts()[1:] == ["1", "2", "3", "4"]


# -- match


def test_of_pairs_each_has_its_reason_and_a_line_without_one_is_missed(learner):
    question = reach(learner, MATCH)
    known = learner.questions[MATCH]
    question.locator('[data-for="1"]').select_option(known.right[0])
    learner.check(question)
    expect(question.locator(".ktc-error")).to_have_text(learner.word("quiz.error_match"))
    learner.page.reload()
    expect(question.locator('[data-for="1"]')).to_have_value(known.right[0])
    for number in ("2", "3", "4"):
        question.locator(f'[data-for="{number}"]').select_option(known.right[0])
    learner.check(question)
    lines = question.locator(".ktc-feedback .ktc-whys li")
    assert lines.evaluate_all("lines => lines.map((line) => line.dataset.result)") == ["right"] + ["notyet"] * 3
    assert lines.locator(".ktc-why").all_inner_texts() == [prompt.feedback.text for prompt in known.prompts]
    expect(question.locator('.ktc-entry[data-result="notyet"]')).to_have_count(3)


# -- story


def test_a_story_goes_on_after_a_choice_and_its_consequence(learner):
    question = reach(learner, STORY)
    first, second, third = learner.questions[STORY].steps
    shown = question.locator(".ktc-step:visible legend")
    assert shown.all_inner_texts() == [first.text.text]
    right = next(choice for choice in first.choices if choice.right)
    question.locator(f'input[value="{right.id}"]').check()
    expect(question.locator('[data-do="check"]')).to_have_text(learner.word("quiz.story_on"))
    learner.check(question)
    told = question.locator(".ktc-consequence").first
    expect(told).to_have_text(right.feedback.text)
    expect(told).to_be_focused()
    assert shown.all_inner_texts() == [first.text.text, second.text.text]
    assert not question.locator(f'input[value="{right.id}"]').is_enabled()
    expect(question).not_to_have_attribute("data-result", "notyet")
    question.locator(f'input[value="{second.choices[0].id}"]').check()
    learner.page.reload()
    assert shown.all_inner_texts() == [first.text.text, second.text.text]
    expect(told).to_have_text(right.feedback.text)
    expect(question.locator(f'input[value="{second.choices[0].id}"]')).to_be_checked()
    assert kept(learner, STORY) == f"{right.id}0{second.choices[0].id}"


def test_a_story_says_that_it_ends_with_the_last_consequence_alone(learner):
    question = reach(learner, STORY)
    learner.answer(question, right=False)
    learner.check(question)
    chosen = next(one for one in learner.questions[STORY].steps[0].choices if not one.right and not one.next)
    feedback = question.locator(".ktc-feedback")
    expect(feedback).to_contain_text(chosen.feedback.text)
    expect(feedback).to_contain_text(learner.word("quiz.story_end"))
    expect(question.locator(".ktc-step:visible")).to_have_count(1)
    expect(question.locator(".ktc-consequence").first).to_be_empty()


def test_a_story_left_half_way_is_not_answered(learner):
    question = reach(learner, STORY)
    right = learner.questions[STORY].right[0]
    question.locator(f'input[value="{right}"]').check()
    learner.check(question)
    learner.check(question)
    expect(question.locator(".ktc-error")).to_have_text(learner.word("quiz.error_one"))
    expect(learner.page.locator(".ktc-progress span")).to_have_text(learner.word("quiz.answered", done=0, n=9))


@pytest.mark.parametrize(
    "answer", ["", "z", '"]', "hgfedcba", "0", "00", "b0z", "aaaa", "9999", "b" * 40, 7, None, ["b"]]
)
def test_whatever_an_older_visit_left_as_an_answer_stops_nothing(learner, answer):
    learner.open(PRACTICE)
    answers = dict.fromkeys((ORDER, MATCH, STORY), answer)
    state = {"answers": answers, "checked": dict.fromkeys(answers, True), "round": [ORDER, MATCH, STORY]}
    learner.page.evaluate("([key, state]) => ktc.store.set(key, state)", [QUIZ, state])
    learner.page.reload()
    for id in answers:
        question = learner.page.locator(f'[data-question="{id}"]')
        if question.get_attribute("data-result"):
            learner.check(question)
        learner.page.evaluate("id => ktc.question.choose(document.getElementById('q-' + id), '')", id)
        learner.answer(question, right=True)
        learner.check(question)
        expect(question).to_have_attribute("data-result", "right")


# -- a note before some questions


def test_a_sensitive_question_has_its_note_before_the_stem_and_can_be_skipped(learner):
    learner.open("practice/vision/index.html#q-vis-closed-door")
    question = learner.page.locator('[data-question="vis-closed-door"]')
    legend = question.locator("legend").first.inner_text()
    assert legend.index(learner.word("quiz.sensitive")) < legend.index(learner.questions["vis-closed-door"].stem.text)
    question.locator('[data-do="skip"]').click()
    expect(question).to_have_attribute("data-result", "skipped")
    expect(question.locator(".ktc-feedback")).to_have_text(learner.word("quiz.skipped"))
    assert not question.evaluate("box => box.contains(document.activeElement)"), "the focus has gone on"
    learner.page.reload()
    expect(question).to_have_attribute("data-result", "skipped")
    learner.answer(question, right=True)
    learner.check(question)
    expect(question).to_have_attribute("data-result", "right")


def test_without_scripts_every_step_can_be_read_and_nothing_stands_in_its_right_order(browser, served, course):
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{served}/en/{PRACTICE}")
    expect(page.locator(f'[data-question="{STORY}"] .ktc-step:visible')).to_have_count(3)
    expect(page.locator('[data-do="skip"]:visible, [data-do="check"]:visible')).to_have_count(0)
    known = course.view("en").question(ORDER)
    rows = page.locator(f'[data-question="{ORDER}"] select').evaluate_all(
        "lists => lists.map((one) => one.dataset.for)"
    )
    assert sorted(rows) == sorted(known.right) and tuple(rows) != known.right
    page.close()
