"""The comparison of all codes, topic by topic, read from their data."""

from dataclasses import dataclass

from ktc.course.shown import ClauseView, CodeView, FactView, Text
from ktc.course.view import View
from macros.code import clause_name
from macros.fact import badge
from macros.render import address, fact_anchor, render, use, view

TOPICS = ("voice", "material", "decency", "truth", "learning", "participation", "channel", "reporting", "privacy")
SAME_WORDS = ("secretariat", "board")  # glossary terms: one word for different bodies
COLUMNS = 3  # that fit beside each other; with more, the table scrolls


@dataclass(frozen=True)
class Entry:
    """One thing that a code says about a topic. `label` leads to it; `badge` only where it holds unlike the rest."""

    label: tuple[Text, ...]
    href: str
    text: Text
    fact: str = ""
    badge: str = ""


@dataclass(frozen=True)
class Cell:
    """What one code says about one topic; `empty` is the word for a code that has no clause on it, or ""."""

    code: CodeView
    entries: tuple[Entry, ...]
    empty: str


def comparison(env) -> str:
    """The table: a row a topic, a column a code; and what one word means in each."""
    use(env, "codes")
    here = view(env)
    codes = codes_in_order(here)
    return render(
        env,
        "compare.html",
        codes=[(code, badge(_first(here, code)), _first(here, code).place) for code in codes],
        rows=[(topic, [_cell(here, code, topic) for code in codes]) for topic in (*TOPICS, "consequence")],
        terms=[here.term(id) for id in SAME_WORDS if id in here.terms],
        scrolls=len(codes) > COLUMNS,
    )


def codes_in_order(here: View) -> list[CodeView]:
    """The codes in the order of the courses on them, then the others; articles that are no code are left out."""
    taught = [course.code for course in here.courses.values()]
    codes = [code for code in here.codes.values() if code.kind == "code"]
    return sorted(codes, key=lambda code: taught.index(code.id) if code.id in taught else len(taught))


def _first(here: View, code: CodeView) -> FactView:
    """The fact of the first clause: its label is the one that the code's statements have as a rule."""
    return here.fact(code.clauses[0].id)


def _cell(here: View, code: CodeView, topic: str) -> Cell:
    if topic == "consequence":
        said, notes = _outcomes(here, code), ()
    else:
        said = tuple(_clause(here, code, clause) for clause in code.clauses if topic in clause.topics)
        notes = _notes(here, code, topic)
    return Cell(code, said + notes, "" if said else _empty(code, bool(notes)))


def _empty(code: CodeView, noted: bool) -> str:
    """Of a code that was seen in part nobody can say that it is silent."""
    if code.seen == "part":
        return "compare.unseen"
    return "compare.no_clause" if noted else "compare.silent"


def _clause(here: View, code: CodeView, clause: ClauseView) -> Entry:
    return _entry(here, code, clause.id, clause_name(here, clause), clause.title)


def _entry(here: View, code: CodeView, fact: str, *label: Text) -> Entry:
    one, usual = here.fact(fact), _first(here, code)
    own = "" if one.label == usual.label else badge(one)
    return Entry(label, f"{address(code.page)}#{fact_anchor(fact)}", one.text, fact, own)


def _notes(here: View, code: CodeView, topic: str) -> tuple[Entry, ...]:
    """What stands outside the clauses: a promise on privacy by the issuer, an address for questions."""
    notes = {"privacy": code.privacy, "channel": code.contact.fact}
    fact = notes.get(topic)
    return (_entry(here, code, fact, here.word_text(f"compare.note_{topic}")),) if fact else ()


def _outcomes(here: View, code: CodeView) -> tuple[Entry, ...]:
    """Consequences, rights and procedures."""
    found = [_entry(here, code, one.id, here.word_text("code.consequences")) for one in code.consequences]
    found += [_entry(here, code, one.id, here.word_text("code.rights")) for one in code.rights]
    place = f"{address(code.page)}#consequences"
    found += [Entry((here.word_text("code.procedure"),), place, one.text) for one in code.procedures]
    return tuple(found)
