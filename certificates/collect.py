"""Completion records from whatever came in: a folder of files, links, texts with many links; as a table.

Nothing is fetched. A record that comes twice counts once. Two records with the same random number are one record
that was altered, so neither counts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from certificates import credential, table, verify

MEANINGS = {
    "duplicate": "the same record came before",
    "nonce-reused": "the same record came with another name or other answers: ask the people",
    "signed-already": "this is a signed certificate, not a completion record",
    "name-changed": "a name can only be changed by the learner making a new record",
    "withdrawn": "its certificate was withdrawn, so it is not signed again: the learner may make a new record",
    "demonstration": "this is the example of the verify page: nobody studied for it",
    "no-link": "there is no record in this line",
}

DEMONSTRATION = {credential.example_nonce(name) for name in credential.EXAMPLES}


@dataclass(frozen=True)
class Row:
    """One candidate. `reason` is "" where it may be signed; else a code of verify.py or of MEANINGS."""

    file: str
    text: str
    reason: str
    payload: str = ""
    language: str = ""
    certificate: dict | None = None
    line: int = 0  # in a table; `source` is what its column "file" says
    source: str = ""

    @property
    def place(self) -> str:
        """Where it stands, for a person: file, line and file of origin in a table, the name in it."""
        words = [verify.short_of(self.file, 80), f"line {self.line}" if self.line else "", verify.safe(self.source)]
        name = (self.certificate or {}).get("name")
        return " ".join(filter(None, [*words, f'"{verify.safe(name)}"' if name else ""]))

    @property
    def why(self) -> str:
        """The reason in words."""
        return MEANINGS.get(self.reason) or " ".join((verify.MESSAGES | verify.TROUBLE).get(self.reason, ("",)))


def collect(given: Iterable[str], trust: dict, now: float, known: Mapping[str, str] | None = None) -> list[Row]:
    """A row for each candidate in files, folders and links; `known`: the payload of each nonce already signed."""
    rows = list(chain.from_iterable(rows_of(one, trust, now) for one in given))
    return refuse_reused(rows, known or {})


def rows_of(given: str, trust: dict, now: float) -> Iterator[Row]:
    """The candidates of a file, folder or link; a table of ours is read line by line."""
    if mark := table.delimiter(given):
        yield from (of_line(given, line, trust, now) for line in table.read(given, mark))
        return
    for file, _, text, trouble in verify.jobs(given, verify.Progress([])):
        yield row(file, text, trouble, trust, now)


def of_line(path: str, line: table.Line, trust: dict, now: float) -> Row:
    found = row(path, line.text, "" if line.text else "no-link", trust, now)
    if not found.reason and not table.same_name(line.name, found.certificate["name"]):
        found = replace(found, reason="name-changed")
    return replace(found, line=line.number, source=line.file)


def row(file: str, text: str, trouble: str, trust: dict, now: float) -> Row:
    """One candidate, graded again."""
    if trouble:
        return Row(file, "", trouble)
    judged = verify.check(text, trust, now)
    shown = judged["certificate"]
    if not shown or shown["level"] != "self-recorded":
        return Row(file, text, judged["reason"] or "signed-already", certificate=shown)
    before, mark, after = text.strip(verify.WHITE).partition("#r=")
    made = Row(file, text, judged["reason"], after if mark else before, language_of(before), shown)
    return replace(made, reason="demonstration") if nonce(made) in DEMONSTRATION else made


def language_of(link: str) -> str:
    """The language of the page that a link leads to; "" where it does not tell."""
    found = re.search(r"/([a-z]{2,3})/verify/(index\.html)?$", link)
    return found[1] if found else ""


def refuse_reused(rows: list[Row], known: Mapping[str, str]) -> list[Row]:
    """The rows, with those refused that repeat a record or its random number."""
    payloads = defaultdict(set)
    for one in rows:
        if one.payload:
            payloads[nonce(one)].add(one.payload)
    for number, payload in known.items():
        payloads[number].add(payload)
    seen, found = set(), []
    for one in rows:
        if one.payload and not one.reason and len(payloads[nonce(one)]) > 1:
            one = replace(one, reason="nonce-reused")
        elif one.payload in seen and one.payload:
            one = replace(one, reason="duplicate")
        seen.add(one.payload)
        found.append(one)
    return found


def nonce(one: Row) -> str:
    return one.payload.split(".")[3]


def as_table(rows: list[Row]) -> str:
    """The rows as a table that `sign` can read again."""
    return table.write([table.COLUMNS, *map(cells, rows)])


def cells(one: Row) -> tuple:
    shown = one.certificate or dict.fromkeys(("name", "title", "right", "drawn", "finished", "session", "edition"), "")
    score = ("" if shown[part] is None else shown[part] for part in ("right", "drawn"))
    result = "refused" if one.reason else "passed"
    file = "" if verify.is_candidate(one.file) else one.file  # two links in a line would be read as one word
    text = one.text.strip(verify.WHITE)
    link = f"#r={one.payload}" if one.payload and "#r=" not in text else text
    return (result, one.why, shown["name"], shown["title"], *score, shown["finished"], shown["session"],
            shown["edition"], file, link if verify.is_candidate(link) else "")  # fmt: skip
