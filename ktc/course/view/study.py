"""The path of study in one language: the pages of a module in their order, and what stands before and after each."""

from collections.abc import Iterable
from functools import cached_property

from ktc.course.shown import CourseView, ModuleView, Stop
from ktc.course.view.curriculum import CurriculumView
from ktc.course.view.pages import PagesView
from ktc.course.view.quizzes import QuizzesView


class StudyView(CurriculumView, QuizzesView, PagesView):
    """Pages are named by their path below docs/<lang>/; minutes are those of their front matter."""

    def stop(self, page: str, course: CourseView | None = None) -> Stop:
        return Stop(page, self.page_title(page), self.page_minutes(page), course)

    def lessons(self, module: ModuleView) -> tuple[Stop, ...]:
        """The pages of a module in reading order: those that a learner marks as read."""
        return tuple(self.stop(page) for page in module.pages)

    def practice(self, module: ModuleView) -> Stop:
        """The page of a module's practice quiz."""
        return self.stop(self.quiz(module.practice).page)

    def whole(self, module: ModuleView) -> str:
        """The page that holds the whole module, to print; "" when there is none."""
        page = module.page.replace("index.md", "all/index.md")
        return page if page in self._pages[0] else ""

    def module_minutes(self, module: ModuleView) -> int:
        """Its pages and its practice together."""
        return sum(stop.minutes for stop in (*self.lessons(module), self.practice(module)))

    def check_page(self, course: CourseView) -> str:
        return self.quiz(course.check).page

    def course_minutes(self, course: CourseView) -> int:
        """Its modules and the final check together."""
        check = self.page_minutes(self.check_page(course))
        return sum(self.module_minutes(module) for module in course.modules) + check

    def courses_of(self, module: ModuleView) -> tuple[CourseView, ...]:
        return tuple(course for course in self.courses.values() if module in course.modules)

    # -- where a page stands

    def module_at(self, page: str) -> ModuleView | None:
        """The module that a page belongs to: its own page, a lesson, the practice quiz or the whole module."""
        return self._homes.get(page)

    def course_at(self, page: str) -> CourseView | None:
        """The course whose page, final check or list of questions this is."""
        return next((course for course in self.courses.values() if page in self._ends(course)), None)

    @cached_property
    def _homes(self) -> dict[str, ModuleView]:
        return {page: one for one in self.modules.values() for page in (*self._way(one), self.whole(one)) if page}

    def _way(self, module: ModuleView) -> list[str]:
        return [module.page, *module.pages, self.practice(module).page]

    def _ends(self, course: CourseView) -> tuple[str, ...]:
        check = self.check_page(course)
        return course.page, check, check.replace("index.md", "questions/index.md")

    # -- before and after

    def before(self, page: str) -> tuple[Stop, ...]:
        """Where the path comes from; more than one where courses meet. Empty off the path and at its start."""
        return self._beside(page, -1)

    def after(self, page: str) -> tuple[Stop, ...]:
        """Where the path goes on; more than one where courses part."""
        return self._beside(page, 1)

    def _beside(self, page: str, step: int) -> tuple[Stop, ...]:
        if module := self.module_at(page):
            way = self._way(module)
            if page not in way:
                return (self.stop(module.page),) if step < 0 else ()
            at = way.index(page) + step
            return (self.stop(way[at]),) if 0 <= at < len(way) else self._parted(module, step)
        course = self.course_at(page)
        return self._at_end(course, page, step) if course else ()

    def _parted(self, module: ModuleView, step: int) -> tuple[Stop, ...]:
        """The stop on the other side of a module's border in each of its courses, each once."""
        found = {course.id: self._across(course, module, step) for course in self.courses_of(module)}
        if len(set(found.values())) == 1:
            return (self.stop(next(iter(found.values()))),)
        own = {page: None for id in found for page in self._ends(self.courses[id])}
        return tuple(self.stop(page, own.get(page, self.courses[id])) for id, page in found.items())

    def _across(self, course: CourseView, module: ModuleView, step: int) -> str:
        at = course.modules.index(module) + step
        if at < 0:
            return course.page
        if at == len(course.modules):
            return self.check_page(course)
        return self._way(course.modules[at])[0 if step > 0 else -1]

    def _at_end(self, course: CourseView, page: str, step: int) -> tuple[Stop, ...]:
        """Before and after a course's own page, its check and the list of questions."""
        start, check, questions = self._ends(course)
        ways: dict[tuple[str, int], Iterable[str]] = {
            (start, 1): (course.modules[0].page,),
            (check, -1): (start,),
            (questions, -1): (check,),
        }
        return tuple(self.stop(found) for found in ways.get((page, step), ()))
