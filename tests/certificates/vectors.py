"""Where the vectors shared with the browser are, and how a test becomes one of them per vector."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests" / "vectors"
BAD = ROOT / "tests" / "bad" / "records"
FAULTY = ROOT / "tests" / "bad" / "certificates"
NAMES = json.loads((ROOT / "certificates" / "names.json").read_text(encoding="utf-8"))
NOW = 1795262400  # 2026-11-21 12:00 UTC, the clock of the verdict vectors


def load(name: str) -> dict:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def each(name: str, part: str):
    """Parametrize `vector` over one list of a vector file; the ids are the vectors' names."""
    found = load(name)[part]
    return pytest.mark.parametrize("vector", found, ids=[vector["name"] for vector in found])


def text_of(vector: dict) -> str:
    """The text of a verdict vector, spelled out where the file only says how often a piece repeats."""
    return vector["text"] if "text" in vector else vector["repeat"][0] * vector["repeat"][1]


def trust() -> dict:
    """The invented trust list of the verdict vectors."""
    return {**load("verdicts")["trust"], "names": NAMES}


def signed_trust() -> dict:
    """The invented trust list of the signed certificates."""
    return {**load("credentials")["trust"], "names": NAMES}
