"""What README.md and its companions tell people to type and to open is there, and the cheap ones run."""

import importlib.util
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from ktc.cli.main import main

ROOT = Path(__file__).parent.parent.parent
GUIDES = [path.relative_to(ROOT).as_posix() for path in ROOT.glob("deploy/*.md")]
TOLD = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", *GUIDES]
TEXTS = {name: (ROOT / name).read_text(encoding="utf-8") for name in TOLD}
README = TEXTS["README.md"]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.M))
UPKEEP = {"help", "lock", "clean"}  # explain themselves in `make help`
MADE = ("site", "build", ".venv")  # not in the repository: made by the commands themselves
REAL = re.compile(r"[\w.-]+(/[\w.-]+)*/?")  # no placeholders, patterns, options, addresses


def code(text: str) -> list[str]:
    """Everything in code type: indented lines without their comments, `inline` (also over the end of a line)."""
    indented = re.compile(r"^ {4,}(.+)$", re.M)
    lines = [re.sub(r"\s+# .*", "", line).strip() for line in indented.findall(text)]
    return lines + [" ".join(piece.split()) for piece in re.findall(r"`([^`]+)`", indented.sub("", text))]


CODE = {name: code(text) for name, text in TEXTS.items()}
COMMANDS = sorted({piece for pieces in CODE.values() for piece in pieces})
MAKES = [piece for piece in COMMANDS if re.match(r"([A-Z_]+=\S+ )*make [a-z]", piece)]


def run(words: list, folder: Path = ROOT) -> subprocess.CompletedProcess:
    """As from a fresh terminal: `make test` leaves its own settings in the environment."""
    fresh = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(words, cwd=folder, env=fresh, capture_output=True, text=True)


# -- make


def test_the_texts_name_commands_at_all():
    assert len(MAKES) > 12
    assert any(piece.startswith("python3 site/verify.py") for piece in CODE["README.md"])


@pytest.mark.parametrize("command", MAKES)
def test_every_make_command_has_its_target_and_its_variables(command):
    words = shlex.split(command)
    before, after = words[: words.index("make")], words[words.index("make") + 1 :]
    for word in after:
        name = word.partition("=")[0]
        assert name in TARGETS or ("=" in word and f"$({name})" in MAKEFILE), word
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "ktc").rglob("*.py"))
    for word in before:
        assert word.partition("=")[0] in sources, word


@pytest.mark.parametrize("target", sorted(TARGETS))
def test_make_knows_how_to_do_it(target):
    done = run(["make", "--dry-run", target])
    assert done.returncode == 0, done.stderr


def test_every_target_is_explained_in_the_readme_and_in_make_help():
    told = {shlex.split(command)[-1].partition("=")[0] for command in MAKES} | {
        w for c in MAKES for w in shlex.split(c)
    }
    assert told >= TARGETS - UPKEEP
    helped = {line.split("\t")[0].strip() for line in run(["make", "help"]).stdout.splitlines()}
    assert helped == TARGETS


@pytest.mark.parametrize("target", sorted(TARGETS - UPKEEP))
def test_what_a_target_calls_exists(target):
    recipe = MAKEFILE.split(f"\n{target}:")[1].split("\n\n")[0]
    for module, word in re.findall(r"\$\(PY\) -m ([\w.]+) ?([a-z]*)", recipe):
        assert importlib.util.find_spec(module), module
        assert module != "ktc" or word in main.commands, word


# -- other commands


def test_status_runs():
    done = run([sys.executable, "-m", "ktc", "translations", "status"])
    assert done.returncode == 0
    assert "fr pages:" in done.stdout


def commands_of_the_site() -> list[str]:
    return [piece for piece in CODE["README.md"] if re.match(r"(python3|cd) .*site", piece)]


def test_a_link_is_checked_as_the_readme_says(site):
    command = next(piece for piece in commands_of_the_site() if "#r=" in piece)
    done = run([sys.executable, *shlex.split(command)[1:]], site.parent)
    assert done.returncode == 1, "the example link holds no record"
    assert "malformed" in done.stdout + done.stderr


def test_files_and_folders_are_checked_as_the_readme_says(site, tmp_path):
    command = next(piece for piece in commands_of_the_site() if "links.txt" in piece)
    (tmp_path / "links.txt").write_text("#r=1.a\n", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "more.txt").write_text("#r=1.b\n", encoding="utf-8")
    (tmp_path / "site").symlink_to(site)
    done = run([sys.executable, *shlex.split(command)[1:]], tmp_path)
    assert done.returncode == 1
    assert len([json.loads(line) for line in done.stdout.splitlines()]) == 2


def test_a_copy_is_checked_as_the_readme_says(site):
    command = next(piece for piece in commands_of_the_site() if "sha256sum" in piece)
    done = run(["sh", "-c", command], site.parent)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


# -- links and names


def links(text: str) -> list[str]:
    return re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`]*`", "", text))


@pytest.mark.parametrize("name", TOLD)
def test_links_lead_somewhere(name):
    for link in links(TEXTS[name]):
        parts = urlsplit(link)
        if parts.scheme:
            continue
        file = (ROOT / name).parent / parts.path if parts.path else ROOT / name
        assert file.exists(), link
        if parts.fragment:
            headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.M)
            assert parts.fragment in {re.sub(r"[^\w -]", "", h).strip().lower().replace(" ", "-") for h in headings}


@pytest.mark.parametrize("name", TOLD)
def test_files_and_folders_that_are_named_exist(name):
    places = [ROOT, ROOT / "docs" / "en", *(folder for folder in ROOT.iterdir() if folder.is_dir())]
    for piece in CODE[name]:
        if "/" in piece and REAL.fullmatch(piece) and not piece.startswith(MADE):
            there = piece.replace("/pt/", "/fr/")  # the language that CONTRIBUTING.md adds as an example
            assert any((place / there).exists() for place in places), piece


def test_the_folders_of_the_table_are_those_of_the_repository():
    table = README.split("| folder |")[1].split("\n\n")[0]
    named = {piece.split("/")[0] for piece in re.findall(r"`([\w<>-]+/[\w<>/-]*)`", table)}
    here = {p.name for p in ROOT.iterdir() if p.is_dir() and not p.name.startswith((".", "__"))}
    assert here - {"site", "build", "node_modules", "LICENSES"} <= named
