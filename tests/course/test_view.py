"""Joining languages: own texts where they are good, marked English where they are missing or stale."""

import pytest

from ktc.course.languages import plural_categories
from ktc.errors import CourseError


def test_a_translated_text_carries_its_language_and_state(sample):
    text = sample.load().view("fr").fact("RC-1").text
    assert (text.lang, text.dir, text.state, text.is_fallback) == ("fr", "ltr", "drafted", False)
    assert "gilet" in text.text


def test_a_missing_text_falls_back_to_marked_english(sample):
    sample.replace("facts/fr/facts/rc.yml", "RC-2:", "#RC-2:")
    text = sample.load().view("fr").fact("RC-2").text
    assert (text.text, text.lang, text.state, text.is_fallback) == ("The club had 42 boats.", "en", "missing", True)


def test_a_stale_text_falls_back_so_that_an_old_rule_is_never_shown(sample):
    sample.replace("facts/facts/rc.yml", "on the river", "on every river")
    text = sample.load().view("fr").fact("RC-1").text
    assert (text.state, text.lang) == ("stale", "en")
    assert "every river" in text.text


def test_a_missing_file_falls_back_as_a_whole(sample):
    sample.remove("quizzes/fr/river-final.yml")
    quiz = sample.load().view("fr").quiz("river-final")
    assert all(question.stem.is_fallback for question in quiz.questions)


def test_a_wrong_text_refuses_the_language(sample):
    sample.replace("quizzes/fr/river-final.yml", "      b: {text: Un gilet", "      d: {text: Un gilet")
    with pytest.raises(CourseError, match="choices.b.text"):
        sample.load().view("fr")


def test_plural_forms_follow_the_language(sample):
    view = sample.load().view("fr")
    assert view.word("quiz.left", n=1) == "1 question restante"
    assert view.word("quiz.left", n=0) == "0 question restante"  # French counts 0 as one
    assert view.word("quiz.left", n=5) == "5 questions restantes"
    assert sample.load().view("en").word("quiz.left", n=0) == "0 questions left"


def test_arabic_needs_all_six_categories():
    assert plural_categories("ar") == {"zero", "one", "two", "few", "many", "other"}


def test_words_for_the_browser_keep_their_placeholders(sample):
    words = sample.load().view("fr").words("quiz.")
    assert words["quiz.of"] == "Question {n} sur {total}"
    assert words["quiz.left"]["by"] == "n"


def test_must_be_right_comes_from_the_clauses(sample):
    assert all(question.must for question in sample.load().view("en").quiz("river-final").questions)


def test_a_missing_word_is_english_and_keeps_its_direction_in_a_right_to_left_language(sample):
    sample.replace("facts/languages.yml", "fr: {name: Français, dir: ltr", "fr: {name: Français, dir: rtl")
    sample.replace("facts/fr/words.yml", "site.name:", "#site.name:")
    view = sample.load().view("fr")
    assert view.word("site.name") == "\u2066River\u2069"
    assert view.word_text("site.name").is_fallback
    assert not view.word_text("site.tagline").is_fallback
