"""Facts: what a page states, how far it holds, on whose word, as of when, and how it is now."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from ktc.course.shown import FactView, SourceView, Text
from ktc.course.view import View
from macros.render import address, fact_anchor, render, url, view

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
    """One line of small print: badge with its time or place, source, places in it, date, what a figure counts."""

    badge: str
    detail: Text | None
    source: SourceView
    places: tuple[Text, ...]
    as_of: Text
    counts: Text | None = None


@dataclass(frozen=True)
class Way:
    """A way from a statement to another one. `text` is what is said there, unless this page has said it already."""

    fact: FactView
    title: Text | None
    href: str
    text: Text | None = None


@dataclass(frozen=True)
class Stated:
    """Facts above one line of small print, how it is now with what they tell, and what to read along with them."""

    facts: tuple[FactView, ...]
    print: SmallPrint
    now: tuple[Way, ...]
    along: tuple[Way, ...]


def fact(env, id: str) -> str:
    """One fact with its badge and its source, as a block of its own."""
    return statements(env, id)


def statements(env, *ids: str) -> str:
    """Facts as a block: each with our note, one small print for those that share it, ways to what belongs to them."""
    here = view(env)
    groups = [tuple(group) for _, group in groupby(map(here.fact, ids), key=_shared)]
    stated = [_stated(env, here, group) for group in groups]
    return render(env, "statements.html", groups=stated, anchors=fresh(env, ids), again=lambda one: _again(env, one))


def _shared(one: FactView) -> tuple:
    """What facts must share to stand above the same small print."""
    return badge(one), one.source, one.as_of.text, str(one.era), str(one.counts), str(one.place)


def _stated(env, here: View, facts: tuple[FactView, ...]) -> Stated:
    now = _now(env, here, [one.now for one in facts if one.now])
    said = {way.href.split("#")[0] for way in now}
    along = ways(env, [id for one in facts for id in one.see])
    rest = tuple(way for way in along if way.href.split("#")[0] not in said)
    return Stated(facts, small_print(here, [one.id for one in facts]), now, rest)


def fresh(env, ids: Iterable[str]) -> set[str]:
    """Of these facts and clauses, those that the page has not shown yet: only they carry their anchor."""
    return {id for id in ids if first(env, "shown_facts", id)}


def _again(env, one: FactView) -> bool:
    """Whether another page states this fact first: a search finds it there."""
    return env.page.url != address(view(env).place(one.id))


def first(env, kind: str, name: str) -> bool:
    """Whether the page meets this for the first time."""
    met = env.page.meta.setdefault(kind, set())
    new = name not in met
    met.add(name)
    return new


def _now(env, here: View, ids: list[str]) -> tuple[Way, ...]:
    """How it is now: its text once a page, and not where the page states it anyway; else one link to each page."""
    own = env.page.meta.get("facts") or []
    found: dict[str, Way] = {}
    for id in dict.fromkeys(ids):
        if here.place(id):
            way = _way(env, here, id, id in own)
            told = bool(way.title) and first(env, "told_facts", id)
            found.setdefault(id if told else here.place(id), replace(way, text=way.fact.text if told else None))
    return tuple(found.values())


def ways(env, ids: list[str], own: list[str] | None = None) -> tuple[Way, ...]:
    """The pages that state these facts, each once; what this page states itself (`own`) needs no way."""
    here, own = view(env), (env.page.meta.get("facts") or []) if own is None else own
    pages = {here.place(id): id for id in reversed(ids) if id not in own and here.place(id)}
    return tuple(_way(env, here, id, False) for id in reversed(pages.values()))


def _way(env, here: View, id: str, own: bool) -> Way:
    """To the page that states a fact, by its title; on the page itself, without one."""
    page, anchor = here.place(id), fact_anchor(id)
    if own:
        return Way(here.fact(id), None, f"#{anchor}")
    return Way(here.fact(id), here.page_title(page), url(env, f"{address(page)}#{anchor}"))


def small_print(here: View, ids: list[str]) -> SmallPrint:
    """The line below some facts: the first one's badge, source and date, and every place they stand in."""
    facts = [here.fact(id) for id in ids]
    places = {one.where.text: one.where for one in facts}
    first = facts[0]
    detail = first.as_of if first.label == "CURRENT" else first.era or first.place
    return SmallPrint(
        badge(first), detail, here.source(first.source), tuple(places.values()), first.as_of, first.counts
    )


def badge(fact: FactView) -> str:
    """How far a fact holds, as readers see it: in-force, then, figure, here-only, disputed, missing, note or now.

    "" where nothing needs saying: "in force" is said of rules, not of every undisputed statement.
    """
    if fact.label == "STANDING" and not fact.of_code:
        return ""
    if fact.label == "DATED" and not fact.counts:
        return "then"
    return BADGES[fact.label]
