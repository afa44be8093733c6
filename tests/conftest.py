"""A small invented course to break, and the project's own."""

import shutil
from pathlib import Path

import pytest
from filelock import FileLock
from places import ROOT, SAMPLE

from ktc.assembly.build import build
from ktc.course import load_course
from ktc.course.editions import publish
from ktc.course.stamp import stamp


class Sample:
    """A copy of tests/sample that a test may edit."""

    def __init__(self, root: Path):
        self.root = root

    def replace(self, file: str, old: str, new: str) -> None:
        """Replace text that must be there: a typo in a test must not pass as an unbroken file."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def remove(self, file: str) -> None:
        (self.root / file).unlink()

    def load(self):
        return load_course(self.root)


@pytest.fixture
def sample(tmp_path) -> Sample:
    """A whole course without a single finding: stamped, its edition published."""
    root = tmp_path / "sample"
    shutil.copytree(SAMPLE, root)
    course = load_course(root)
    stamp(course, "fr")
    publish(course)
    return Sample(root)


@pytest.fixture(scope="session")
def site(tmp_path_factory, worker_id) -> Path:
    """The finished site of the project, built once for all workers of this run."""
    base = tmp_path_factory.getbasetemp()
    shared = (base if worker_id == "master" else base.parent) / "built"
    with FileLock(f"{shared}.lock"):
        if not shared.exists():
            build(ROOT, shared / "site", work=shared / "work")
    return shared / "site"


@pytest.fixture(scope="session")
def course():
    """The project's own course."""
    return load_course(ROOT)
