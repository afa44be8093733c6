"""`ktc check`: every kind of mistake, seeded once into a course that has none, is found with place and remedy."""

import re
import subprocess

import pytest
from places import SAMPLE

from ktc.course.checks import find_problems
from ktc.course.editions import publish

QUIZ, FR_QUIZ = "quizzes/river-final.yml", "quizzes/fr/river-final.yml"
PRACTICE, FR_PRACTICE = "quizzes/river-practice.yml", "quizzes/fr/river-practice.yml"
SWIM = "    facts: [RC-1]\n    level: apply\n    scenario: true\n    stem: Ola"
LONG = (
    "It is cold in Aldermoor and "
    + "the wind blows hard and " * 12
    + "What does the River Code ask of Tam on the water?"
)

POOL = "kind: pool"
WHY = 'feedback: "Rule 1 says nothing of this, so look there first."}'
MORE = "".join(f"      {id}: {{text: Boots of kind {id}, {WHY}\n" for id in "def")
CLOSE = """      c: {text: Close the jacket, feedback: "The jacket is closed on land, and not on the way."}
    sequence: [b, c, a]"""
BEND = (SAMPLE / PRACTICE).read_text(encoding="utf-8").partition("      - id: bend")[2]
PAIRS = """right: b, feedback: "Rule 1 asks for it, since it holds a person above the water."}
      "2": {text: The oar, right: a,"""

