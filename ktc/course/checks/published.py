"""Editions: the current key is published, and what was published never changed (git history is the witness)."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

from ktc.course.course import Course
from ktc.course.editions import FOLDER, published
from ktc.errors import CourseError, Problem


def find(course: Course, broken: frozenset[str] = frozenset()) -> Iterable[Problem]:
    """Missing, altered, stray or deleted editions, and ids that were dropped without being retired.

    `broken` names the banks with other errors: those come first, a broken key must not be published.
    """
    try:
        known = published(course.root)
    except CourseError as error:
        yield from error.problems
        known = {}
    for quiz in course.quizzes.values():
        name = f"quizzes/{quiz.id}.yml"
        if quiz.kind == "final" and name not in broken:
            yield from _current(course, name, quiz, known)
        yield from _dropped(course, name, quiz, known)
    yield from _history(course.root)
    yield from _stray(course, known)


def _current(course: Course, name: str, quiz, known: dict) -> Iterable[Problem]:
    edition = course.edition(quiz.id)
    file = f"{FOLDER}/{edition}.json"
    if edition in known:
        return
    if _git(course.root, "cat-file", "-e", f"HEAD:{file}") is not None:
        return  # deleted in the working tree: told by _history, with the remedy
    what = f"the grading key changed: its edition {edition} is not published"
    remedy = "run `make publish` and commit the new file, so that records can be checked for good"
    yield course.files[name].problem(what, remedy, ("questions",))


def _dropped(course: Course, name: str, quiz, known: dict) -> Iterable[Problem]:
    banks = [quiz, *(course.quizzes[pool] for pool in quiz.pools if pool in course.quizzes)]
    here = {id for bank in banks for id in (*bank.retired, *(question.id for question in bank.questions))}
    keys = [edition["key"] for edition in known.values() if edition["key"]["quiz"] == quiz.id]
    for id in sorted({question["id"] for key in keys for question in key["questions"]} - here):
        what = f"'{id}' stands in a published edition and is neither a question nor retired"
        yield course.files[name].problem(
            what, "add it to `retired` of its bank: ids are never used again", ("retired",)
        )


def _history(root: Path) -> Iterable[Problem]:
    changes = _git(root, "log", "--diff-filter=MDR", "--name-only", "--format=%h", "--no-renames", "--", FOLDER)
    if changes is None or _git(root, "rev-parse", "--is-shallow-repository") != "false":
        what = "not checked: without full git history nothing shows whether an edition was altered or deleted"
        yield Problem(FOLDER, 0, what, "run this in a full clone", "warning")
        return
    commit = ""
    for line in filter(None, changes.splitlines()):
        if "/" not in line:
            commit = line
            continue
        remedy = f"bring it back: git checkout {commit}^ -- {line}"
        yield Problem(line, 0, "a commit altered or deleted this published edition", remedy)
    for line in (_git(root, "status", "--porcelain", "--", FOLDER) or "").splitlines():
        if set(line[:2].strip()) & set("MDR"):
            remedy = "bring it back: git checkout HEAD -- " + line[3:]
            yield Problem(line[3:], 0, "this published edition is altered or deleted in the working tree", remedy)


def _stray(course: Course, known: dict) -> Iterable[Problem]:
    current = {course.edition(quiz.id) for quiz in course.quizzes.values() if quiz.kind == "final"}
    untracked = _git(course.root, "ls-files", "--others", "--exclude-standard", "--", FOLDER) or ""
    for file in untracked.splitlines():
        if Path(file).stem in known and Path(file).stem not in current:
            what = "this edition is the key of no bank and is not in git"
            yield Problem(file, 0, what, "delete it, unless you meant to publish it", "warning")


def _git(root: Path, *words: str) -> str | None:
    """What git says; None without git or history."""
    try:
        run = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True)
    except OSError:
        return None
    return run.stdout.rstrip("\n") if run.returncode == 0 else None
