"""Assembles one language: pages of the language, English where it has none, whole modules, the banks of the checks.

The result is a plain folder that stock MkDocs builds.
"""

import shutil
from pathlib import Path

import yaml

from ktc.assembly.bank import bank_script
from ktc.assembly.whole import Chapter, facts_of, module_called, names_of, state_of, whole_body
from ktc.course.course import SOURCE_LANGUAGE, Course
from ktc.course.pages import Page, read_pages


def assemble(course: Course, language: str, target: Path) -> Path:
    """Write docs/ of one language below `target` and return that folder. Raises CourseError."""
    docs = target / "docs"
    shutil.rmtree(docs, ignore_errors=True)
    english = read_pages(course.root, SOURCE_LANGUAGE)
    own = read_pages(course.root, language)
    for name, page in english.items():
        _write(docs / name, _text(course, page, english, own, language))
    for quiz in course.view(language).quizzes.values():
        if quiz.kind == "final":
            place = docs / quiz.page
            (place.parent / "bank.js").write_text(bank_script(course, language, quiz.id), encoding="utf-8")
    return docs


def _text(course: Course, page: Page, english: dict[str, Page], own: dict[str, Page], language: str) -> str:
    """The page to build: the language's own, or the English one; a whole module with the texts of its pages."""
    if not (module := module_called(page)):
        return page_text(own.get(page.name, page), page_state(page, own.get(page.name), language))
    names = [page.name, *names_of(course, module)]
    frame, *chapters = (Chapter(own.get(name, english[name]), name not in own) for name in names)
    state = state_of([page_state(english[name], own.get(name), language) for name in names])
    facts = facts_of([english[name] for name in names])
    return page_text(frame.page, state, whole_body(frame, chapters), joined=True, facts=facts)


def page_text(page: Page, state: str, body: str = "", **more: object) -> str:
    """A page to build: `more` and its state in the front matter; `body` in place of its own."""
    meta = {key: value for key, value in page.meta.data.items() if key not in ("of", "state")} | more
    if state != "source":
        meta["state"] = state
    head = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False)
    return f"---\n{head}---\n{body or page.body}"


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
