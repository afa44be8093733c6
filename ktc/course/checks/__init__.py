"""The checks of `make check`: each module finds one family of mistakes."""

from ktc.course.checks import codes, facts, items, pages, published, references, secrets, texts
from ktc.course.course import Course
from ktc.errors import Problem

FAMILIES = (references, codes, facts, items, texts, pages, secrets)


def find_problems(course: Course) -> list[Problem]:
    """Every problem in the course, sorted by file and line; empty when all is well."""
    found = {problem for family in FAMILIES for problem in family.find(course)}
    broken = frozenset(problem.file for problem in found if problem.severity == "error")
    return sorted(found | set(published.find(course, broken)))


def bank_errors(course: Course) -> list[Problem]:
    """What is wrong in the banks themselves: a key with such errors must not be published."""
    found = {problem for family in (references, items) for problem in family.find(course)}
    return sorted(p for p in found if p.severity == "error" and p.file.startswith("quizzes/"))
