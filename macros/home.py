"""The home page: who are you, which code, and what you had begun on this device."""

from ktc.course.shown import QuizView
from ktc.course.view import View
from macros.render import address, render, view


def who_are_you(env) -> str:
    """Cards for members, trainers and hosts; members go to the first code."""
    first = next(iter(view(env).codes.values()))
    pages = {"member": address(first.page), "trainer": "trainers/index.html", "host": "host/index.html"}
    return render(env, "home.html", cards=pages.items())


def continue_card(env) -> str:
    """What was begun on this device; stays hidden until assets/src/js/home.js finds something."""
    return render(env, "continue.html", quizzes=taken(view(env)))


def page_of(quiz: QuizView) -> str:
    """The page on which a quiz is taken, inside the language's folder."""
    return address(quiz.page)


def taken(here: View) -> list[tuple[QuizView, str]]:
    """Every quiz that has a page of its own, with that page: pools have none."""
    return [(quiz, page_of(quiz)) for quiz in here.quizzes.values() if quiz.page]
