"""Glossary terms: a link inside a sentence, and the page that explains them all."""

import unicodedata
from dataclasses import dataclass

from ktc.course.shown import TermView
from macros.fact import Way, first, ways
from macros.render import render, use, view


@dataclass(frozen=True)
class Entry:
    """A term with the terms that belong to it and the pages that state what its explanation rests on."""

    term: TermView
    now: TermView | None
    earlier: tuple[TermView, ...]
    meanings: tuple[TermView, ...]
    pages: tuple[Way, ...]


def term(env, id: str) -> str:
    """The term as a link to its explanation, for use inside a sentence; a press opens the explanation in place."""
    use(env, "glossary")
    return render(env, "term.html", term=view(env).term(id), first=first(env, "shown_terms", id))


def glossary(env) -> str:
    """Every term with its explanation, in the order of the language's alphabet."""
    here = view(env)
    terms = sorted(here.terms.values(), key=place)
    entries = [_entry(env, term, terms) for term in terms]
    return render(env, "glossary.html", entries=entries, english=here.course.glossary.root)


def _entry(env, one: TermView, terms: list[TermView]) -> Entry:
    now = view(env).term(one.now) if one.now else None
    earlier = tuple(other for other in terms if other.now == one.id)
    meanings = tuple(view(env).term(id) for id in one.meanings)
    return Entry(one, now, earlier, meanings, ways(env, one.facts, own=[]))


def place(term: TermView) -> str:
    """Where a term stands in the list: without case, accents or the Arabic article."""
    letters = unicodedata.normalize("NFKD", term.term.text.casefold().removeprefix("ال"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
