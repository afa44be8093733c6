"""Facts: each stands on a page, says its time and its place where it has one, and is looked up before it grows old."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from ktc.course import models
from ktc.course.course import CURRENT, Course
from ktc.errors import CourseError, Problem

DATED = ("HISTORIC", "DATED")


def find(course: Course, today: date | None = None) -> Iterable[Problem]:
    """Every fact that nobody can read, whose time or place is not told, or whose newest sign is old."""
    yield from _unread(course)
    for name, part in course.parts.items():
        for id, fact in part.root.items() if isinstance(part, models.Facts) else ():
            for what, remedy in _untold(fact, course.sources.root.get(fact.source)):
                yield course.files[name].problem(f"{id}: {what}", remedy, (id,))
    yield from aged(course, today or datetime.now(UTC).date())


def _unread(course: Course) -> Iterable[Problem]:
    try:
        stated = course.places
    except CourseError:
        return  # the pages check tells
    for id in course.facts:
        if id not in stated:
            name, place = course.fact_place(id)
            remedy = 'show it with {{ statements("...") }} on an English page'
            yield course.files[name].problem(f"no page states {id}", remedy, place)


def _untold(fact: models.Fact, source: models.Source | None) -> Iterable[tuple[str, str]]:
    if (fact.label in DATED) != bool(fact.era):
        yield f"label is {fact.label}, era is '{fact.era}'", "give `era` with HISTORIC and DATED, and only there"
    if fact.label in DATED and not (fact.now or fact.remark):
        yield "does not say how it is now", "name the fact in `now`; if no source tells, say so in `remark`"
    if fact.label == "SECTION" and source and not (fact.place or source.place):
        yield "does not say where it holds", "give its source a `place`, a word or two as in 'Here only (Kenya)'"


def aged(course: Course, today: date) -> Iterable[Problem]:
    """What facts/current.yml says, but nobody has seen for longer than its `warn_after_months`."""
    limit = course.current.warn_after_months
    for id, now in course.current.now.items():
        year, month = map(int, now.last_seen.split("-"))
        months = (today.year - year) * 12 + today.month - month
        if months > limit:
            what = f"{id}: last seen {months} months ago"
            remedy = f"look at {now.address}, mend the text if need be, and write the month into `last_seen`"
            yield course.files[CURRENT].problem(what, remedy, ("now", id, "last_seen"), "warning")
