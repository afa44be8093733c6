"""Loading: schema mistakes name file, line and remedy; nothing is guessed."""

import pytest

from ktc.course import load_course
from ktc.course.yamlfile import parse_yaml
from ktc.errors import CourseError

BROKEN = [
    ("facts/facts/rc.yml", "label: STANDING", "label: TRUE", "facts/facts/rc.yml:1", "RC-1.label"),
    ("facts/facts/rc.yml", "where: rule 2, ", "", "facts/facts/rc.yml:2", "is missing"),
    ("facts/facts/rc.yml", "RC-2:", "RC-1:", "facts/facts/rc.yml:2", "stands here twice"),
    ("facts/facts/rc.yml", "RC-2: {", "RC-2: {{", "facts/facts/rc.yml:", "not valid YAML"),
    ("facts/codes/river.yml", "voice: third-person", "voice: loud", "facts/codes/river.yml:12", "voice"),
    ("facts/codes/river.yml", "voice: third-person", "voice: third-person\ncolour: red", ":13", "colour"),
    ("quizzes/river-final.yml", "kind: several", "kind: guess", "quizzes/river-final.yml:22", "kind"),
    ("quizzes/river-final.yml", "Rule 1 speaks of jackets that float, and of nothing else.", "No.", ":19", "40"),
]


@pytest.mark.parametrize(("file", "old", "new", "place", "says"), BROKEN)
def test_a_mistake_in_the_english_source_is_told_with_file_and_line(sample, file, old, new, place, says):
    sample.replace(file, old, new)
    with pytest.raises(CourseError) as caught:
        sample.load()
    assert place in str(caught.value)
    assert says in str(caught.value)
    assert caught.value.problems[0].remedy


def test_all_mistakes_are_told_at_once(sample):
    sample.replace("facts/facts/rc.yml", "label: STANDING", "label: TRUE")
    sample.replace("facts/codes/river.yml", "voice: third-person", "voice: loud")
    with pytest.raises(CourseError) as caught:
        sample.load()
    assert {problem.file for problem in caught.value.problems} == {"facts/facts/rc.yml", "facts/codes/river.yml"}


def test_a_missing_file_is_named(sample):
    sample.remove("facts/words.yml")
    with pytest.raises(CourseError, match="facts/words.yml"):
        sample.load()


def test_words_that_yaml_likes_to_convert_stay_words():
    data = parse_yaml("a: no\nb: on\nc: 2025-10-01\nd: true\n", "x.yml").data
    assert data == {"a": "no", "b": "on", "c": "2025-10-01", "d": True}


def test_the_projects_own_course_loads(course):
    assert course.language_codes == ["en", "fr", "es", "ar", "sw"]
    assert load_course(course.root).edition("intl-members-final") == course.edition("intl-members-final")
