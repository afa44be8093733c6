"""How long a run of verify.py takes, and how much memory: of the process and of the largest of those that help it."""

import subprocess
import sys
import time
from pathlib import Path

# ru_maxrss of a process begins with that of the one that started it, so its own comes from Linux's /proc where that is.
CODE = """
import pathlib, re, resource, runpy, sys
sys.argv = sys.argv[1:]
try:
    runpy.run_path(sys.argv[0], run_name="__main__")
finally:
    own = pathlib.Path("/proc/self/status")
    own = own.exists() and int(re.search(r"VmHWM:\\s+([0-9]+)", own.read_text())[1])
    print(own or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
          resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
"""


def measured(words: list, folder: Path, timeout: int = 120) -> tuple[str, float, float]:
    """(what it says to stderr, seconds, megabytes) of a script with its arguments."""
    began = time.perf_counter()
    command = [sys.executable, "-I", "-c", CODE, *map(str, words)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=folder, timeout=timeout)
    seconds = time.perf_counter() - began
    said, _, sizes = done.stderr.strip().rpartition("\n")
    return said, seconds, max(map(int, sizes.split())) / 1024
