"""The folders issuers/<section>/ of a site: what may lie in them, and what is published of them.

A folder holds what the section's `publish` folder holds, and nothing else: the build publishes these files and stops at
any other, which could be a private key or a list of members.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from certificates import verify
from certificates.section import RESERVED

FOLDER = "issuers"
FILES = ("issuer.json", "did.json", "status.json")
COPY = "copy what is in the section's folder publish/, and nothing else"


@dataclass(frozen=True)
class Finding:
    """Something wrong (`error`), or about to be (`warning`); `file` as seen from issuers/."""

    file: str
    what: str
    remedy: str
    severity: str = "error"

    def __str__(self) -> str:
        return f"{self.severity}: {FOLDER}/{self.file}: {self.what}\n    {self.remedy}"


def folders(root: Path) -> list[Path]:
    return sorted(path for path in (root / FOLDER).glob("*") if path.is_dir())


def public(folder: Path) -> list[Path]:
    """The files of a section that are published."""
    found = [folder / name for name in FILES] + sorted((folder / "templates").glob("*.json"))
    return [path for path in found if path.is_file() and not path.is_symlink()]


def read(path: Path) -> dict:
    """The JSON in a file; verify.TrustError names it where there is none."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as problem:
        raise verify.TrustError(f"{path}: missing or damaged") from problem


def usable(folder: Path) -> dict:
    """The issuer.json of a folder; verify.TrustError where the trust list could not hold it."""
    path = folder / "issuer.json"
    issuer = read(path)
    try:
        verify.assert_usable({"issuers": {issuer["id"]: issuer}, "templates": {}, "editions": {}})
        _ = issuer["status"][0]
    except (ValueError, LookupError, TypeError, AttributeError) as problem:
        raise verify.TrustError(f"{path}: a part of it is missing or does not have its form") from problem
    return issuer


def faults(root: Path) -> list[Finding]:
    """All for which a site may not be built."""
    found = list(strangers(root))
    for folder in folders(root):
        found += issuer_faults(folder)
    return found


def strangers(root: Path) -> Iterator[Finding]:
    """Every file that is not to be published, private keys first of all."""
    allowed = {path for folder in folders(root) for path in public(folder)} | {root / FOLDER / "README.md"}
    for path in sorted((root / FOLDER).rglob("*")):
        if path in allowed or (path.is_dir() and not path.is_symlink()):
            continue
        name = path.relative_to(root / FOLDER).as_posix()
        if is_private(path):
            yield Finding(name, "a private key must never be published",
                          "take it out at once, then: keygen FOLDER --leaked")  # fmt: skip
        else:
            yield Finding(name, "this file has no place here: all that lies here is published", f"take it out; {COPY}")


def is_private(path: Path) -> bool:
    return path.suffix == ".pem" or (path.is_file() and b"PRIVATE KEY" in path.read_bytes())


def issuer_faults(folder: Path) -> Iterator[Finding]:
    file = f"{folder.name}/issuer.json"
    if folder.name == RESERVED:
        yield Finding(folder.name, "this name is that of the demonstration", "give the section another short name")
    if not (folder / "issuer.json").is_file():
        yield Finding(file, "missing, so nobody trusts this section", COPY)
        return
    try:
        issuer = usable(folder)
    except verify.TrustError as problem:
        yield Finding(file, f"cannot be used: {str(problem).rpartition(': ')[2]}", "publish it again")
        return
    short = issuer["id"].rpartition(":")[2]
    if short != folder.name:
        yield Finding(file, f"it is the section {short}, in the folder {folder.name}",
                      f"rename the folder to {short}")  # fmt: skip
