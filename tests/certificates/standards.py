"""Where the standards' own vectors are: a few of each stand in tests/vectors/standards.json; whoever has them all (the
folders wycheproof, rfc8032, rfc8785, w3c-vc-di-eddsa) names their folder in KTC_CREDENTIAL_VECTORS."""

import json
import os
from pathlib import Path

import pytest

from tests.certificates.vectors import FOLDER

CARRIED = json.loads((FOLDER / "standards.json").read_text(encoding="utf-8"))
ALL = Path(os.environ.get("KTC_CREDENTIAL_VECTORS") or Path(__file__).parents[3] / "shared/vectors/credentials")
needs_all = pytest.mark.skipif(not (ALL / "vectors").is_dir(), reason="the standards' whole vectors are not here")


def read(name: str):
    """A JSON file of the whole vectors."""
    return json.loads((ALL / "vectors" / name).read_text(encoding="utf-8"))


def ids(found: list) -> list[str]:
    return [str(vector.get("name", number)) for number, vector in enumerate(found)]
