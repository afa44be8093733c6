"""The ledger of a section: what was signed and revoked, one JSON object a line, only ever added to.

A line is on the disk before any certificate of it leaves memory, and it holds both signatures. So whatever kills the
program, what was given out is in the ledger, its files can be written again from it, and nothing is signed twice.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

from certificates.errors import CertificateError

BACKUP = "restore it from your backup; do not sign with a damaged ledger"


class Ledger:
    """Open with `with Ledger(path) as ledger`: one program at a time."""

    def __init__(self, path: Path):
        self.path = path
        self.signed: dict[tuple[str, str], dict] = {}  # by (id of the certificate, key)
        self.revoked: dict[str, dict] = {}  # by id of the certificate
        self.forged: dict[int, dict] = {}  # by place: revoked, though this section did not sign it
        self.nonces: dict[str, str] = {}  # of each record, its payload

    def __enter__(self) -> Ledger:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        self.file = os.fdopen(handle, "r+b")
        try:
            lock(self.file)
            self._load()
        except BaseException:
            self.file.close()
            raise
        return self

    def __exit__(self, *trouble: object) -> None:
        self.file.close()  # and with it the lock

    def _load(self) -> None:
        """Read all lines. The last may be cut off: it was never acted upon, so it goes."""
        text = self.file.read()
        whole = text.rfind(b"\n") + 1
        if whole < len(text):
            self.file.truncate(whole)
        for number, line in enumerate(text[:whole].splitlines(), 1):
            try:
                self._take(json.loads(line))
            except (ValueError, KeyError, TypeError, AttributeError) as problem:
                raise CertificateError(f"{self.path}:{number}: this line of the ledger is damaged", BACKUP) from problem

    def _take(self, entry: dict) -> None:
        if "revoked" in entry:
            self.revoked[entry["revoked"]] = entry
            return
        if "forged" in entry:
            self.forged[int(entry["index"])] = entry
            return
        self.signed[entry["id"], entry["key"]] = entry
        self.nonces[entry["payload"].split(".")[3]] = entry["payload"]

    def has_revoked(self, entry: dict) -> bool:
        """Whether a line that revokes is there already."""
        return int(entry["index"]) in self.forged if "forged" in entry else entry["revoked"] in self.revoked

    def add(self, entries: Iterable[dict]) -> None:
        """Add lines; when this returns they are on the disk."""
        entries = list(entries)
        self.file.write("".join(json.dumps(entry, sort_keys=True) + "\n" for entry in entries).encode())
        self.file.flush()
        os.fsync(self.file.fileno())
        for entry in entries:
            self._take(entry)

    def places(self) -> set[int]:
        """The places of the status list that are taken."""
        return {int(entry["index"]) for entry in self.signed.values()} | set(self.forged)

    def revoked_places(self) -> list[int]:
        """The places of the status list to set: of every signature on a revoked certificate, and of forgeries."""
        own = {int(entry["index"]) for (id, _), entry in self.signed.items() if id in self.revoked}
        return sorted(own | set(self.forged))


def lock(file) -> None:
    """Keep other programs out until the file is closed; CertificateError where one is in."""
    try:
        try:
            import fcntl
        except ImportError:  # Windows
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as problem:
        raise CertificateError(f"{file.name}: another program is using this ledger", "wait until it ends") from problem
