"""What the statements rest on: the sources, which page shows which statement of them, what is current, corrections."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ktc.course.shown import FactView, SourceView, Text
from ktc.course.view import View
from macros.fact import BADGES, badge, small_print
from macros.render import address, fact_anchor, render, url, use, view

FIRST_WORDS = 7


@dataclass(frozen=True)
class Covered:
    """A statement and the pages that show it: (title, link)."""

    fact: FactView
    badge: str
    begun: Text
    pages: tuple[tuple[Text, str], ...]


@dataclass(frozen=True)
class Part:
    """The documents, or the public pages: each source with its statements. `key` is the end of the part's words."""

    key: str
    sources: tuple[tuple[SourceView, tuple[Covered, ...]], ...]

    @property
    def total(self) -> int:
        return sum(len(covered) for _, covered in self.sources)

    @property
    def shown(self) -> int:
        return sum(bool(one.pages) for _, covered in self.sources for one in covered)


def sources(env) -> str:
    """Every source with what it confirms and what it cannot prove, and what the badges mean."""
    use(env, "background")
    return render(env, "sources.html", parts=parts(env), badges=BADGES.values())


def coverage(env) -> str:
    """Every statement, by its source, with the pages that show it."""
    use(env, "background")
    return render(env, "coverage.html", parts=parts(env))


def parts(env) -> tuple[Part, Part]:
    """The source documents, which have numbers for ids, and the public pages."""
    here = view(env)
    facts: dict[str, list[Covered]] = {id: [] for id in here.sources}
    for fact in here.facts.values():
        facts[fact.source].append(Covered(fact, badge(fact), _begun(fact.text), tuple(_pages(env, here, fact.id))))
    both = [(source, tuple(facts[id])) for id, source in here.sources.items()]
    documents = tuple(pair for pair in both if pair[0].id.isdigit())
    return Part("documents", documents), Part("public", tuple(pair for pair in both if pair not in documents))


def _begun(text: Text) -> Text:
    """The first words of a statement, so that a reader knows it again."""
    words = text.text.split()
    return replace(text, text=" ".join(words[:FIRST_WORDS]) + " …") if len(words) > FIRST_WORDS else text


def _pages(env, here: View, fact: str) -> Iterable[tuple[Text, str]]:
    for place in here.course.places.get(fact, ()):
        yield here.page_title(place.page), url(env, f"{address(place.page)}#{fact_anchor(fact)}")


def current(env) -> str:
    """How things are now: each statement, the month in which it was last seen, and where to look again."""
    here = view(env)
    found = [(here.fact(id), small_print(here, [id]), now.address) for id, now in here.course.current.now.items()]
    return render(env, "current.html", found=found)


def corrections(env) -> str:
    """Where readers send corrections; says so when the host has named nobody."""
    return render(env, "corrections.html", contact=view(env).course.current.contacts.corrections)
