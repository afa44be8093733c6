"""The home page: who are you, which code, and what you had begun on this device."""

from ktc.course.shown import QuizView
from ktc.course.view import View
from macros.code import folder
from macros.render import render, view


def who_are_you(env) -> str:
    """Cards for members, trainers and hosts; members go to the first code."""
    first = next(iter(view(env).codes.values()))
    pages = {"member": first.page.replace(".md", ".html"), "trainer": "trainers/index.html", "host": "host/index.html"}
    return render(env, "home.html", cards=pages.items())


def continue_card(env) -> str:
    """What was begun on this device; stays hidden until assets/src/js/home.js finds something."""
    here = view(env)
    quizzes = [(quiz, page_of(here, quiz)) for quiz in here.quizzes.values()]
    return render(env, "continue.html", quizzes=quizzes)


def page_of(here: View, quiz: QuizView) -> str:
    """The page on which a quiz is taken, inside the language's folder."""
    kind = "check" if quiz.kind == "final" else "practice"
    return f"{kind}/{folder(here.code(quiz.code))}/index.html"
