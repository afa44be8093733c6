"""Glossary terms: a link inside a sentence, and the page that explains them all."""

import unicodedata

from ktc.course.shown import TermView
from macros.render import render, view


def term(env, id: str) -> str:
    """The term as a link to its explanation, for use inside a sentence."""
    return render(env, "term.html", term=view(env).term(id))


def glossary(env) -> str:
    """Every term with its explanation, in the order of the language's alphabet."""
    here = view(env)
    terms = sorted(here.terms.values(), key=place)
    return render(env, "glossary.html", terms=terms, english=here.course.glossary.root)


def place(term: TermView) -> str:
    """Where a term stands in the list: without case, accents or the Arabic article."""
    letters = unicodedata.normalize("NFKD", term.term.text.casefold().removeprefix("ال"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
