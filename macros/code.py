"""The page of a code: whom it binds, who wrote it, what it asks and why, what follows, what its source leaves out."""

from babel import Locale
from babel.lists import format_list

from ktc.course.languages import month_name
from ktc.course.places import clause_facts, code_facts
from ktc.course.shown import ClauseView, CodeView, Text
from ktc.course.view import View
from macros.fact import badge, fresh, small_print
from macros.render import address, render, use, view


def code(env, id: str) -> str:
    """The whole body of a code's page."""
    use(env, "codes")
    here = view(env)
    one = here.code(id)
    return render(
        env,
        "code.html",
        code=one,
        source=here.source(one.source),
        clauses=[parts_of(here, clause) for clause in one.clauses],
        again=False,
        anchors=fresh(env, code_facts(one.data)),
        badge=badge,
        clause_word=clause_word,
        facts=lambda ids: [here.fact(id) for id in ids],
        small_print=lambda ids: small_print(here, ids),
        **_about(here, one),
        **_closing(here, one),
    )


def _about(here: View, one: CodeView) -> dict[str, object]:
    """What stands above the clauses: when it was last seen, how it is accepted, in which language it binds."""
    same = one.binding_language == here.language.code
    return {
        "last_seen": last_seen(here, one),
        "acceptance": "code.acceptance_" + one.acceptance.replace("-", "_"),
        "language": "" if same else language_name(one.binding_language, here.language.babel),
        "base": here.codes.get(one.derived_from or ""),
        "outside": [paper for paper in one.documents if not paper.address],
    }


def _closing(here: View, one: CodeView) -> dict[str, object]:
    """What stands below the clauses and belongs to none of them."""
    closing = [here.fact(id) for id in (one.upkeep, one.privacy, one.contact.fact) if id]
    return {
        "closing": closing,
        "lacking": any(badge(fact) == "missing" for fact in closing),
        "papers": {paper.id for paper in one.documents},
        "channels": [(channel, _clause_of(one, channel.fact)) for channel in one.channels],
    }


def _clause_of(one: CodeView, fact: str | None) -> ClauseView | None:
    """The clause that a fact belongs to."""
    parts = {part.id: clause for clause in one.clauses for part in clause.parts}
    return {clause.id: clause for clause in one.clauses}.get(fact or "", parts.get(fact or ""))


def clause(env, id: str) -> str:
    """One clause of a code, as it stands on the page of the code."""
    here = view(env)
    code, shown = here.clause(id)
    again = env.page.url != address(code.page)  # a search finds it on the page of its code
    anchors = fresh(env, clause_facts(shown.data))
    parts = parts_of(here, shown)
    return render(env, "clause.html", badge=badge, code=code, shown=parts, again=again, anchors=anchors)


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
        "replaced": here.clause(clause.replaces) if clause.replaces else None,
        "print": small_print(here, ids),
    }


def clause_word(clause: ClauseView) -> str:
    """The word for what a code calls its clauses: with a place for the number, where it has one."""
    return f"code.clause_{clause.tier}" if clause.number else f"tier.{clause.tier}"


def clause_name(here: View, clause: ClauseView) -> Text:
    """What a clause is called: "Commitment 6"."""
    return here.word_text(clause_word(clause), number=clause.number)


def named_clauses(here: View, ids: list[str]) -> str:
    """Clauses as a list in words: "Commitment 6 and Commitment 10"; "" for none."""
    clauses = [here.clause(id)[1] for id in ids]
    names = [here.word(clause_word(one), number=one.number) for one in clauses]
    return format_list(names, locale=here.language.babel)


def last_seen(here: View, code: CodeView) -> str:
    """Month and year in which the issuer's page was last seen; what the host found later wins."""
    return month_name(here.course.current.last_seen.get(code.id, code.status.last_seen), here.language.babel)


def language_name(code: str, locale: str) -> str:
    """What a language is called in the words of a locale."""
    return Locale.parse(code).get_language_name(locale) or code
