"""The checks of `make check`: each module finds one family of mistakes."""

from ktc.course.checks import items, pages, published, references, secrets, texts
from ktc.course.course import Course
from ktc.errors import Problem

FAMILIES = (references, items, texts, pages, published, secrets)


def find_problems(course: Course) -> list[Problem]:
    """Every problem in the course, sorted by file and line; empty when all is well."""
    return sorted({problem for family in FAMILIES for problem in family.find(course)})
