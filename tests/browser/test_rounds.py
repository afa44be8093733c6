"""Practice in rounds, and the review of single questions: which are asked, what is kept, what others are told."""

import pytest
from learner import PRACTICE
from playwright.sync_api import expect
from test_quiz_units import SCRIPTS

QUIZ = "quiz/intl-members-practice"
IDS = list("abcdefgh")
LISTEN = "() => { window.told = []; ktc.answered = (...given) => window.told.push(given) }"
NOTHING = {"known": {}, "seen": {}, "skipped": {}}


@pytest.fixture(scope="module")
def rules(browser):
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.add_script_tag(path=SCRIPTS / "rounds.js")
    yield lambda name, state, *size: page.evaluate(
        "([name, ...given]) => ktc.rounds[name](...given)", [name, {**NOTHING, **state}, IDS, *size]
    )
    context.close()


def ids(text: str) -> dict:
    return dict.fromkeys(text, True)


@pytest.mark.parametrize(
    ("state", "round"),
    [
        ({}, "abc"),
        ({"seen": ids("abc"), "known": ids("abc")}, "def"),
        ({"seen": ids("abc"), "known": ids("ac")}, "def"),
        ({"seen": ids("abcdef"), "known": ids("acef")}, "bgh"),
        ({"seen": ids("abcdefgh"), "known": ids("acefgh")}, "bd"),
        ({"seen": ids("abcdefgh"), "known": ids("acefgh"), "skipped": ids("b")}, "d"),
        ({"seen": ids("abcdefgh"), "known": ids("abcdefgh")}, "abc"),
        ({"seen": ids("abcdefgh"), "skipped": ids("abcdefgh")}, "abc"),
    ],
)
def test_the_next_round_brings_what_was_not_seen_and_then_what_was_wrong(rules, state, round):
    assert "".join(rules("next", state, 3)) == round


@pytest.mark.parametrize(
    ("round", "asked"),
    [
        (["b", "d"], "bd"),
        (["gone", "d"], "d"),
        (["gone"], "abc"),
        ([], "abc"),
        ("bd", "abc"),
        (None, "abc"),
        ([7], "abc"),
    ],
)
def test_a_round_under_way_goes_on_and_an_unreadable_one_begins_anew(rules, round, asked):
    assert "".join(rules("current", {"round": round}, 3)) == asked


def test_a_bank_without_rounds_is_asked_whole(rules):
    assert rules("current", {"round": ["b"], "seen": ids("a")}, 0) == IDS


def test_done_counts_what_was_right_once_or_skipped(rules):
    assert rules("done", {"known": ids("ab"), "skipped": ids("bc"), "seen": ids("h")}) == 3


# -- on the page


def asked(learner) -> list[str]:
    return learner.page.locator("form.ktc-quiz [data-question]:visible").evaluate_all(
        "boxes => boxes.map((box) => box.dataset.question)"
    )


def state(learner) -> dict:
    return learner.page.evaluate("key => ktc.store.get(key)", QUIZ)


def bank(course) -> list[str]:
    return [question.id for question in course.quizzes["intl-members-practice"].questions]


def another(learner) -> None:
    learner.page.locator('[data-do="another"]').click()


def test_eight_questions_at_a_time_and_all_of_them_in_the_end(learner, course):
    learner.open(PRACTICE)
    first = asked(learner)
    assert first == bank(course)[:8]
    numbers = learner.page.locator("form.ktc-quiz .ktc-number:visible").all_inner_texts()
    assert numbers[-1].lower() == learner.word("quiz.question_of", n=8, total=8).lower()
    assert learner.page.locator('[data-do="another"]').is_hidden()
    learner.practise(right=True)
    expect(learner.page.locator(".ktc-so-far")).to_have_text(learner.word("quiz.so_far", done=8, n=16))
    another(learner)
    assert asked(learner) == bank(course)[8:16]
    expect(
        learner.page.locator(f'[data-question="{asked(learner)[0]}"]').locator("input, select").first
    ).to_be_focused()
    assert (state(learner)["done"], state(learner)["total"]) == (8, 16)
    learner.page.reload()
    assert asked(learner) == bank(course)[8:16]
    learner.practise(right=True)
    assert (state(learner)["done"], state(learner)["total"]) == (16, 16)
    another(learner)
    assert asked(learner) == first, "and from the beginning"
    expect(learner.page.locator(".ktc-question[data-result]")).to_have_count(8)
    assert state(learner)["done"] == 16, "what was right once stays done"


