"""Which certificate an officer means, and forgeries: signed with a key of the section, but not by it."""

from __future__ import annotations

from pathlib import Path

from certificates import publish, verify
from certificates.errors import CertificateError
from certificates.ledger import Ledger
from certificates.section import Section

NUMBER = "urn:uuid:"


def entry(given: str, section: Section, book: Ledger) -> dict:
    """What revoking adds to the ledger: `revoked`, or `forged` with a place that the ledger does not know."""
    path = Path(given)
    if not path.exists():
        id = NUMBER + given.removeprefix(NUMBER).lower()
        if id in {known for known, _ in book.signed}:
            return {"revoked": id}
        raise CertificateError(f"{id}: this section has not signed such a certificate",
                               "look it up: show; if somebody forged it with your key, give its file")  # fmt: skip
    values = read(path)
    known = book.signed.get((values["id"], values["key"]))
    if known and known["index"] == values["index"]:
        return {"revoked": values["id"]}
    return forged(given, values, section, book)


def read(path: Path) -> dict:
    """The values of the one certificate in a file."""
    try:
        (text,) = verify.candidates(path.read_text(encoding="utf-8"))
        return verify.decode_credential(text.strip())
    except (ValueError, LookupError, TypeError, AttributeError, OSError) as problem:
        raise CertificateError(f"{path}: there is not one signed certificate in it", "give its number") from problem


def forged(given: str, values: dict, section: Section, book: Ledger) -> dict:
    ours = {life["multibase"] for life in publish.read_lives(section)}
    if values["issuer"] != section.id or values["key"] not in ours or verify.check_signature(values):
        raise CertificateError(f"{given}: this section has not signed such a certificate",
                               "no key of yours has signed it: checks refuse it as it is")  # fmt: skip
    place = int(values["index"])
    if place in book.places() - set(book.revoked_places()):
        raise CertificateError(
            f"{given}: a forgery that has the place of a good certificate in the status list",
            "your key has leaked: keygen FOLDER --leaked, then sign FOLDER --again",
        )
    return {"forged": values["id"], "index": str(place)}
