"""Editions: named by their key, published once, language-neutral."""

from datetime import date

from ktc.course.editions import publish, published
from ktc.course.key import grading_key


def test_publishing_writes_the_key_under_its_own_name(sample):
    course = sample.load()
    edition = course.edition("river-final")
    assert published(sample.root)[edition]["key"] == grading_key(
        course.quizzes["river-final"], course.bank("river-final")
    )


def test_publishing_again_writes_nothing(sample):
    assert publish(sample.load()) == []


def test_a_changed_wording_keeps_the_edition(sample):
    before = sample.load().edition("river-final")
    sample.replace("quizzes/river-final.yml", "It is cold in Aldermoor", "It snows in Aldermoor")
    assert sample.load().edition("river-final") == before


def test_a_changed_key_is_a_new_edition_beside_the_old_one(sample):
    before = sample.load().edition("river-final")
    sample.replace("quizzes/river-final.yml", "pass_mark: 50", "pass_mark: 60")
    (new,) = publish(sample.load(), date(2030, 1, 2))
    assert set(published(sample.root)) == {before, new}
    assert published(sample.root)[new]["published"] == "2030-01-02"
