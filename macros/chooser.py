"""Which code applies to me: a few choices, built from whom each code binds and who issued it."""

from markupsafe import Markup

from ktc.course.shown import CodeView
from ktc.course.view import View
from macros.compare import codes_in_order
from macros.fact import statements
from macros.render import render, use, view


def chooser(env, *elsewhere: str) -> str:
    """The choices; `elsewhere` are facts on codes that this site does not hold."""
    use(env, "codes")
    here = view(env)
    codes = codes_in_order(here)
    return render(
        env,
        "chooser.html",
        codes=codes,
        sections=_by(codes, "section"),
        international=[code for code in _by(codes, "international") if "international-member" in code.scope.persons],
        groups=_by(codes, "group"),
        hosts=[code for code in codes if code.scope.occasions or "attendee" in code.scope.persons],
        courses=_courses(here),
        elsewhere=Markup(statements(env, *elsewhere)) if elsewhere else "",  # HTML of our own
    )


def _by(codes: list[CodeView], kind: str) -> list[CodeView]:
    return [code for code in codes if code.issuer.kind == kind]


def _courses(here: View) -> dict[str, object]:
    """The course on each code that has one."""
    return {course.code: course for course in here.courses.values()}
