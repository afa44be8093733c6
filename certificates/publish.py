"""What a section publishes: its keys, its did.json, its signed status list. Copy the folder to the site as it is."""

from __future__ import annotations

import json
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from certificates import keys, status, verify
from certificates.errors import CertificateError
from certificates.files import write_whole
from certificates.ledger import Ledger
from certificates.section import DAY, Section, did_document, pretty

FOREVER = 253402300799


def new_key(section: Section, now: float, leaked: bool = False) -> None:
    """List the section's key from now on. Keys before it end now; `leaked`: none of them counts for anything.

    Retired keys lie in the same folder: whoever took the last one may have them all.
    """
    lives = read_lives(section)
    time = verify.moment(now)
    for life in lives:
        life["until"] = life["until"] or time
        if leaked:
            life["compromised"] = life["compromised"] or time
    lives.append({"multibase": section.key, "from": time, "until": None, "compromised": None})
    (section.publish / "templates").mkdir(parents=True, exist_ok=True)
    write_issuer(section, lives)


def read_lives(section: Section) -> list[dict]:
    """The keys that are published, oldest first."""
    path = section.publish / "issuer.json"
    if not path.exists():
        return []
    try:
        return json.loads(path.read_text(encoding="utf-8"))["keys"]
    except (ValueError, LookupError) as problem:
        raise CertificateError(f"{path}: damaged", "restore it from your backup") from problem


def write_issuer(section: Section, lives: list[dict]) -> None:
    issuer = {"id": section.id, "name": section.name, "status": [section.status_address], "keys": lives}
    verify.assert_usable({"issuers": {section.id: issuer}, "templates": {}, "editions": {}})
    sound = [life["multibase"] for life in lives if not life["compromised"]]
    write_whole(section.publish / "did.json", pretty(did_document(section.id, sound)))
    write_whole(section.publish / "issuer.json", pretty(issuer))


def assert_remembers(section: Section, ledger: Ledger) -> None:
    """Refuse a ledger that has lost a certificate which the published list says is revoked."""
    path = section.publish / "status.json"
    values, bits, reason = verify.read_status(path.read_text(encoding="utf-8").strip() if path.exists() else "")
    if reason or values["issuer"] != section.id:
        return
    if lost := status.places(bits) - set(ledger.revoked_places()):
        raise CertificateError(
            f"{section.ledger}: {len(lost)} certificates are revoked in the published list and not in the ledger",
            "restore the ledger from your backup",
        )


def publish_status(section: Section, ledger: Ledger, key: Ed25519PrivateKey, now: float, days: int) -> Path:
    """Sign the status list anew; it expires after so many days."""
    if keys.multibase(key) != section.key:
        raise CertificateError(f"{section.folder}: this is not the key that section.json names", "give the right key")
    assert_remembers(section, ledger)
    times = verify.moment(now), verify.moment(min(now + days * DAY, FOREVER))
    path = section.publish / "status.json"
    write_whole(path, status.make(section.id, section.status_address, ledger.revoked_places(), times, key))
    return path
