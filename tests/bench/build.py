"""What the five-language build costs beside five stock Material builds of the same assembled pages."""

import os
import resource
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

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


def cost(commands: list[list[str]], root: Path) -> Cost:
    """Run commands one after the other and add up what they used, their children included."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    for command in commands:
        subprocess.run(command, cwd=root, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, time.perf_counter() - began)


def measure(root: Path, work: Path) -> tuple[Cost, Cost]:
    """(plain, ours). Leaves work/site and work/plain/<language> behind."""
    ours = cost([[sys.executable, "-m", "ktc", "build"]], root)
    shutil.copytree(root / "site", work / "site")
    commands = []
    for tree in sorted((root / "build").glob("*/docs")):
        code = tree.parent.name
        config = work / f"{code}.yml"
        language = code if code != "sw" else "en"  # stock Material has no Swahili
        text = PLAIN.format(docs=tree, site=work / "plain" / code, language=language)
        config.write_text(text, encoding="utf-8")
        commands.append([sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config)])
    return cost(commands, root), ours
