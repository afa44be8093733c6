"""Where a page stands on the path of study: what theme templates show around it, as `config.extra.ktc.path`."""

from dataclasses import dataclass

from markupsafe import Markup

from ktc.course.shown import CourseView, ModuleView, Stop, Text
from ktc.course.view import View
from macros.outline import outline
from macros.render import address, file_of, text, up, words_json

WORDS = ("study.pages_read", "study.practised", "study.left", "study.nothing_left", "study.mark", "study.unmark")


@dataclass(frozen=True)
class Place:
    """A page of a module. `kind` is module, lesson, practice or whole; `n` counts lessons from 1, else it is 0."""

    module: ModuleView
    kind: str
    title: Markup
    href: str
    n: int
    total: int
    left: int


@dataclass(frozen=True)
class Entry:
    """A link of the list beside the text. `lesson` is the page's address where it can be marked as read."""

    href: str
    title: Markup
    current: bool
    lesson: str = ""


@dataclass(frozen=True)
class Side:
    """The list beside the text: what it is of, its entries, and the courses that this belongs to."""

    name: str
    entries: tuple[Entry, ...]
    courses: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Neighbour:
    """The page before or after. `course` is named where courses part."""

    href: str
    title: Markup
    course: Markup


class Path:
    """Answers for one language; `page` is a page of MkDocs."""

    def __init__(self, view: View):
        self.view = view

    def place(self, page) -> Place | None:
        """Nothing for a page of no module."""
        name = file_of(page.url)
        module = self.view.module_at(name)
        if module is None:
            return None
        lessons = list(module.pages)
        n = lessons.index(name) + 1 if name in lessons else 0
        kinds = {module.page: "module", self.view.practice(module).page: "practice", self.view.whole(module): "whole"}
        title, href = text(module.title), self._href(page, module.page)
        return Place(module, kinds.get(name, "lesson"), title, href, n, len(lessons), self._left(module, name))

    def _left(self, module: ModuleView, name: str) -> int:
        """Minutes from this page to the end of the module, for whoever reads in order."""
        stops = [*self.view.lessons(module), self.view.practice(module)]
        names = [stop.page for stop in stops]
        return sum(stop.minutes for stop in stops[names.index(name) if name in names else 0 :])

    def before(self, page) -> list[Neighbour]:
        return [self._neighbour(page, stop) for stop in self.view.before(file_of(page.url))]

    def after(self, page) -> list[Neighbour]:
        return [self._neighbour(page, stop) for stop in self.view.after(file_of(page.url))]

    def _neighbour(self, page, stop: Stop) -> Neighbour:
        course = text(stop.course.title) if stop.course else Markup("")
        return Neighbour(self._href(page, stop.page), text(stop.title), course)

    def side(self, page) -> Side | None:
        """The pages of the module, or the modules of the course, that a page belongs to."""
        name = file_of(page.url)
        if module := self.view.module_at(name):
            return Side(module.title.text, tuple(self._of_module(page, module)), self.courses(page))
        course = self.view.course_at(name)
        return Side(course.title.text, tuple(self._of_course(page, course))) if course else None

    def courses(self, page) -> tuple[Entry, ...]:
        """The courses that a page's module belongs to."""
        module = self.view.module_at(file_of(page.url))
        found = self.view.courses_of(module) if module else ()
        return tuple(self._entry(page, course.page, course.title) for course in found)

    def _of_module(self, page, module: ModuleView):
        say = self.view.word_text
        yield self._entry(page, module.page, say("study.overview"))
        for stop in self.view.lessons(module):
            yield self._entry(page, stop.page, stop.title, address(stop.page))
        yield self._entry(page, self.view.practice(module).page, say("nav.practice"))
        if whole := self.view.whole(module):
            yield self._entry(page, whole, say("study.whole"))

    def _of_course(self, page, course: CourseView):
        say = self.view.word_text
        yield self._entry(page, course.page, say("study.overview"))
        for module in course.modules:
            yield self._entry(page, module.page, module.title)
        yield self._entry(page, self.view.check_page(course), say("nav.check"))
        yield self._entry(page, "review/index.md", say("nav.review"))

    def _entry(self, page, target: str, title: Text, lesson: str = "") -> Entry:
        return Entry(self._href(page, target), text(title), file_of(page.url) == target, lesson)

    def _href(self, page, target: str) -> str:
        return up(page.url) + address(target)

    # -- what the scripts need

    def bundles(self, page) -> list[str]:
        """The browser bundles that show progress on pages of modules and courses."""
        name = file_of(page.url)
        starts = [course.page for course in self.view.courses.values()]
        return ["study"] if self.view.module_at(name) or name in starts else []

    def data(self, page) -> Markup:
        """The pages of the module and the words for its progress, as data blocks."""
        module = self.view.module_at(file_of(page.url))
        if module is None:
            return Markup("")
        return outline(self.view, [module]) + words_json(self.view, *WORDS)