ERRORS = [
    # ids
    ("facts/facts/rc.yml", 'where: rule 2, as_of: "1999"', 'where: rule 2, as_of: "1999"', None),
    ("facts/facts/rc.yml", 'label: DATED, source: "900"', 'label: DATED, source: "901"', "no source '901'"),
    ("facts/glossary.yml", "facts: [RC-1]", "facts: [RC-9]", "no fact 'RC-9'"),
    ("facts/codes/river.yml", "preamble: []", "preamble: [RC-7]", "no fact 'RC-7'"),
    ("facts/codes/river.yml", "page: codes/river", "page: codes/lake", "no page docs/en/codes/lake"),
    (QUIZ, "code: river", "code: lake", "no code 'lake'"),
    (QUIZ, "must_be_right: [RC-1]", "must_be_right: [RC-2]", "'RC-2' is no clause"),
    (QUIZ, "id: jacket-swim", "id: jacket-cold", "'jacket-cold' is taken"),
    (QUIZ, "questions:", "retired: [jacket-cold]\nquestions:", "is retired"),
    (QUIZ, "count: 2", "count: 3", "draws 3 of topic 'jacket', which has 2"),
    (QUIZ, "topic: jacket\n", "topic: other\n", "topic 'other' is never drawn"),
    # items
    (QUIZ, "A jacket, right: true", "A jacket", "0 right choices"),
    (QUIZ, "text: A warm and dry hat", "text: A jacket", "share their text"),
    (QUIZ, "text: A warm and dry hat", "text: None of the above", "refers to the others"),
    (QUIZ, "What does the River Code ask of Tam", "What should Tam do", "does not name its code"),
    (QUIZ, "clauses: [RC-1]\n" + SWIM, "clauses: []\n" + SWIM, "clause RC-1 has 1 questions"),
    (QUIZ, "facts: [RC-1]", "facts: [RC-2]", "names no year"),
    (QUIZ, "scenario: true", "scenario: true\n    exempt: {echo: because}", "'echo' is not needed"),
    (QUIZ, "kind: several", "kind: one", "2 right choices, expected one"),
    (QUIZ, "A swimming badge of the club,", "A swimming badge of the club, right: true,", "needs right and wrong"),
    (QUIZ, "      b: {text: A jacket", "      c: {text: A jacket", "choice ids are a, c"),
    (QUIZ, "    kind: one", "    sequence: [b, a]\n    kind: one", "kind 'one' has no sequence"),
    (QUIZ, ", feedback: \"Rule 1 speaks of jackets that float, and of nothing else.\"", "", "has no feedback"),
    (QUIZ, "      b: {text: A jacket", MORE + "      b: {text: A jacket", "5 choices"),
    (QUIZ, "      c: {text: A swimming", MORE + "      c: {text: A swimming", "6 choices"),
    (PRACTICE, CLOSE, "    sequence: [b, a]", "too little to put in order"),
    (PRACTICE, "      - id: bend" + BEND, "", "needs two or three steps"),
    (PRACTICE, "[b, c, a]", "[b, c]", "does not hold every choice once"),
    (PRACTICE, "[b, c, a]", "[b, c, c]", "does not hold every choice once"),
    (PRACTICE, "[b, c, a]", "[a, b, c]", "stand in the right order"),
    (PRACTICE, '"1": {text: The jacket, right: b', '"1": {text: The jacket, right: e', "or one has none"),
    (PRACTICE, '"2": {text: The oar', '#"2": {text: The oar', "needs 2 to 4 prompts"),
    (PRACTICE, 'right: b, feedback: "Rule 1', 'right: a, feedback: "Rule 1', "share a choice"),
    (PRACTICE, PAIRS, PAIRS.replace("right: a", "right: c").replace("right: b", "right: a"), "order of the prompts"),
    (PRACTICE, "right: true, next: bend", "next: bend", "'landing' has 0 right choices"),
    (PRACTICE, "right: true, next: bend", "right: true", "leads to 'None'"),
    (PRACTICE, 'true, feedback: "He nods', 'true, next: landing, feedback: "He nods', "leads to 'landing'"),
    (PRACTICE, '          d: {text: "As', '          b: {text: "As', "do not ascend from step to step"),
    (PRACTICE, 'd: {text: "As you like, friend"', 'd: {next: landing, text: "As you like, friend"', "is no later step"),
    (PRACTICE, "kind: practice\ncode: river\npage: practice/river/index.md", POOL, "story cannot be drawn"),
    (PRACTICE, "Lend him a spare one", "Leave without one", "share their text"),
    # translated texts
    (FR_PRACTICE, '      "1": {text: Le gilet', '      "3": {text: Le gilet', "lacks 'prompts.1.text'"),
    (FR_PRACTICE, "      landing:", "      pier:", "lacks 'steps.landing.text'"),
    (FR_QUIZ, "      b: {text: Un gilet", "      d: {text: Un gilet", "lacks 'choices.b.text'"),
    (FR_QUIZ, "  jacket-swim:", "  jacket-dive:", "'questions.jacket-dive' is not in the English file"),
    ("facts/fr/facts/rc.yml", "42 bateaux", "24 bateaux", "numbers differ"),
    ("facts/fr/words.yml", "sur {total}", "sur {somme}", "placeholders differ"),
    ("facts/fr/words.yml", 'many: "{n} de questions restantes", ', "", "lacks 'plural.many'"),
    ("facts/fr/facts/rc.yml", "_file: {language: fr, state: drafted}", "", "no header"),
    (FR_QUIZ, "text: Un bonnet chaud", "text: Aucune de ces réponses", "refers to the other choices"),
    # pages
    ("docs/en/index.md", '{{ fact("RC-1") }}', '{{ fact("RC-8") }}', "there is no fact 'RC-8'"),
    ("docs/en/index.md", "facts: [RC-1]", "facts: [RC-8]", "there is no fact 'RC-8'"),
    ("docs/en/index.md", "title: River\n", "title: River\nmood: calm\n", "unknown key 'mood'"),
    ("docs/en/index.md", " {: #jackets }", "", "has no id"),
    ("docs/fr/index.md", "title: Rivière\n", "", "no title"),
    ("docs/fr/index.md", "42 bateaux", "24 bateaux", "numbers differ"),
    ("docs/fr/index.md", "codes/river/index.md", "codes/lake/index.md", "links missing"),
    ("docs/fr/index.md", "#jackets", "#gilets", "heading ids missing"),
    ("docs/fr/index.md", '{{ fact("RC-1") }}', "", "macro calls missing"),
    ("docs/fr/index.md", "state: drafted\n", "", "no state"),
    # editions
    (QUIZ, "pass_mark: 50", "pass_mark: 60", "is not published"),
]  # fmt: skip

WARNINGS = [
    (QUIZ, "text: A jacket", "text: A jacket that floats and fits", "[length]"),
    (QUIZ, "text: A warm and dry hat", "text: A hat that is always dry", "[absolute]"),
    (QUIZ, "does the River Code ask of Tam on the water?", "does the River Code not ask of Tam?", "[negative]"),
    (QUIZ, "It is cold in Aldermoor. What", "Tam has a jacket. What", "[echo]"),
    (QUIZ, "It is cold in Aldermoor. What does the River Code ask of Tam on the water?", LONG, "[long-stem]"),
    (QUIZ, "scenario: true", "scenario: false", "are scenarios"),
    ("facts/fr/codes/river.yml", "{of: ", "{by: ", "does not say which English it translates"),
    ("docs/fr/index.md", "of:", "by:", "does not say which English page it translates"),
    ("facts/fr/facts/rc.yml", "RC-2:", "#RC-2:", "1 texts are missing: RC-2"),
    ("facts/facts/rc.yml", "on the river", "on each river", "translates an older English text"),
    ("docs/en/index.md", "The club", "That club", "translates an older English page"),
    ("facts/fr/facts/rc.yml", "gilet de sauvetage", "veston", "'life jacket' in English"),
    ("facts/fr/facts/rc.yml", "Les membres portent un gilet de sauvetage sur la rivière",
     "Members wear a life jacket on la rivière, gilet de sauvetage", "English left"),
]  # fmt: skip


