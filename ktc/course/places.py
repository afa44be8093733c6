"""Which page states which fact: read from the calls in the English pages."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ktc.course.models import Clause, Code
from ktc.course.pages import Page, read_pages

# Pages that repeat a statement for a task of their own: nobody goes there to read it.
REPEATING = {"trainers/index.md"}
CALL = re.compile(r"\{\{\s*(\w+)\(([^)]*)\)\s*\}\}")
_TEXT = re.compile(r"[\"']([^\"']*)[\"']")


@dataclass(frozen=True)
class Place:
    """A page that states a fact, by its path below docs/<lang>/; the fact's own anchor is in it."""

    page: str
    call: str


def arguments(given: str) -> list[str]:
    """The texts in the parentheses of a call."""
    return _TEXT.findall(given)


def places(course) -> dict[str, list[Place]]:
    """Every fact that a page states, with its places: in the order in which a reader is sent there."""
    found: dict[str, list[Place]] = {}
    pages = read_pages(course.root, "en")
    order = _order(course)
    read = [name for name in pages if name not in REPEATING]
    for name in sorted(read, key=lambda name: (order.get(name, len(order)), name)):
        for call, id in _stated(course, pages[name]):
            if name not in [place.page for place in found.setdefault(id, [])]:
                found[id].append(Place(name, call))
    return found


def _order(course) -> dict[str, int]:
    """Where a reader is sent first: pages of codes, then those of modules in the order of the curriculum."""
    codes = [code.page for code in course.codes.values()]
    modules = sorted(course.curriculum.modules.values(), key=lambda module: module.number)
    return {name: at for at, name in enumerate([*codes, *(page for one in modules for page in one.pages)])}


def _stated(course, page: Page) -> Iterable[tuple[str, str]]:
    for match in CALL.finditer(page.body):
        for id in stated_by(course, match[1], arguments(match[2])):
            yield match[1], id


def stated_by(course, call: str, given: list[str]) -> list[str]:
    """The facts that one call puts on a page with their source; pictures and lists of links only point at facts."""
    if call in ("fact", "statements", "chooser"):
        return [id for id in given if id in course.facts]
    clauses = {clause.id: clause for code in course.codes.values() for clause in code.clauses}
    if call == "clause":
        return [id for one in given if one in clauses for id in clause_facts(clauses[one])]
    if call == "code":
        return [id for one in given if one in course.codes for id in code_facts(course.codes[one])]
    return []


def clause_facts(clause: Clause) -> list[str]:
    """The facts of a clause: itself, its parts, its reasons, and notes about it."""
    return [clause.id, *(part.id for part in clause.parts), *clause.reasons, *clause.notes]


def code_facts(code: Code) -> list[str]:
    """The facts of a whole code, in the order of its page."""
    outcomes = [id for one in code.consequences for id in (one.id, *one.reasons)]
    closing = [id for id in (code.upkeep, code.privacy, code.contact.fact) if id]
    steps = [id for one in code.procedures for id in one.facts]
    inner = [id for clause in code.clauses for id in clause_facts(clause)]
    return [
        *code.preamble,
        *code.preamble_reasons,
        *inner,
        *outcomes,
        *(one.id for one in code.rights),
        *steps,
        *closing,
    ]
