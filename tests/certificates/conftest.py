"""A lone copy of the verification script, as somebody downloads it, for the tests of its command line."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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
        """The most memory of the process, and of the largest of those that help it, to check what is given."""
        code = (
            "import resource, runpy, sys; sys.argv = sys.argv[1:]\n"
            "try: runpy.run_path(sys.argv[0], run_name='__main__')\n"
            "finally: print(*(resource.getrusage(who).ru_maxrss for who in (0, -1)), file=sys.stderr)"
        )
        command = [sys.executable, "-I", "-c", code, *self.command(*given)[2:]]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=self.folder, timeout=120)
        assert " 0 invalid, 0 could-not-run" in done.stderr, done.stderr
        return max(map(int, done.stderr.split()[-2:])) / 1024

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
