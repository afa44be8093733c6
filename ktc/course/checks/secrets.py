"""Private keys have no place in the project: whoever reads it could sign as the section."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from ktc.course.course import Course
from ktc.errors import Problem

_KEY = re.compile(rb"-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/=]{20}")
_LARGEST = 100_000  # bytes; a key has a few hundred


def find(course: Course) -> Iterable[Problem]:
    """Files with a private key, encrypted ones too, among those that git has or would take."""
    for name in _files(course.root):
        path = course.root / name
        if path.is_file() and path.stat().st_size < _LARGEST and _KEY.search(path.read_bytes()):
            remedy = "move it out; if it was ever pushed, it has leaked: `ktc certificates keygen --leaked`"
            yield Problem(name, 0, "this is a private key", remedy)


def _files(root: Path) -> list[str]:
    """All files but the ignored ones; without git, the .pem files."""
    words = ["git", "ls-files", "-co", "--exclude-standard", "-z"]
    try:
        run = subprocess.run(words, cwd=root, capture_output=True, text=True)
    except OSError:
        run = None
    if run is None or run.returncode:
        return [path.relative_to(root).as_posix() for path in root.rglob("*.pem")]
    return sorted(filter(None, run.stdout.split("\0")))
