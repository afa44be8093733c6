"""Sign completion records in a batch: graded again, once each, whatever interrupts.

The order makes it safe: templates are published first; then a block of certificates is signed in memory, its lines
are put into the ledger and onto the disk, and only then its files are written. A run first writes the files that an
interrupted one left out: the ledger holds all that they need.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from certificates import credential, proofs, rdfc, table, verify
from certificates.collect import Row
from certificates.errors import CertificateError
from certificates.files import sweep, write_whole
from certificates.ledger import Ledger
from certificates.section import Section, pretty

BLOCK = 128  # certificates between two waits for the disk
INDEX = ("name", "session", "file", "number", "withdrawn")
VARIES = ("id", "name", "signed", "done", "until", "index", "rdfc", "jcs")
Write = Callable[[list[tuple[dict, str, Path]]], None]  # (values, id of the template, path without its ending)


@dataclass
class Outcome:
    """How many were signed now, were signed before, had their files written again; and rows refused."""

    signed: int = 0
    before: int = 0
    mended: int = 0
    refused: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Batch:
    """What a run signs with. `template(edition, language)` gives the texts of an achievement."""

    section: Section
    key: Ed25519PrivateKey
    signed: str
    until: str
    template: Callable[[str, str], dict[str, str]]
    language: str = "en"


def sign(batch: Batch, rows: Iterable[Row], ledger: Ledger, write: Write, progress=lambda done: None) -> Outcome:
    """Sign the rows that passed; `write` makes the pages of a block.

    Rows that were signed with this key before are counted, not signed. CertificateError where nothing can be signed.
    """
    rows = [refuse_withdrawn(row, ledger) for row in rows]
    passed = [row for row in rows if not row.reason]
    fresh = [row for row in passed if not known(batch, ledger, row)]
    outcome = Outcome(
        mended=mend(batch.section, ledger, write),
        before=len(passed) - len(fresh),
        refused=tuple(row for row in rows if row.reason),
    )
    templates: dict[tuple[str, str], tuple[str, dict]] = {}
    waiting = iter(fresh)
    while block := list(islice(waiting, BLOCK)):
        entries = list(sign_block(batch, block, ledger, templates))
        ledger.add(entries)
        write_files(batch.section, entries, write)
        outcome.signed += len(entries)
        progress(outcome.signed)
    write_index(batch.section, ledger)
    return outcome


def refuse_withdrawn(row: Row, ledger: Ledger) -> Row:
    withdrawn = not row.reason and credential.certificate_id(row.payload) in ledger.revoked
    return replace(row, reason="withdrawn") if withdrawn else row


def write_index(section: Section, ledger: Ledger) -> None:
    """Whose certificate each file is. It is private, so it lies beside the folder that is given out."""
    lines = {}
    for entry in ledger.signed.values():
        record = verify.decode_record(entry["payload"])
        number = stem(section, entry).name
        state = "withdrawn" if entry["id"] in ledger.revoked else ""
        lines[number] = (entry["name"], record["session"], f"{number}.html", number, state)
    text = table.write([INDEX, *sorted(lines.values())])
    write_whole(section.folder / "index.csv", text)


def known(batch: Batch, ledger: Ledger, row: Row) -> bool:
    return (credential.certificate_id(row.payload), batch.section.key) in ledger.signed


def sign_block(batch: Batch, block: list[Row], ledger: Ledger, templates: dict) -> Iterator[dict]:
    """Lines for the ledger, each a signed certificate."""
    taken = ledger.places()
    for row in block:
        name, template = publish_template(batch, row, templates)
        index = credential.draw_index(taken)
        taken.add(index)
        values = credential.values(template, row.payload, batch.signed, batch.until, index)
        try:
            signed = proofs.sign(values, batch.key)
        except rdfc.CanonizeError as problem:
            raise CertificateError(f"{row.file}: {problem}", "take this record out and sign the others") from problem
        yield {"payload": row.payload, "template": name, "key": batch.section.key,
               **{part: signed[part] for part in VARIES}}  # fmt: skip


def publish_template(batch: Batch, row: Row, templates: dict) -> tuple[str, dict]:
    """(id, template) of a row; its file is there before anything is signed with it."""
    edition, language = row.payload.split(".")[1], row.language or batch.language
    if (edition, language) not in templates:
        section = batch.section
        template = credential.make_template(
            issuer=section.id, issuer_name=section.name, key=section.key, status=section.status_address,
            edition=edition, **batch.template(edition, language))  # fmt: skip
        name = verify.template_id(template)
        path = section.publish / "templates" / f"{name}.json"
        if not path.exists():
            write_whole(path, pretty(template))
        templates[edition, language] = name, template
    return templates[edition, language]


@lru_cache(maxsize=256)
def template_of(section: Section, name: str) -> dict[str, str]:
    path = section.publish / "templates" / f"{name}.json"
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise CertificateError(f"{path}: this template is gone or damaged", "restore it from your backup") from problem


def values_of(section: Section, entry: dict) -> dict[str, str]:
    """All values of a certificate in the ledger."""
    template = template_of(section, entry["template"])
    return {**template, **{part: entry[part] for part in VARIES}}


def stem(section: Section, entry: dict) -> Path:
    """Where the files of a certificate are, without their endings: signed again, it takes the place of the old one."""
    return section.folder / "certificates" / entry["id"].removeprefix("urn:uuid:")


def write_files(section: Section, entries: list[dict], write: Write) -> None:
    """The page of each certificate, then its JSON: where that is, the page is too."""
    found = [(values_of(section, entry), entry["template"], stem(section, entry)) for entry in entries]
    write(found)
    for values, _, path in found:
        write_whole(path.with_suffix(".json"), text_of(values), wait=False)  # the ledger is on the disk


def text_of(values: dict[str, str]) -> str:
    return verify.compose(values) + "\n"


def mend(section: Section, ledger: Ledger, write: Write) -> int:
    """Write the files again that an interrupted run left out, or a power failure empty; how many."""
    sweep(section.folder / "certificates")
    newest = {entry["id"]: entry for entry in ledger.signed.values()}
    missing = [entry for entry in newest.values() if not is_whole(section, entry)]
    for start in range(0, len(missing), BLOCK):
        write_files(section, missing[start : start + BLOCK], write)
    return len(missing)


def is_whole(section: Section, entry: dict) -> bool:
    path = stem(section, entry).with_suffix(".json")
    return path.exists() and path.read_text(encoding="utf-8") == text_of(values_of(section, entry))
