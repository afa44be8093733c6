"""RDFC-1.0 of what we sign, fast: the statements are known (nquads.json), only the values differ.

A JSON-LD processor canonizes one hundred certificates a second. Ours differ in a few values, so the values are put
into statements that were made once, and only the order of the blank nodes is found anew: it depends on the values.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import lru_cache
from pathlib import Path

from certificates import verify

TABLE = Path(__file__).with_name("nquads.json")
ADDRESSES = ("id", "issuer", "achievement", "criteria", "status", "subject")
# Canonizers disagree on how to write these, and some then refuse the signature.
UNSAFE = re.compile(f"[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{verify.LAST_TWO}]")
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


class CanonizeError(ValueError):
    """Values that have no safe canonical form; the message says which and why."""


@lru_cache(maxsize=1)
def statements() -> dict[str, list[str]]:
    """Statements with holes, by shape."""
    return json.loads(TABLE.read_text(encoding="utf-8"))


@lru_cache(maxsize=8)
def blank_nodes(shape: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each blank node of a shape with the statements about it, in which it is _:a and others are _:z."""
    labels = sorted(set(re.findall(r"\{(_\d)\}", "\n".join(statements()[shape]))))
    return tuple(
        (label, tuple(relabel(line, label) for line in statements()[shape] if f"{{{label}}}" in line))
        for label in labels
    )


def relabel(line: str, label: str) -> str:
    return re.sub(r"\{_\d\}", "_:z", line.replace(f"{{{label}}}", "_:a"))


def canonize(shape: str, values: dict[str, str]) -> bytes:
    """The canonical N-Quads of a shape (a key of nquads.json) with these values.

    CanonizeError where a value is unsafe, where two addresses are the same (statements would merge), or where two
    blank nodes look alike (RDFC-1.0, 4.4.3: their order would need the long algorithm).
    """
    assert_safe(values)
    escaped = {name: value.translate(ESCAPES) for name, value in values.items()}
    hashes = {label: first_degree_hash(lines, escaped) for label, lines in blank_nodes(shape)}
    if len(set(hashes.values())) < len(hashes):
        raise CanonizeError("two parts of the certificate look alike to RDFC-1.0")
    for place, label in enumerate(sorted(hashes, key=hashes.__getitem__)):
        escaped[label] = f"_:c14n{place}"
    return "".join(sorted(line.format_map(escaped) + "\n" for line in statements()[shape])).encode()


def assert_safe(values: dict[str, str]) -> None:
    """CanonizeError for characters that canonizers write differently, and for addresses that are the same."""
    text = "".join(values.values())
    if not text.isprintable() and (found := UNSAFE.search(text)):  # what is unsafe is not printable, and told fast
        raise CanonizeError(f"character U+{ord(found[0]):04X} has no place in a signed text")
    addresses = [values[name] for name in ADDRESSES if name in values]
    if len(set(addresses)) < len(addresses):
        raise CanonizeError("two addresses of the certificate are the same")


def first_degree_hash(lines: tuple[str, ...], values: dict[str, str]) -> str:
    """RDFC-1.0, 4.6.3: of the sorted statements about a blank node."""
    filled = sorted(line.format_map(values) for line in lines)
    return hashlib.sha256("".join(line + "\n" for line in filled).encode()).hexdigest()
