"""The grading key of a final check: what is graded, free of any language (certificates.md, Editions)."""

from certificates import verify
from ktc.course import models


def grading_key(quiz: models.Quiz, bank: list[models.Question]) -> dict:
    """The key as it is published: only ids, integers and booleans, so that JCS is plain sorted JSON.

    `bank` is what `Course.bank` gives: the questions of the check and of its pools.
    """
    must = set(quiz.must_be_right)
    return {
        "quiz": quiz.id,
        "pass_mark": quiz.pass_mark,
        "draw": [{"topic": rule.topic, "count": rule.count} for rule in quiz.draw],
        "questions": [_question(question, must) for question in bank],
    }


def _question(question: models.Question, must: set[str]) -> dict:
    return {
        "id": question.id,
        "kind": question.kind,
        "topic": question.topic,
        "clauses": list(question.clauses),
        "choices": sorted(question.offered),
        "right": list(question.right),
        "must": bool(must & set(question.clauses)),
    }


def edition_of(quiz: models.Quiz, bank: list[models.Question]) -> str:
    """The edition of a quiz: the name of its current grading key, 22 characters."""
    return verify.edition_id(grading_key(quiz, bank))
