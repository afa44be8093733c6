"""A lone copy of the verification script, as somebody downloads it, for the tests of its command line."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.certificates.measured import measured
from tests.certificates.vectors import NOW, ROOT, trust


class Copy:
    """verify.py and trust.json alone in a folder, as somebody downloads them."""

    def __init__(self, folder: Path):
        self.folder = folder
        shutil.copy(ROOT / "certificates" / "verify.py", folder)
        self.file("trust.json", json.dumps(trust()))

    def command(self, *given: object, python: tuple = ("-I",)) -> list:
        return [sys.executable, *python, self.folder / "verify.py", "--now", str(NOW), *map(str, given)]

    def run(self, *given: object, stdin: str = "", python: tuple = ("-I",), env=None):
        return subprocess.run(
            self.command(*given, python=python),
            input=stdin,
            cwd=self.folder,
            env=env,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )

    def megabytes(self, *given: object) -> float:
        """The most memory that it takes to check what is given."""
        said, _, most = measured(self.command(*given)[2:], self.folder)
        assert " 0 invalid, 0 could-not-run" in said, said
        return most

    def lines(self, *given: object, **more) -> list[dict]:
        return [json.loads(line) for line in self.run("--json", *given, **more).stdout.splitlines()]

    def file(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path


@pytest.fixture
def copy(tmp_path) -> Copy:
    return Copy(tmp_path)
