"""The linters of `make check` find nothing: so a content author never meets a complaint about Python."""

import subprocess
import sys

import pytest
from places import ROOT


@pytest.mark.parametrize("words", [["check"], ["format", "--check"]])
def test_ruff_finds_nothing(words):
    run = subprocess.run([sys.executable, "-m", "ruff", *words], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
