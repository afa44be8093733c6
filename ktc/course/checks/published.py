"""Editions: the current key is published, and what was published never changed (git history is the witness)."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

from ktc.course.course import Course
from ktc.course.editions import FOLDER, published
from ktc.errors import CourseError, Problem


def find(course: Course) -> Iterable[Problem]:
    """Missing, altered or deleted editions; a warning when there is no history to compare with."""
    try:
        known = published(course.root)
    except CourseError as error:
        yield from error.problems
        known = {}
    for name, quiz in ((f"quizzes/{quiz.id}.yml", quiz) for quiz in course.quizzes.values()):
        if quiz.kind == "final" and course.edition(quiz.id) not in known:
            what = f"the grading key changed: its edition {course.edition(quiz.id)} is not published"
            remedy = "run `make publish` and commit the new file, so that records can be checked for good"
            yield course.files[name].problem(what, remedy, ("questions",))
    yield from _history(course.root)


def _history(root: Path) -> Iterable[Problem]:
    changes = _git(root, "log", "--diff-filter=MDR", "--name-status", "--format=", "--no-renames", "--", FOLDER)
    if changes is None or _git(root, "rev-parse", "--is-shallow-repository") != "false":
        what = "not checked: without full git history nothing shows whether an edition was altered or deleted"
        yield Problem(FOLDER, 0, what, "run this in a full clone", "warning")
        return
    for line in filter(None, changes.splitlines()):
        _, _, file = line.partition("\t")
        yield Problem(file, 0, "a commit altered or deleted this published edition", "bring its first version back")
    for line in (_git(root, "status", "--porcelain", "--", FOLDER) or "").splitlines():
        if line[:2].strip() in ("M", "D", "R"):
            remedy = "bring it back: git checkout -- " + line[3:]
            yield Problem(line[3:], 0, "this published edition is altered or deleted in the working tree", remedy)


def _git(root: Path, *words: str) -> str | None:
    """What git says; None without git or history."""
    try:
        run = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True)
    except OSError:
        return None
    return run.stdout.rstrip("\n") if run.returncode == 0 else None
