"""Facts and the sources they rest on: what a page states, how far it holds, on whose word, as of when."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from ktc.course.shown import FactView, SourceView, Text
from ktc.course.view import View
from macros.render import address, render, view

BADGES = {
    "STANDING": "in-force",
    "SECTION": "here-only",
    "HISTORIC": "then",
    "DATED": "figure",
    "CONTESTED": "disputed",
    "INCOMPLETE": "missing",
    "META": "note",
    "CURRENT": "now",
}


@dataclass(frozen=True)
class SmallPrint:
    """One line of small print: badge, source, places in it, date. Stands once below the facts that share it."""

    badge: str
    source: SourceView
    places: tuple[Text, ...]
    as_of: Text
    era: Text | None = None
    counts: Text | None = None


@dataclass(frozen=True)
class Stated:
    """Facts that share one line of small print, with what is read along with each of them."""

    facts: tuple[FactView, ...]
    print: SmallPrint


def fact(env, id: str) -> str:
    """One fact with its badge and its source, as a block of its own."""
    return statements(env, id)


def statements(env, *ids: str) -> str:
    """Facts as a block: each with its remark and what is to be read along, one small print for those that share it."""
    here = view(env)
    groups = [list(group) for _, group in groupby(map(here.fact, ids), key=_shared)]
    stated = [Stated(tuple(group), small_print(here, [one.id for one in group])) for group in groups]
    anchors = fresh(env, ids)
    return render(env, "statements.html", groups=stated, anchors=anchors, along=lambda one: _along(env, here, one))


def _shared(one: FactView) -> tuple:
    """What facts must share to stand above the same small print."""
    return one.label, one.source, one.as_of.text, str(one.era), str(one.counts)


def fresh(env, ids: Iterable[str]) -> set[str]:
    """Of these facts and clauses, those that the page has not shown yet: only they carry their anchor."""
    shown = env.page.meta.setdefault("shown_facts", [])
    new = {id for id in ids if id not in shown}
    shown += sorted(new)
    return new


def _along(env, here: View, one: FactView) -> list[tuple[str, FactView, str]]:
    """What is read along with a fact, unless the page states it too: (word, fact, its page), how it is now first."""
    own = env.page.meta.get("facts") or []
    pairs = [("fact.now", one.now)] if one.now else []
    pairs += [("fact.see", id) for id in one.see if id != one.now]
    return [(word, here.fact(id), address(page)) for word, id in pairs if id not in own and (page := here.place(id))]


def small_print(here: View, ids: list[str]) -> SmallPrint:
    """The line below some facts: the first one's badge, source and date, and every place they stand in."""
    facts = [here.fact(id) for id in ids]
    places = {one.where.text: one.where for one in facts}
    first = facts[0]
    source = here.source(first.source)
    return SmallPrint(badge(first), source, tuple(places.values()), first.as_of, first.era, first.counts)


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
