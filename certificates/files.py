"""Files that are whole or not there, whatever interrupts."""

from __future__ import annotations

import os
from pathlib import Path

UNFINISHED = ".unfinished"


def write_whole(path: Path, text: str) -> None:
    """Write beside the file, then put it in its place at once: a reader sees the old text or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}{UNFINISHED}")
    with beside.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def sweep(folder: Path) -> None:
    """Remove what an interrupted run left unfinished."""
    for leftover in folder.glob(f".*{UNFINISHED}"):
        leftover.unlink()
