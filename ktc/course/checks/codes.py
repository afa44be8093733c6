"""Codes of conduct: what each names exists; a code says whom it binds and what is absent, an article binds nobody."""

from collections import Counter
from collections.abc import Iterable

from ktc.course import models
from ktc.course.course import Course
from ktc.errors import Problem

OUTSIDE = "add it to `documents` (a paper) or `bodies` (somebody), with its title"


def find(course: Course) -> Iterable[Problem]:
    """Every finding in facts/codes/."""
    clauses = Counter(clause.id for code in course.codes.values() for clause in code.clauses)
    for name, code in course.parts.items():
        if not isinstance(code, models.Code):
            continue
        found = [*_whole(code), *_kind(code), *_names(code), *_family(course, code), *_clauses(code, clauses)]
        for what, remedy, place in found:
            yield course.files[name].problem(what, remedy, place)


def _whole(code: models.Code) -> Iterable[tuple[str, str, tuple]]:
    if not code.clauses:
        yield "has no clause", "add at least one", ("clauses",)
    if code.kind == "code" and not code.absent:
        yield "does not say what its source leaves out", "list it in `absent`: readers will look for it", ("id",)
    if code.preamble_reasons and code.preamble_basis in ("none", "unknown"):
        remedy = "say `preamble_basis`: stated or inferred"
        yield "has reasons for its opening without a basis", remedy, ("preamble_reasons",)


def _kind(code: models.Code) -> Iterable[tuple[str, str, tuple]]:
    """A code binds somebody; an explainer binds nobody and so has nothing to accept and nothing to lose."""
    if code.kind == "code":
        if not code.scope.persons:
            yield "does not say whom it binds", "name them in `scope.persons`", ("scope",)
        return
    if code.scope.persons or code.acceptance != "none" or code.consequences or code.rights:
        what = "an explainer binds nobody, yet it has persons, an acceptance, consequences or rights"
        yield what, "remove them and say `acceptance: none`, or call it a code", ("kind",)
    for index, clause in enumerate(code.clauses):
        if clause.tier != "practice":
            yield f"{clause.id} is a {clause.tier} of an explainer", "use the tier practice", ("clauses", index, "tier")


def _names(code: models.Code) -> Iterable[tuple[str, str, tuple]]:
    """Papers and people that a clause, a right or a channel names have a title."""
    papers = {paper.id for paper in code.documents}
    known = papers | {body.id for body in code.bodies}
    wanted = [(id, papers, ("clauses", n)) for n, clause in enumerate(code.clauses) for id in clause.refers_to]
    wanted += [(id, papers, ("rights", n)) for n, right in enumerate(code.rights) for id in right.governed_by]
    wanted += [(id, known, ("channels", n)) for n, channel in enumerate(code.channels) for id in channel.to]
    for id, names, place in wanted:
        if id not in names:
            yield f"nothing is called '{id}'", OUTSIDE, place


def _family(course: Course, code: models.Code) -> Iterable[tuple[str, str, tuple]]:
    """An adapted code names its origin, and clauses of it replace clauses of that one."""
    base = course.codes.get(code.derived_from or "")
    if code.derived_from and not base:
        yield f"there is no code '{code.derived_from}'", "see facts/codes/", ("derived_from",)
    theirs = {clause.id for clause in base.clauses} if base else set()
    for index, clause in enumerate(code.clauses):
        if clause.replaces and clause.replaces not in theirs:
            what = f"'{clause.replaces}' is no clause of the code that this one derives from"
            yield what, "correct the id, or name that code in `derived_from`", ("clauses", index, "replaces")


def _clauses(code: models.Code, clauses: Counter) -> Iterable[tuple[str, str, tuple]]:
    for index, clause in enumerate(code.clauses):
        place = ("clauses", index)
        if not clause.id.startswith(f"{code.prefix}-"):
            yield f"'{clause.id}' does not begin with '{code.prefix}-'", "correct the id or the prefix", (*place, "id")
        if clauses[clause.id] > 1:
            yield f"the clause '{clause.id}' stands here or elsewhere twice", "keep one of them", (*place, "id")
        if code.kind == "code" and not clause.topics:
            yield f"{clause.id} has no topic, so no comparison shows it", "name at least one", (*place, "topics")
        if bool(clause.reasons) == (clause.reasons_basis in ("none", "unknown")):
            what = f"{clause.id} has {len(clause.reasons)} reasons and the basis '{clause.reasons_basis}'"
            yield what, "reasons are stated or inferred; without any, none or unknown", (*place, "reasons_basis")
