"""What must be true before a section signs: its folder is private, whole, and remembers what it did."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from certificates import publish, verify
from certificates.errors import CertificateError
from certificates.section import Section


def assert_outside(path: Path, root: Path, what: str) -> None:
    """Refuse a place in the project's own folder: it would be published, or come into its history."""
    if root.resolve() in [path.resolve(), *path.resolve().parents]:
        raise CertificateError(f"{path}: {what} no place in the site's own folder",
                               "choose a folder elsewhere that only you can read")  # fmt: skip


def assert_whole(section: Section) -> None:
    """Refuse a folder that has lost its list of keys or its ledger: what it signed would no longer be known."""
    assert_keys(section)
    if not section.ledger.is_file():
        raise CertificateError(f"{section.ledger}: the ledger is missing: it tells what was signed and withdrawn",
                               "restore the ledger from your backup")  # fmt: skip


def assert_keys(section: Section) -> None:
    if section.key not in {life["multibase"] for life in publish.read_lives(section)}:
        raise CertificateError(
            f"{section.publish}: does not list the key that section.json names",
            "restore the folder publish from your backup, or copy it back from issuers/ of the site",
        )


def assert_there(given: Iterable[str]) -> None:
    """Refuse what is neither a file or folder nor a link."""
    for one in given:
        if one != "-" and not verify.is_candidate(one) and not Path(one).exists():
            raise CertificateError(f"{verify.safe(one[:200])}: there is no such file or folder", "look at its name")
