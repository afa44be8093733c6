"""What the scripts know of the course: modules with their pages, practice and minutes, as a data block in the page."""

import json
from collections.abc import Iterable

from markupsafe import Markup

from ktc.course.shown import CourseView, ModuleView, Stop, Text
from ktc.course.view import View
from macros.render import address, data_block


def outline(view: View, modules: Iterable[ModuleView], courses: Iterable[CourseView] = (), full=False) -> Markup:
    """The block that assets/src/js/study.js reads; `full` adds titles, and the questions that can be reviewed."""
    data = {
        "modules": [_module(view, module, full) for module in modules],
        "courses": [_course(view, course) for course in courses],
    }
    return data_block("ktc-outline", json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def _module(view: View, module: ModuleView, full: bool) -> dict:
    quiz = view.quiz(module.practice)
    practice = _stop(view.practice(module), full) | {"quiz": quiz.id, "n": quiz.drawn}
    lessons = [_stop(stop, full) for stop in view.lessons(module)]
    data = {"id": module.id, "lessons": lessons, "practice": practice}
    return data | _named(module.title) | {"questions": [one.id for one in quiz.questions]} if full else data


def _stop(stop: Stop, full: bool) -> dict:
    data = {"page": address(stop.page), "minutes": stop.minutes}
    return data | _named(stop.title) if full else data


def _named(title: Text) -> dict:
    """A title, and that it is English where it stands in for a translation."""
    return {"title": title.text} | ({"lang": title.lang, "dir": title.dir} if title.is_fallback else {})


def _course(view: View, course: CourseView) -> dict:
    minutes = view.page_minutes(view.check_page(course))
    modules = [module.id for module in course.modules]
    return {"id": course.id, "modules": modules, "check": {"quiz": course.check, "minutes": minutes}}
