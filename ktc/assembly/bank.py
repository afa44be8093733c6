"""The bank of a final check as a classic script, loaded when the learner presses Start."""

import json

from ktc.course.course import Course
from ktc.course.shown import QuestionView, QuizView
from ktc.course.view import View


def bank_script(course: Course, language: str, quiz: str) -> str:
    """`ktc.bank({...})` with the texts of one language; questions in the order of the grading key."""
    view = course.view(language)
    data = bank(view, view.quiz(quiz))
    return f"ktc.bank({json.dumps(data, ensure_ascii=False, separators=(',', ':'))});\n"


def bank(view: View, quiz: QuizView) -> dict:
    """The bank as plain data (see overrides/assets/src/js/check.js)."""
    return {
        "quiz": quiz.id,
        "edition": quiz.edition,
        "pass_mark": quiz.pass_mark,
        "draw": [{"topic": rule.topic, "count": rule.count} for rule in quiz.draw],
        "questions": [_question(question) for question in quiz.questions],
    }


def _question(question: QuestionView) -> dict:
    choices = [{"id": c.id, **_texts(c, "text", "feedback")} for c in question.choices]
    data = {
        "id": question.id,
        "kind": question.kind,
        "topic": question.topic,
        "must": question.must,
        "clauses": list(question.clauses),
        "right": list(question.right),
        "stem": question.stem.text,
        "choices": choices,
    }
    if question.prompts:
        data["prompts"] = [_texts(prompt, "text", "feedback") for prompt in question.prompts]
    if question.sensitive:
        data["sensitive"] = True
    return data | ({"lang": question.stem.lang} if question.stem.is_fallback else {})


def _texts(part: object, *names: str) -> dict[str, str]:
    return {name: text.text for name in names if (text := getattr(part, name))}
