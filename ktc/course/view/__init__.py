"""The course in one language: every text joined, with English standing in where one is missing."""

from ktc.course.view.codes import CodesView
from ktc.course.view.facts import FactsView
from ktc.course.view.study import StudyView


class View(FactsView, CodesView, StudyView):
    """Everything a page may show, in one language. Unknown ids raise KeyError with the id."""


__all__ = ["View"]
