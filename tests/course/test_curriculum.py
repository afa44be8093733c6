"""Modules, courses and pools: what they name must exist, and a check draws from its own questions and its pools."""

import pytest

from ktc.course.checks import find_problems
from ktc.course.editions import publish
from ktc.course.key import grading_key

CURRICULUM = """
modules:
  rowing:
    number: 1
    title: Rowing
    summary: What rowers do.
    page: codes/river/index.md
    pages: [codes/river/index.md]
    practice: river-final
    objectives:
      M1.1: {text: Say what a jacket is for., level: remember, facts: [RC-1]}
courses:
  rowers:
    title: Rowers
    summary: For rowers.
    code: river
    check: river-final
    page: codes/river/index.md
    modules: [rowing]
"""
POOL = """
id: rowing-pool
kind: pool
module: rowing
title: Rowing
questions:
  - id: boat-count
    kind: one
    topic: rowing
    objectives: [M1.1]
    facts: [RC-2]
    level: remember
    stem: How many boats did the club have in 1999?
    choices:
      a: {text: It had forty-two, right: true, feedback: "The rules of 1999 give this number. Say the year with it."}
      b: {text: It had twenty-four, feedback: "The rules of 1999 give the number forty-two. Read it once more."}
  - id: boat-year
    kind: one
    topic: rowing
    objectives: [M1.1]
    facts: [RC-2]
    level: remember
    stem: The club had 42 boats in 1999. What goes with such a number?
    choices:
      a: {text: The name of a boat, feedback: "A name says nothing of when it was so. Give the year instead."}
      b: {text: The year it is from, right: true, feedback: "A number of boats holds for its year, so give the year."}
"""
FINAL = "quizzes/river-final.yml"


@pytest.fixture
def rowing(sample):
    """The sample course with a module, a course and a pool that the final check draws from."""
    (sample.root / "facts/curriculum.yml").write_text(CURRICULUM, encoding="utf-8")
    (sample.root / "quizzes/rowing-pool.yml").write_text(POOL, encoding="utf-8")
    sample.replace(FINAL, "draw: [", "pools: [rowing-pool]\ndraw: [{topic: rowing, count: 1}, ")
    return sample


def errors(sample) -> list[str]:
    found = [p for p in find_problems(sample.load()) if p.severity == "error"]
    return [str(problem) for problem in found if "is not published" not in problem.what]


def test_a_course_with_a_pool_has_no_error(rowing):
    assert errors(rowing) == []


def test_the_key_of_a_check_holds_the_questions_of_its_pools(rowing):
    course = rowing.load()
    key = grading_key(course.quizzes["river-final"], course.bank("river-final"))
    assert [question["id"] for question in key["questions"]] == [
        "jacket-cold",
        "jacket-swim",
        "boat-count",
        "boat-year",
    ]
    assert [question["must"] for question in key["questions"]] == [True, True, False, False]


def test_a_topic_that_is_not_drawn_leaves_the_pool_out(rowing):
    rowing.replace(FINAL, "{topic: rowing, count: 1}, ", "")
    assert [question.id for question in rowing.load().bank("river-final")] == ["jacket-cold", "jacket-swim"]


def test_a_question_of_a_pool_keeps_its_own_file_in_a_translation(rowing):
    quiz = rowing.load().view("fr").quiz("river-final")
    assert [question.quiz for question in quiz.questions] == [
        "river-final",
        "river-final",
        "rowing-pool",
        "rowing-pool",
    ]
    assert [question.stem.is_fallback for question in quiz.questions] == [False, False, True, True]


def test_a_page_that_no_module_lists_is_told(rowing):
    page = rowing.root / "docs/en/learn/rowing/knots/index.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\ntitle: Knots\n---\n# Knots\n", encoding="utf-8")
    assert errors(rowing)[0].startswith("error: docs/en/learn/rowing/knots/index.md: no module lists this page")


def test_a_question_dropped_from_a_pool_is_told_until_the_pool_retires_it(rowing):
    publish(rowing.load())
    rowing.replace("quizzes/rowing-pool.yml", "id: boat-year", "id: boat-age")
    assert [error for error in errors(rowing) if "'boat-year' stands in a published edition" in error]
    rowing.replace("quizzes/rowing-pool.yml", "questions:", "retired: [boat-year]\nquestions:")
    assert errors(rowing) == []


BROKEN = [
    (FINAL, "pools: [rowing-pool]", "pools: [lake-pool]", "there is no pool 'lake-pool'"),
    (FINAL, "{topic: rowing, count: 1}", "{topic: rowing, count: 3}", "draws 3 of topic 'rowing', which has 2"),
    (FINAL, "page: check/river/index.md", "", "'river-final' has no page"),
    (FINAL, "page: check/river", "page: check/lake", "there is no page docs/en/check/lake"),
    ("quizzes/rowing-pool.yml", "module: rowing", "module: lake", "there is no module 'lake'"),
    ("quizzes/rowing-pool.yml", "topic: rowing", "topic: boats", "topic is 'boats'"),
    ("quizzes/rowing-pool.yml", "objectives: [M1.1]", "objectives: [M1.2]", "there is no objective 'M1.2'"),
    ("quizzes/rowing-pool.yml", "objectives: [M1.1]", "objectives: []", "objective M1.1 has 1 questions"),
    ("quizzes/rowing-pool.yml", "module: rowing", "module: rowing\npass_mark: 50", "only a final check has"),
    ("facts/curriculum.yml", "practice: river-final", "practice: lake", "there is no quiz 'lake'"),
    ("facts/curriculum.yml", "pages: [codes/river/", "pages: [codes/lake/", "there is no page docs/en/codes/lake"),
    ("facts/curriculum.yml", "facts: [RC-1]", "facts: [RC-9]", "no fact 'RC-9'"),
    ("facts/curriculum.yml", "modules: [rowing]", "modules: [lake]", "there is no module 'lake'"),
    ("facts/curriculum.yml", "code: river", "code: lake", "there is no code 'lake'"),
]


@pytest.mark.parametrize(("file", "old", "new", "says"), BROKEN)
def test_each_name_that_leads_nowhere_is_told(rowing, file, old, new, says):
    rowing.replace(file, old, new)
    assert [error for error in errors(rowing) if says in error], errors(rowing)


@pytest.mark.parametrize(
    ("old", "new", "says"), [("RC-2:", "LC-2:", "wrong family"), ("RC-2:", "RC-7:", "no page states")]
)
def test_a_fact_stands_in_its_family_and_on_a_page(sample, old, new, says):
    sample.replace("facts/facts/rc.yml", old, new)
    assert [error for error in errors(sample) if says in error], errors(sample)
