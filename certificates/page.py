"""The page to print: one sheet, in the learner's language, that needs nothing else and asks no network.

It carries the certificate itself (verify.py reads it from the file) and its QR code.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import segno
from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from certificates import verify

TEMPLATES = Path(__file__).with_name("templates")
LONG, LONGEST = 24, 44  # characters of a name, from which it is set smaller


@dataclass(frozen=True)
class Tongue:
    """A language: its code, direction, name, locale of its dates, and `word(key)` for the texts around."""

    code: str
    dir: str
    name: str
    locale: str
    word: Callable[[str], str]


def of_certificate(values: dict, template: str, tongue: Tongue, site: str = "", demonstration: bool = False) -> str:
    """The sheet of a signed certificate; `site` is the address of the copy whose verify page the QR code opens."""
    payload = verify.encode_short(template, values)
    facts = [
        ("cert.date", day(values["done"], tongue), False),
        ("sheet.signed_by", values["issuer_name"], False),
        ("sheet.signed_on", day(values["signed"], tongue), False),
        ("sheet.good_until", day(values["until"], tongue), False),
        ("cert.language", tongue.name, False),
        ("cert.edition", values["edition"], True),
        ("sheet.number", values["id"].removeprefix("urn:uuid:"), True),
    ]
    address, whole = link(site, tongue.code, "c", payload), embedded(verify.compose(values))
    return render(
        tongue,
        facts,
        address,
        section=True,
        name=values["name"],
        title=values["title"],
        credential=whole,
        demonstration=demonstration,
    )


def of_record(payload: str, shown: dict, tongue: Tongue, site: str = "") -> str:
    """The sheet of a completion record, whose `certificate` in the result of the check is `shown`."""
    facts = [
        ("cert.date", day(shown["finished"], tongue), False),
        ("cert.language", tongue.name, False),
        *([("cert.session", shown["session"], True)] if shown["session"] else []),
        ("cert.edition", shown["edition"], True),
    ]
    address = link(site, tongue.code, "r", payload)
    return render(
        tongue,
        [*facts, ("cert.link_label", address, True)],
        address,
        section=False,
        name=shown["name"],
        title=shown["title"],
        credential="",
        demonstration=False,
    )


def render(tongue: Tongue, facts: list, address: str, name: str, **parts: object) -> str:
    length = "longest" if len(name) > LONGEST else "long" if len(name) > LONG else "usual"
    sheet = environment().get_template("sheet.html")
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return sheet.render(
        language=tongue.code,
        dir=tongue.dir,
        word=tongue.word,
        facts=facts,
        name=name,
        length=length,
        style=style(),
        style_hash=digest,
        qr=qr(address),
        **parts,
    )


def link(site: str, language: str, kind: str, payload: str) -> str:
    """What the QR code holds: a link where the site has an address, else the payload with its mark."""
    return f"{site.rstrip('/')}/{language}/verify/index.html#{kind}={payload}" if site else f"#{kind}={payload}"


def qr(text: str) -> str:
    """A QR code (ISO/IEC 18004, level M) as SVG that scales."""
    code = segno.make(text, error="m", micro=False, boost_error=False)
    return code.svg_inline(border=4, omitsize=True)


def embedded(text: str) -> str:
    """JSON that cannot end the script element it stands in."""
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def day(time: str, tongue: Tongue) -> str:
    return format_date(datetime.fromisoformat(time).date(), format="long", locale=tongue.locale)


@lru_cache(maxsize=1)
def style() -> str:
    return (TEMPLATES / "sheet.css").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def environment() -> Environment:
    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
