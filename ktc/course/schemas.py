"""JSON Schemas of the data files, made from the models, for editors (`# yaml-language-server: $schema=`)."""

import json
from pathlib import Path

from ktc.course.course import FOLDERS, SINGLE_FILES
from ktc.errors import Problem

FOLDER = "facts/schemas"


def schemas() -> dict[str, str]:
    """File name to text, for every kind of data file."""
    models = {name: model for name, (_, model) in SINGLE_FILES.items()}
    models |= {name: model for name, (_, model) in FOLDERS.items()}
    return {
        f"{FOLDER}/{name}.json": json.dumps(model.model_json_schema(), indent=1, sort_keys=True) + "\n"
        for name, model in models.items()
    }


def write(root: Path) -> list[str]:
    """Write all schemas; returns the names."""
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (root / name).write_text(text, encoding="utf-8", newline="\n")
    return list(schemas())


def stale(root: Path) -> list[Problem]:
    """Schemas that no longer say what the models say."""
    remedy = "run `make schemas`"
    return [
        Problem(name, 0, "this schema is missing or out of date", remedy)
        for name, text in schemas().items()
        if not (root / name).exists() or (root / name).read_text(encoding="utf-8") != text
    ]
