"""A section certificate from a completion record: its template, its id, its values.

A template is what many certificates share: issuer, key, achievement, language, status list. Its name is made from its
content, so it never changes; the QR code names it and carries the rest (FORMAT.md).
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from collections.abc import Container

from certificates import verify
from certificates.errors import CertificateError

EXAMPLES = ("valid", "revoked")  # of the demonstration
LIST_LENGTH = 8 * verify.LIST_BYTES


def make_template(**texts: str) -> dict[str, str]:
    """A template, its texts in NFC; CertificateError where one does not have its form."""
    template = {name: unicodedata.normalize("NFC", texts[name]) for name in verify.TEMPLATE}
    try:
        verify.assert_forms(template)
    except verify.RecordError as problem:
        part = next(name for name in verify.TEMPLATE if faulty(name, template[name]))
        raise CertificateError(
            f"'{template[part]}' cannot be the {part.replace('_', ' ')} of a certificate ({problem})",
            "see certificates/FORMAT.md, Template",
        ) from problem
    return template


def faulty(name: str, value: str) -> bool:
    try:
        verify.assert_forms({name: value})
    except verify.RecordError:
        return True
    return False


def certificate_id(payload: str) -> str:
    """urn:uuid of a completion record's payload, so that the same record always gives the same id."""
    return verify.uuid8(payload.encode())


def example_nonce(name: str) -> str:
    """The random number of an example's record, which is always the same."""
    return verify.b64(hashlib.sha256(name.encode()).digest()[:16])


def draw_index(taken: Container[int]) -> int:
    """A random free place in the status list, so that it does not tell who signed next to whom."""
    if len(taken) >= LIST_LENGTH:
        raise CertificateError("the status list is full", "publish a second one: see the guide, Status lists")
    while (index := secrets.randbelow(LIST_LENGTH)) in taken:
        pass
    return index


def values(template: dict[str, str], payload: str, signed: str, until: str, index: int) -> dict[str, str]:
    """All values of a certificate but its signatures; times as YYYY-MM-DDThh:mm:ssZ. The name is NFC from here on."""
    record = verify.decode_record(payload)
    return {
        **template,
        "id": certificate_id(payload),
        "name": unicodedata.normalize("NFC", record["name"]),
        "signed": signed,
        "done": verify.moment(record["finished"]),
        "until": until,
        "index": str(index),
    }
