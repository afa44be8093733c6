"""Files that are whole or not there, whatever interrupts."""

from __future__ import annotations

import os
from pathlib import Path

UNFINISHED = ".unfinished"


def write_whole(path: Path, text: str, wait: bool = True) -> None:
    """Write beside the file, then put it in its place at once: a reader sees the old text or the new one.

    `wait` until it is on the disk; without, a power failure may leave the file empty.
    """
    beside = path.with_name(f".{path.name}{UNFINISHED}")
    path.parent.mkdir(parents=True, exist_ok=True)
    with beside.open("wb") as file:
        file.write(text.encode())
        if wait:
            file.flush()
            os.fsync(file.fileno())
    beside.replace(path)


def sweep(folder: Path) -> None:
    """Remove what an interrupted run left unfinished."""
    for leftover in folder.glob(f".*{UNFINISHED}"):
        leftover.unlink()