def test_what_was_wrong_comes_back_after_what_was_not_seen(learner, course):
    learner.open(PRACTICE)
    learner.practise(right=False)
    learner.page.locator('[data-do="retry"]').click()
    for id in asked(learner)[:6]:
        question = learner.page.locator(f'[data-question="{id}"]')
        learner.answer(question, right=True)
        learner.check(question)
    for id in asked(learner)[6:]:
        question = learner.page.locator(f'[data-question="{id}"]')
        learner.answer(question, right=False)
        learner.check(question)
    wrong = asked(learner)[6:]
    another(learner)
    assert asked(learner) == bank(course)[8:16]
    learner.practise(right=True)
    another(learner)
    assert asked(learner) == wrong
    assert learner.page.locator(".ktc-question[data-result]:visible").count() == 0, "asked afresh"


def test_the_answers_below_are_those_of_the_round(learner):
    learner.open(PRACTICE)
    learner.practise(right=True)
    learner.page.locator(".ktc-key summary").click()
    shown = learner.page.locator(".ktc-key [data-key]:visible").evaluate_all("all => all.map((one) => one.dataset.key)")
    assert shown == asked(learner)


def test_a_link_to_a_question_of_a_later_round_brings_it_into_this_one(learner, course):
    id = bank(course)[12]
    learner.open(f"{PRACTICE}#q-{id}")
    assert asked(learner) == [*bank(course)[:8], id]
    expect(learner.page.locator(f'[data-question="{id}"]')).to_be_in_viewport()
    assert state(learner) is None


def test_starting_over_begins_with_the_first_round(learner, course):
    learner.open(PRACTICE)
    learner.practise(right=True)
    another(learner)
    learner.practise(right=True)
    learner.page.once("dialog", lambda dialog: dialog.accept())
    learner.page.locator('[data-do="over"]').click()
    assert asked(learner) == bank(course)[:8]
    expect(learner.page.locator(".ktc-question[data-result]")).to_have_count(0)


def test_an_older_visit_without_rounds_is_counted_and_kept(learner, course):
    learner.open(PRACTICE)
    ids = bank(course)[:2]
    answers = {id: "".join(learner.questions[id].right) for id in ids}
    older = {"order": {}, "answers": answers, "checked": dict.fromkeys(ids, True)}
    learner.page.evaluate("([key, state]) => ktc.store.set(key, state)", [QUIZ, older])
    learner.page.reload()
    expect(learner.page.locator('.ktc-question[data-result="right"]')).to_have_count(2)
    question = learner.page.locator(f'[data-question="{bank(course)[2]}"]')
    learner.answer(question, right=True)
    learner.check(question)
    assert state(learner)["done"] == 3


# -- review


def test_a_review_asks_just_its_questions_afresh_and_leaves_the_rest_alone(learner, course):
    learner.open(PRACTICE)
    learner.practise(right=True)
    before = state(learner)
    wanted = [bank(course)[1], bank(course)[13], bank(course)[15]]
    learner.page.evaluate(LISTEN)
    learner.page.evaluate("ids => { location.hash = '#review=' + ids.join() + ',no-such' }", wanted)
    expect(learner.page.locator(".ktc-review-title")).to_be_visible()
    assert asked(learner) == wanted
    expect(learner.page.locator(".ktc-question[data-result]:visible")).to_have_count(0)
    learner.practise(right=False)
    assert learner.page.evaluate("window.told") == [[id, False] for id in wanted]
    learner.practise_again()
    assert learner.page.evaluate("window.told.slice(3)") == [[id, True] for id in wanted]
    result = learner.page.locator("form.ktc-quiz .ktc-result")
    expect(result.locator("button:visible")).to_have_count(0)
    assert state(learner) == before
    result.locator("a:visible").last.click()
    learner.page.wait_for_url("**/en/review/index.html")
    learner.open(PRACTICE)
    assert asked(learner) == bank(course)[:8] and state(learner) == before


def test_an_address_that_names_no_question_of_the_bank_asks_the_round(learner, course):
    for fragment in ("#review=", "#review=no-such", "#review=<b>", "#review"):
        learner.open(PRACTICE + fragment)
        assert asked(learner) == bank(course)[:8]
        expect(learner.page.locator(".ktc-review-title")).to_be_hidden()


def test_a_story_is_told_of_at_its_end_alone(learner):
    learner.open(PRACTICE + "#q-im-long-day")
    learner.page.evaluate(LISTEN)
    question = learner.page.locator('[data-question="im-long-day"]')
    learner.answer(question, right=True)
    assert learner.page.evaluate("window.told") == []
    learner.check(question)
    assert learner.page.evaluate("window.told") == [["im-long-day", True]]
