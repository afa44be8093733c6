"""Assembles one language: pages of the language, English where it has none, and the banks of the checks.

The result is a plain folder that stock MkDocs builds.
"""

import shutil
from pathlib import Path

import yaml

from ktc.assembly.bank import bank_script
from ktc.course.course import SOURCE_LANGUAGE, Course
from ktc.course.pages import Page, read_pages


def assemble(course: Course, language: str, target: Path) -> Path:
    """Write docs/ of one language below `target` and return that folder. Raises CourseError."""
    docs = target / "docs"
    shutil.rmtree(docs, ignore_errors=True)
    english = read_pages(course.root, SOURCE_LANGUAGE)
    own = read_pages(course.root, language)
    for name, page in english.items():
        _write(docs / name, page_text(page, own.get(name), language))
    for quiz in course.view(language).quizzes.values():
        if quiz.kind == "final":
            place = docs / quiz.page
            (place.parent / "bank.js").write_text(bank_script(course, language, quiz.id), encoding="utf-8")
    return docs


def page_text(english: Page, own: Page | None, language: str) -> str:
    """The page to build: the language's own, or English marked as such; its state in the front matter."""
    page = own or english
    meta = {key: value for key, value in page.meta.data.items() if key != "of"}
    meta["state"] = page_state(english, own, language)
    if meta["state"] == "source":
        del meta["state"]
    head = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False)
    return f"---\n{head}---\n{page.body}"


def page_state(english: Page, own: Page | None, language: str) -> str:
    """source, missing, stale, drafted, translated or reviewed."""
    if language == SOURCE_LANGUAGE:
        return "source"
    if own is None:
        return "missing"
    if own.meta.data.get("of", english.digest) != english.digest:
        return "stale"
    return str(own.meta.data.get("state", "drafted"))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
