"""What the five-language build costs beside five stock Material builds of the same assembled pages."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

OURS = """\
import sys
from pathlib import Path
from ktc.assembly.build import build
build(Path("."), Path(sys.argv[1]), work=Path(sys.argv[2]))
"""
PLAIN = """\
site_name: Plain
docs_dir: {docs}
site_dir: {site}
use_directory_urls: false
theme: {{name: material, language: {language}, font: false}}
plugins: {{search: {{}}}}
markdown_extensions: [attr_list, def_list, tables, md_in_html, toc]
"""


@dataclass(frozen=True)
class Cost:
    """Seconds of processor time and of waiting."""

    cpu: float
    wall: float


def measure(root: Path, work: Path, rounds: int) -> tuple[Cost, Cost]:
    """(plain, ours), in turns, the least of each. Leaves work/site and work/plain/<language> behind."""
    ours, plain = [], []
    for number in range(rounds):
        trees = work / f"build-{number}"  # nothing is left from the round before
        ours.append(cost(lambda trees=trees: run([sys.executable, "-c", OURS, work / "site", trees], root)))
        plain.append(cost(lambda trees=trees: [run(command, root) for command in plain_builds(trees, work)]))
    return least(plain), least(ours)


def plain_builds(trees: Path, work: Path) -> list[list]:
    """The commands that build every assembled tree with the stock theme and no macros."""
    commands = []
    for docs in sorted(trees.glob("*/docs")):
        code = docs.parent.name
        language = code if code != "sw" else "en"  # stock Material has no Swahili
        config = work / f"{code}.yml"
        config.write_text(PLAIN.format(docs=docs, site=work / "plain" / code, language=language), encoding="utf-8")
        commands.append([sys.executable, "-m", "mkdocs", "build", "-q", "-f", config])
    return commands


def run(command: list, root: Path) -> None:
    """Run one command quietly; its own words when it fails."""
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(root)}
    done = subprocess.run(list(map(str, command)), cwd=root, env=settings, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"this failed: {command[1:4]}\n{done.stdout}{done.stderr}")


def cost(work: Callable) -> Cost:
    """What a call uses, its child processes included."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, time.perf_counter() - began)


def least(costs: list[Cost]) -> Cost:
    """Other programs on the machine only ever add."""
    return Cost(min(one.cpu for one in costs), min(one.wall for one in costs))