def _problems(sample):
    from ktc.errors import CourseError

    try:
        return find_problems(sample.load())
    except CourseError as error:
        return error.problems


def _check_history(sample):
    for words in (["init", "-q"], ["add", "."], ["-c", "user.name=t", "-c", "user.email=t@t", "commit", "-qm", "x"]):
        subprocess.run(["git", *words], cwd=sample.root, check=True)


def test_the_sample_course_has_no_finding(sample):
    _check_history(sample)
    assert [str(problem) for problem in find_problems(sample.load())] == []


@pytest.mark.parametrize(("file", "old", "new", "says"), [row for row in ERRORS if row[3]])
def test_each_error_is_found(sample, file, old, new, says):
    sample.replace(file, old, new)
    found = [p for p in _problems(sample) if says in p.what and p.severity == "error"]
    assert found, [str(problem) for problem in _problems(sample)]
    assert all(problem.file and problem.remedy for problem in found)


@pytest.mark.parametrize(("file", "old", "new", "says"), WARNINGS)
def test_each_warning_is_found(sample, file, old, new, says):
    sample.replace(file, old, new)
    found = [p for p in _problems(sample) if says in p.what and p.severity == "warning"]
    assert found, [str(problem) for problem in _problems(sample)]


def test_an_exemption_with_a_reason_silences_its_warning(sample):
    sample.replace(QUIZ, "text: A jacket", "text: A jacket that floats and fits")
    sample.replace(QUIZ, "scenario: true", "scenario: true\n    exempt: {length: the wording of the rule}")
    assert not [problem for problem in _problems(sample) if "[length]" in problem.what]


def test_an_edition_altered_after_publication_is_an_error(sample):
    edition = next((sample.root / "quizzes/editions").iterdir())
    edition.write_text(edition.read_text().replace('"pass_mark": 50', '"pass_mark": 40'))
    assert any("altered or renamed" in problem.what for problem in _problems(sample))


def test_an_edition_deleted_in_a_commit_is_an_error(sample):
    _check_history(sample)
    next((sample.root / "quizzes/editions").iterdir()).unlink()
    _check_history(sample)
    assert any("altered or deleted" in problem.what for problem in _problems(sample))


def test_a_question_dropped_without_being_retired_is_an_error(sample):
    before = sample.load().quizzes["river-final"].questions[0].id
    sample.replace(QUIZ, "id: jacket-cold", "id: jacket-ice")
    problems = [p for p in _problems(sample) if "neither a question nor retired" in p.what]
    assert [before in p.what for p in problems] == [True]
    sample.replace(QUIZ, "questions:", "retired: [jacket-cold]\nquestions:")
    assert not [p for p in _problems(sample) if "neither a question nor retired" in p.what]


def test_a_broken_bank_is_not_sent_to_publication(sample):
    sample.replace(QUIZ, "A jacket, right: true", "A jacket")
    assert not [problem for problem in _problems(sample) if "is not published" in problem.what]


def test_a_stray_edition_outside_git_is_told(sample):
    _check_history(sample)
    sample.replace(QUIZ, "pass_mark: 50", "pass_mark: 60")
    publish(sample.load())
    sample.replace(QUIZ, "pass_mark: 60", "pass_mark: 50")
    assert any("key of no bank" in problem.what for problem in _problems(sample))


def test_an_edition_deleted_in_the_working_tree_is_brought_back_not_published_again(sample):
    _check_history(sample)
    next((sample.root / "quizzes/editions").iterdir()).unlink()
    (problem,) = [p for p in _problems(sample) if p.severity == "error"]
    assert problem.remedy.startswith("bring it back: git checkout HEAD --")


def test_without_history_the_check_says_what_it_could_not_see(sample):
    assert any("not checked" in problem.what and problem.severity == "warning" for problem in _problems(sample))


def test_the_projects_own_course_has_no_error(course):
    assert [str(problem) for problem in find_problems(course) if problem.severity == "error"] == []


def test_the_projects_own_questions_have_no_warning(course):
    found = [p for p in find_problems(course) if re.fullmatch(r"quizzes/[\w-]+\.yml", p.file)]
    assert [str(problem) for problem in found] == []


@pytest.mark.parametrize("kind", ["ENCRYPTED PRIVATE KEY", "PRIVATE KEY", "OPENSSH PRIVATE KEY"])
def test_a_private_key_in_the_project_is_found(sample, kind):
    (sample.root / "docs" / "key.pem").write_text(f"-----BEGIN {kind}-----\n{'MIGbMFc' * 8}\n", encoding="utf-8")
    assert any("this is a private key" in problem.what for problem in find_problems(sample.load()))
