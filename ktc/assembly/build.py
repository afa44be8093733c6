"""The whole build: assemble each language, render all, join them into one site."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from ktc.assembly.join import join
from ktc.assembly.manifest import write_manifest
from ktc.assembly.render import Job, Outcome, render_all
from ktc.assembly.tree import assemble
from ktc.assembly.trust import assert_publishable
from ktc.course import Course, load_course
from ktc.course.checks.facts import aged
from ktc.course.course import held
from ktc.course.editions import published

WORK = "build"


def build(
    root: Path, site: Path, languages: list[str] | None = None, done=lambda outcome: None, work: Path | None = None
) -> None:
    """Build `languages` (all when None) into `site`; raises CourseError or BuildError and keeps the old site then.

    `done` is called with the outcome of each language; `work` holds what is in the making.
    """
    course = load_course(root)
    assert_publishable(root)
    chosen = languages or course.language_codes
    work = work or root / WORK
    site_url = os.environ.get("KTC_SITE_URL", "").rstrip("/")
    jobs = [_job(course, code, work, site_url) for code in chosen]
    if languages is None:
        shutil.rmtree(work / "site", ignore_errors=True)
        _forget(work, course.language_codes)
    with held(course):
        render_all(root, jobs, done)
    join(course, work / "site", site_url)
    write_manifest(work / "site")  # last: it names every file
    _replace(work / "site", site)


def _forget(work: Path, known: list[str]) -> None:
    """Remove the trees of languages that the site no longer has."""
    for docs in work.glob("*/docs"):
        if docs.parent.name not in known:
            shutil.rmtree(docs.parent)


def told(course: Course) -> list[str]:
    """What to tell whoever builds: checks without a published edition, and what nobody has looked up for long."""
    return _unpublished(course) + [str(problem) for problem in aged(course, datetime.now(UTC).date())]


def _unpublished(course: Course) -> list[str]:
    """A warning for each final check whose key has no published edition."""
    known = published(course.root)
    return [
        f"warning: '{quiz.id}' is not published in its present form: its records cannot be checked. Run `make publish`"
        for quiz in course.quizzes.values()
        if quiz.kind == "final" and course.edition(quiz.id) not in known
    ]


def _job(course: Course, code: str, work: Path, site_url: str) -> Job:
    own_url = f"{site_url}/{code}/" if site_url else ""
    return Job(code, assemble(course, code, work / code), work / "site" / code, (("KTC_LANGUAGE_URL", own_url),))


def outcome_line(outcome: Outcome) -> str:
    """One line of progress, followed by the warnings of that run."""
    line = f"  {outcome.language}: {'built' if outcome.ok else 'failed'}"
    return f"{line}\n{outcome.log}" if outcome.log and outcome.ok else line


def _replace(new: Path, site: Path) -> None:
    """Swap a copy of the finished site in, so that a server never shows half of one."""
    old, fresh = new.with_name("old"), new.with_name("fresh")
    for leftover in (old, fresh):
        shutil.rmtree(leftover, ignore_errors=True)
    shutil.copytree(new, fresh)
    if site.exists():
        shutil.move(site, old)
    shutil.move(fresh, site)
    shutil.rmtree(old, ignore_errors=True)
