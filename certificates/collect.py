"""Completion records from whatever came in: a folder of files, links, texts with many links; as a table.

Nothing is fetched. A record that comes twice counts once. Two records with the same random number are one record
that was altered, so neither counts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from certificates import verify

MEANINGS = {
    "duplicate": "the same record came before",
    "nonce-reused": "the same record came with another name or other answers: ask the people",
    "signed-already": "this is a signed certificate, not a completion record",
}
FORMULA = re.compile(r"(^|[;\t\r\n])(?=[=+\-@\t\r＝＋－＠])")  # as overrides/assets/src/js/csv.js
COLUMNS = ("result", "reason", "name", "studied", "right", "of", "finished", "session", "edition", "file", "link")


@dataclass(frozen=True)
class Row:
    """One candidate. `reason` is "" where it may be signed; else a code of verify.py or of MEANINGS."""

    file: str
    text: str
    reason: str
    payload: str = ""
    language: str = ""
    certificate: dict | None = None

    @property
    def why(self) -> str:
        """The reason in words."""
        return MEANINGS.get(self.reason) or " ".join((verify.MESSAGES | verify.TROUBLE).get(self.reason, ("",)))


def collect(given: Iterable[str], trust: dict, now: float, known: Mapping[str, str] | None = None) -> list[Row]:
    """A row for each candidate in files, folders and links; `known`: the payload of each nonce already signed."""
    quiet = verify.Progress([])
    jobs = chain.from_iterable(verify.jobs(one, quiet) for one in given)
    return refuse_reused([row(file, text, trouble, trust, now) for file, _, text, trouble in jobs], known or {})


def row(file: str, text: str, trouble: str, trust: dict, now: float) -> Row:
    """One candidate, graded again."""
    if trouble:
        return Row(file, "", trouble)
    judged = verify.check(text, trust, now)
    shown = judged["certificate"]
    if not shown or shown["level"] != "self-recorded":
        return Row(file, text, judged["reason"] or "signed-already", certificate=shown)
    before, mark, after = text.strip(verify.WHITE).partition("#r=")
    return Row(file, text, judged["reason"], after if mark else before, language_of(before), shown)


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


def table(rows: list[Row]) -> str:
    """The rows as CSV that spreadsheets open as text, never as formulas; `sign` can read it again.

    The link comes last: whoever deletes a line takes that record out.
    """
    lines = [COLUMNS, *map(cells, rows)]
    return "\ufeff" + "".join(",".join(map(cell, line)) + "\r\n" for line in lines)


def cells(one: Row) -> tuple:
    shown = one.certificate or dict.fromkeys(("name", "title", "right", "drawn", "finished", "session", "edition"), "")
    score = ("" if shown[part] is None else shown[part] for part in ("right", "drawn"))
    result = "refused" if one.reason else "passed"
    file = "" if verify.is_candidate(one.file) else one.file  # two links in a line would be read as one word
    link = f"#r={one.payload}" if one.payload and "#r=" not in one.text else one.text.strip(verify.WHITE)
    return (result, one.why, shown["name"], shown["title"], *score, shown["finished"], shown["session"],
            shown["edition"], file, link[: verify.LIMIT])  # fmt: skip


def cell(value: object) -> str:
    text = FORMULA.sub(r"\1'", str(value)).replace('"', '""')
    return f'"{text}"'
