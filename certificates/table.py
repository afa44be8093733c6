"""The table of records that an officer looks through: written so that nothing in it is a formula, and read again.

The link comes last: whoever deletes a line takes that record out. Nothing else in it can be changed: the name is part
of the record.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from certificates import verify
from certificates.errors import CertificateError

FORMULA = re.compile(r"(^|[;\t\r\n])(?=[=+\-@\t\r＝＋－＠])")  # as overrides/assets/src/js/csv.js
COLUMNS = ("result", "reason", "name", "studied", "right", "of", "finished", "session", "edition", "file", "link")
BEGINNING = 400  # bytes that hold the heads of the columns


@dataclass(frozen=True)
class Line:
    """A line of a table: its number in the file, the name and file in it, and the candidate ("" where none)."""

    number: int
    name: str
    file: str
    text: str


def write(lines: Iterable[tuple]) -> str:
    """The lines as CSV that spreadsheets open as text, never as formulas."""
    return "\ufeff" + "".join(",".join(map(cell, line)) + "\r\n" for line in lines)


def cell(value: object) -> str:
    text = FORMULA.sub(r"\1'", str(value)).replace('"', '""')
    return f'"{text}"'


def delimiter(path: str) -> str:
    """What parts the cells of a table of ours, saved again or not; "" where the file is something else."""
    try:
        with Path(path).open("rb") as file:
            head = file.read(BEGINNING).decode("utf-8", "replace").lstrip("\ufeff").partition("\n")[0]
    except (OSError, ValueError):
        return ""
    return next((mark for mark in ",;\t" if cells(head, mark) == list(COLUMNS)), "")


def cells(head: str, mark: str) -> list[str]:
    return [name.strip().strip('"') for name in head.split(mark)]


def read(path: str, mark: str) -> Iterator[Line]:
    """The lines of a table under its heads."""
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as problem:
        raise CertificateError(f"{path}: the letters of this table are damaged",
                               "save it again as CSV UTF-8, or make it again with collect") from problem  # fmt: skip
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=mark)
    for line in reader:
        name, file, link = (line.get(column) or "" for column in ("name", "file", "link"))
        found = [one for one in verify.candidates(link) if verify.is_candidate(one)]
        if any(line.get(column) for column in COLUMNS):
            yield Line(reader.line_num, name, file, found[0] if found else "")


def same_name(shown: str, name: str) -> bool:
    """Whether a cell still holds the name of its record, whatever a spreadsheet did to its form."""
    return plain(shown) == plain(name)


def plain(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.replace("'", " ").split()))
