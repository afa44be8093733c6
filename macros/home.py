"""The home page: who are you, which course, and what you had begun on this device."""

from dataclasses import dataclass

from ktc.course.shown import QuizView, Text
from ktc.course.view import View
from macros.outline import outline
from macros.render import address, render, use, view


@dataclass(frozen=True)
class Taken:
    """A quiz that has a page of its own. `name` tells it from others of its kind: its module or its course."""

    quiz: QuizView
    page: str
    name: Text

    @property
    def word(self) -> str:
        """The word for its kind."""
        return "nav.check" if self.quiz.kind == "final" else "nav.practice"


def who_are_you(env) -> str:
    """Cards for members (who first find their code), trainers and hosts; then one for each course, and two ways in."""
    use(env, "study")
    pages = {"member": "which-code/index.html", "trainer": "trainers/index.html", "host": "host/index.html"}
    ways = {"which_code": "which-code/index.html", "compare": "compare/index.html"}
    courses = view(env).courses.values()
    return render(env, "home.html", cards=pages.items(), courses=courses, ways=ways.items())


def continue_card(env) -> str:
    """What was begun on this device; stays hidden until assets/src/js/home.js finds something."""
    use(env, "study")
    here = view(env)
    block = outline(here, here.modules.values(), here.courses.values(), full=True)
    return render(env, "continue.html", quizzes=taken(here), outline=block)


def page_of(quiz: QuizView) -> str:
    """The page on which a quiz is taken, inside the language's folder."""
    return address(quiz.page)


def taken(here: View) -> list[Taken]:
    """Every quiz that has a page of its own: pools have none."""
    return [Taken(quiz, page_of(quiz), _name(here, quiz)) for quiz in here.quizzes.values() if quiz.page]


def _name(here: View, quiz: QuizView) -> Text:
    """The module of a practice quiz, the course of a final check; its own title where it has neither."""
    modules = [one for one in here.modules.values() if one.practice == quiz.id]
    courses = [one for one in here.courses.values() if one.check == quiz.id]
    return next((one.title for one in (*modules, *courses)), quiz.title)
