"""The pages of a learner's path: a module, a course, the whole module to print, and what is due for review."""

from babel.numbers import format_percent

from ktc.course.pages import slug_of
from ktc.course.shown import QuizView, Text
from ktc.course.view import View
from macros.code import named_clauses
from macros.outline import outline
from macros.render import address, render, url, use, view


def module(env, id: str) -> str:
    """What a module is for, its pages in order, its practice quiz, and what comes next."""
    here = view(env)
    one = here.module(id)
    practice = here.practice(one)
    return render(
        env,
        "module.html",
        module=one,
        lessons=here.lessons(one),
        practice=practice,
        questions=here.quiz(one.practice).drawn,
        whole=here.whole(one),
        courses=here.courses_of(one),
        onward=here.after(practice.page),
    )


def course(env, id: str) -> str:
    """A course: its modules in order, the final check with its rules, review and keeping."""
    here = view(env)
    one = here.study(id)
    check = here.quiz(one.check)
    return render(
        env,
        "course.html",
        course=one,
        check=check,
        rules=check_rules(here, check),
        outline=outline(here, one.modules, [one], full=True),
    )


def check_rules(here: View, check: QuizView) -> list[Text]:
    """The rules of a final check in one line: how many questions, pass mark, what must be right."""
    mark = format_percent(check.pass_mark / 100, locale=here.language.babel)
    named = named_clauses(here, check.must_be_right)
    rules = [here.word_text("study.check_line", n=check.drawn, pass_mark=mark)]
    return rules + ([here.word_text("study.check_must", clauses=named)] if named else [])


def review(env) -> str:
    """What is due for review, by module; assets/src/js/review-page.js fills it in."""
    use(env, "study")
    here = view(env)
    modules = here.modules.values()
    block = outline(here, modules, full=True)
    return render(env, "review.html", modules=modules, courses=here.courses.values(), outline=block)


def whole_module(env, id: str) -> str:
    """The head of a whole module: print and contents. Its texts follow where ktc/assembly/whole.py has put them."""
    lessons = view(env).lessons(view(env).module(id))
    joined = env.page.meta.get("joined", False)
    parts = [(stop.title, f"#{slug_of(stop.page)}" if joined else url(env, address(stop.page))) for stop in lessons]
    return render(env, "whole.html", parts=parts)
