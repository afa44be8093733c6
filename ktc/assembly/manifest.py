"""SHA256SUMS: the checksum of every file of the finished site, so that anyone can see whether a copy is whole."""

import hashlib
from pathlib import Path

NAME = "SHA256SUMS"


def write_manifest(site: Path) -> None:
    """List every file below `site` but the list itself, sorted by the bytes of its path, as sha256sum writes them."""
    names = sorted((p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()), key=str.encode)
    lines = [f"{_digest(site / name)}  {name}\n" for name in names if name != NAME]
    (site / NAME).write_bytes("".join(lines).encode())


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
