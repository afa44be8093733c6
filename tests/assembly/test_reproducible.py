"""The same sources give the same bytes, wherever, whenever and by whomever they are built."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ktc.assembly.manifest import write_manifest

ROOT = Path(__file__).parent.parent.parent
SOURCES = ("docs", "facts", "quizzes", "macros", "overrides", "ktc", "certificates", "libraries")
FOLDER = "the-site-is-built-here"
HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",  # 14 hours ahead: another day
    "LC_ALL": "C",
    "LANGUAGE": "ar",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONUTF8": "0",
    "PYTHONHASHSEED": "4294967295",
    "PYTHONPATH": str(Path(__file__).parent / "elsewhere"),
    "USER": "somebody",
}


def copy(root: Path) -> Path:
    """The sources in another folder; made in 2001, if the file system is to be believed."""
    for name in SOURCES:
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    for path in root.rglob("*"):
        os.utime(path, (10**9, 10**9))
    return root


def build(root: Path, settings: dict[str, str], umask: int) -> dict[str, bytes]:
    """Build the copy in a process of its own; every file of its site."""
    same = {"PATH": os.environ["PATH"], "HOME": str(root), "KTC_SITE_URL": "https://example.org/code/"}
    if (ROOT / ".git").exists():
        git = ["git", "rev-parse", "--absolute-git-dir"]
        same["GIT_DIR"] = subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    command = [sys.executable, "-m", "ktc", "build"]
    run = subprocess.run(command, cwd=root, env=same | settings, umask=umask, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    site = root / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def first(tmp_path_factory) -> dict[str, bytes]:
    return build(copy(tmp_path_factory.mktemp(FOLDER)), HERE, 0o022)


def test_another_folder_machine_user_day_and_place_give_the_same_bytes(first, tmp_path):
    deep = tmp_path / "a folder with spaces" / "ü" / "deep" / "down"
    deep.mkdir(parents=True)
    second = build(copy(deep), ELSEWHERE, 0o077)
    assert set(first) == set(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_no_file_names_the_folder_it_was_built_in(first):
    assert [name for name, content in first.items() if FOLDER.encode() in content] == []


# -- the list of checksums


@pytest.fixture
def whole(first, tmp_path) -> Path:
    """A copy of the site, as somebody would have it who downloaded it."""
    for name, content in first.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


def check(folder: Path) -> subprocess.CompletedProcess:
    """What README.md tells people to run."""
    command = ["sha256sum", "--check", "--quiet", "SHA256SUMS"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def test_sha256sum_finds_a_copy_whole(whole):
    run = check(whole)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


@pytest.mark.parametrize("fault", ["changed", "missing"])
def test_sha256sum_names_a_file_that_is_changed_or_missing(whole, fault):
    victim = whole / "ar" / "verify" / "index.html"
    victim.unlink() if fault == "missing" else victim.write_bytes(victim.read_bytes() + b" ")
    run = check(whole)
    assert run.returncode == 1
    assert "ar/verify/index.html: FAILED" in run.stdout


def test_the_list_names_every_file_but_itself_sorted(first):
    names = [line.split("  ", 1)[1] for line in first["SHA256SUMS"].decode().splitlines()]
    assert names == sorted(names, key=str.encode)
    assert set(names) == set(first) - {"SHA256SUMS"}
    assert {"verify.py", "trust.json", "build-info.json", "index.html"} <= set(names)


def test_a_list_is_written_anew_without_naming_itself(tmp_path):
    (tmp_path / "b").write_bytes(b"b")
    (tmp_path / "A").write_bytes(b"")
    write_manifest(tmp_path)
    before = (tmp_path / "SHA256SUMS").read_text(encoding="utf-8")
    write_manifest(tmp_path)
    assert (tmp_path / "SHA256SUMS").read_text(encoding="utf-8") == before
    assert before.splitlines()[0] == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  A"
