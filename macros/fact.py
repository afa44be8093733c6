"""Facts and the sources they rest on: what a page states, how far it holds, on whose word, as of when."""

from dataclasses import dataclass

from ktc.course.shown import FactView, SourceView, Text
from ktc.course.view import View
from macros.render import render, view

BADGES = {
    "STANDING": "in-force",
    "SECTION": "here-only",
    "HISTORIC": "then",
    "DATED": "figure",
    "CONTESTED": "disputed",
    "INCOMPLETE": "missing",
    "META": "note",
}


@dataclass(frozen=True)
class SmallPrint:
    """One line of small print: badge, source, places in it, date. Stands once below the facts that share it."""

    badge: str
    source: SourceView
    places: tuple[Text, ...]
    as_of: Text


def fact(env, id: str) -> str:
    """One fact with its badge and its source, as a block of its own."""
    one = view(env).fact(id)
    return render(env, "fact.html", fact=one, print=small_print(view(env), [id]))


def small_print(here: View, ids: list[str]) -> SmallPrint:
    """The line below some facts: the first one's badge, source and date, and every place they stand in."""
    facts = [here.fact(id) for id in ids]
    places = {one.where.text: one.where for one in facts}
    first = facts[0]
    return SmallPrint(badge(first), here.source(first.source), tuple(places.values()), first.as_of)


def badge(fact: FactView) -> str:
    """How far a fact holds, as readers see it: in-force, then, figure, here-only, disputed, missing or note."""
    return BADGES[fact.label]


def sources(env) -> str:
    """Every source with what it confirms and what it cannot prove, and what the badges mean."""
    here = view(env)
    return render(env, "sources.html", sources=here.sources.values(), badges=BADGES.values())


def corrections(env) -> str:
    """Where readers send corrections; says so when the host has named nobody."""
    return render(env, "corrections.html", contact=view(env).course.current.contacts.corrections)
