"""The trust file: what the verification script and the verify page accept, and under which names."""

import json
import shutil
from pathlib import Path

from certificates import folders
from certificates import trust as sections
from certificates.verify import TrustError
from ktc.course.course import Course
from ktc.course.editions import published
from ktc.errors import BuildError


def trust(course: Course) -> dict:
    """Issuers, templates, published editions with the titles of their quizzes, and the letters of names."""
    return {
        "version": 1,
        **_sections(course.root),
        "editions": {id: _edition(course, edition) for id, edition in published(course.root).items()},
        "names": json.loads((course.root / "certificates" / "names.json").read_text(encoding="utf-8")),
    }


def assert_publishable(root: Path) -> None:
    """BuildError where issuers/ holds what may not be published, or what cannot be used."""
    if found := folders.faults(root):
        raise BuildError("\n".join(map(str, found)))


def _sections(root: Path) -> dict:
    try:
        return sections.parts(root)
    except TrustError as problem:
        raise BuildError(f"{problem}\n    run: ktc certificates trust check") from problem


def _edition(course: Course, edition: dict) -> dict:
    quiz = edition["key"]["quiz"]
    titles = (
        {code: course.view(code).quiz(quiz).title for code in course.language_codes} if quiz in course.quizzes else {}
    )
    shown = {code: title.text for code, title in titles.items() if not title.is_fallback}
    return {**edition, "title": shown or {"en": quiz}}


def write_trust(course: Course, site: Path) -> None:
    """Write trust.json for the script, trust.js for pages, opened from a file too, and what each section publishes."""
    assert_publishable(course.root)
    for path in (path for folder in folders.folders(course.root) for path in folders.public(folder)):
        copy = site / path.relative_to(course.root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    text = json.dumps(trust(course), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (site / "trust.json").write_text(text + "\n", encoding="utf-8")
    (site / "trust.js").write_text(f"ktc.trust={text};\n", encoding="utf-8")
