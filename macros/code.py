"""The page of a code: whom it binds, who wrote it, what it asks and why, what its source leaves out."""

from ktc.course.languages import month_name
from ktc.course.places import clause_facts, code_facts
from ktc.course.shown import ClauseView, CodeView
from ktc.course.view import View
from macros.fact import badge, fresh, small_print
from macros.render import render, view


def code(env, id: str) -> str:
    """The whole body of a code's page."""
    here = view(env)
    one = here.code(id)
    closing = [here.fact(id) for id in (one.upkeep, one.privacy, one.contact.fact) if id]
    return render(
        env,
        "code.html",
        code=one,
        source=here.source(one.source),
        last_seen=last_seen(here, one),
        acceptance="code.acceptance_" + one.acceptance.replace("-", "_"),
        clauses=[parts_of(here, clause) for clause in one.clauses],
        preamble=small_print(here, one.preamble),
        closing=closing,
        anchors=fresh(env, code_facts(one.data)),
        lacking=any(badge(fact) == "missing" for fact in closing),
        badge=badge,
        small_print=lambda *ids: small_print(here, ids),
    )


def clause(env, id: str) -> str:
    """One clause of a code, as it stands on the page of the code."""
    here = view(env)
    one = here.clause(id)[1]
    anchors = fresh(env, clause_facts(one.data))
    return render(env, "clause.html", badge=badge, shown=parts_of(here, one), anchors=anchors)


def parts_of(here: View, clause: ClauseView) -> dict[str, object]:
    """What the clause's template shows: its facts by their role, and one line of small print for all."""
    ids = [clause.id, *(part.id for part in clause.parts), *clause.reasons]
    return {
        "clause": clause,
        "name": clause_word(clause),
        "main": here.fact(clause.id),
        "parts": [here.fact(part.id) for part in clause.parts],
        "reasons": [here.fact(id) for id in clause.reasons],
        "notes": [here.fact(id) for id in clause.notes],
        "print": small_print(here, ids),
    }


def clause_word(clause: ClauseView) -> str:
    """The word for what a code calls its clauses; "Clause" where it has none of its own."""
    named = clause.tier in ("responsibility", "commitment")
    return f"code.clause_{clause.tier}" if named else "code.clause_other"


def last_seen(here: View, code: CodeView) -> str:
    """Month and year in which the issuer's page was last seen; what the host found later wins."""
    return month_name(here.course.current.last_seen.get(code.id, code.status.last_seen), here.language.babel)
