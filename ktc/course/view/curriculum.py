"""Modules, courses and diagrams in one language."""

from functools import cached_property

from ktc.course import models
from ktc.course.shown import CourseView, DiagramView, LinkView, ModuleView, NodeView, ObjectiveView
from ktc.course.view.words import WordsView

FILE = "facts/curriculum.yml"


class CurriculumView(WordsView):
    """How the course is built."""

    @cached_property
    def modules(self) -> dict[str, ModuleView]:
        """By id, in the order of their numbers."""
        found = sorted(self.course.curriculum.modules.items(), key=lambda pair: pair[1].number)
        return {id: self._module(id, module) for id, module in found}

    def module(self, id: str) -> ModuleView:
        return self.modules[id]

    def _module(self, id: str, module: models.Module) -> ModuleView:
        place = ("modules", id)
        title, summary = (self._text(getattr(module, n), FILE, place, n) for n in ("title", "summary"))
        objectives = tuple(
            ObjectiveView(key, one.level, tuple(one.facts), self._text(one.text, FILE, place, f"objectives.{key}"))
            for key, one in module.objectives.items()
        )
        return ModuleView(data=module, id=id, title=title, summary=summary, objectives=objectives)

    @cached_property
    def courses(self) -> dict[str, CourseView]:
        return {id: self._course(id, one) for id, one in self.course.curriculum.courses.items()}

    def study(self, id: str) -> CourseView:
        """A course of study; `course` is the whole that this view shows."""
        return self.courses[id]

    def _course(self, id: str, one: models.StudyCourse) -> CourseView:
        title, summary = (self._text(getattr(one, n), FILE, ("courses", id), n) for n in ("title", "summary"))
        modules = tuple(self.modules[module] for module in one.modules)
        return CourseView(data=one, id=id, title=title, summary=summary, modules=modules)

    # -- diagrams

    @cached_property
    def diagrams(self) -> dict[str, DiagramView]:
        return {id: self._diagram(one) for id, one in self.course.diagrams.items()}

    def diagram(self, id: str) -> DiagramView:
        return self.diagrams[id]

    def _diagram(self, one: models.Diagram) -> DiagramView:
        file = f"facts/diagrams/{one.id}.yml"
        title, summary = (self._text(getattr(one, n), file, (n,), "text") for n in ("title", "summary"))
        nodes = tuple(
            NodeView(node, *(self._text(getattr(node, n), file, ("nodes", node.id), n) for n in ("title", "text")))
            for node in one.nodes
        )
        links = tuple(
            LinkView(link, self._text(link.label, file, ("links", f"{link.from_}-{link.to}"), "label"))
            for link in one.links
        )
        return DiagramView(data=one, title=title, summary=summary, nodes=nodes, links=links)
