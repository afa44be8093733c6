"""How long a run of verify.py takes, and how much memory: of the process and of the largest of those that help it."""

import subprocess
import sys
import time
from pathlib import Path

CODE = (
    "import resource, runpy, sys; sys.argv = sys.argv[1:]\n"
    "try: runpy.run_path(sys.argv[0], run_name='__main__')\n"
    "finally: print(*(resource.getrusage(who).ru_maxrss for who in (0, -1)), file=sys.stderr)"
)


def measured(words: list, folder: Path, timeout: int = 120) -> tuple[str, float, float]:
    """(what it says to stderr, seconds, megabytes) of a script with its arguments."""
    began = time.perf_counter()
    command = [sys.executable, "-I", "-c", CODE, *map(str, words)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=folder, timeout=timeout)
    seconds = time.perf_counter() - began
    said, _, sizes = done.stderr.strip().rpartition("\n")
    return said, seconds, max(map(int, sizes.split())) / 1024
