"""Practice on the built site: the reason at once, answers that stay, and whatever an older visit left behind."""

import pytest
from learner import PRACTICE, first, put
from playwright.sync_api import expect

QUIZ = "quiz/intl-members-practice"


def test_practice_says_right_or_not_yet_with_icon_word_and_reason(learner):
    learner.open(PRACTICE)
    question = first(learner.page)
    feedback = question.locator(".ktc-feedback")
    expect(feedback).to_be_empty()
    expect(feedback).to_have_attribute("role", "status")
    learner.answer(question, right=False)
    learner.check(question)
    expect(feedback.locator("svg").first).to_be_visible()
    expect(feedback.locator(".ktc-why")).to_be_visible()
    expect(feedback.locator("a[href*='codes/']")).to_be_visible()
    expect(question.locator('[data-do="check"]')).to_have_text(learner.word("quiz.try_again"))
    expect(question.locator('[data-do="check"]')).to_be_focused()


def test_of_several_choices_each_shows_its_own_truth(learner):
    learner.open(PRACTICE)
    question = learner.page.locator('form.ktc-quiz [data-kind="several"]').first
    known = learner.questions[question.get_attribute("data-question")]
    chosen = {known.right[0]: "right", next(c.id for c in known.choices if not c.right): "notyet"}
    for id in chosen:
        question.locator(f'input[value="{id}"]').check()
    learner.check(question)
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
    learner.check(question)
    expect(question.locator(".ktc-choice[data-result], .ktc-choice svg")).to_have_count(0)


def test_checking_an_empty_answer_says_so_and_goes_to_the_choices(learner):
    learner.open(PRACTICE)
    question = first(learner.page)
    learner.check(question)
    expect(question.locator(".ktc-error")).to_have_text(learner.word("quiz.error_one"))
    expect(question.locator("input").first).to_be_focused()
    learner.answer(question, right=True)
    expect(question.locator(".ktc-error")).to_be_hidden()


def test_practice_survives_a_reload_in_order_and_answer(learner):
    learner.open(PRACTICE)
    question = first(learner.page)
    learner.answer(question, right=True)
    learner.check(question)
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
