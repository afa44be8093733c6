"""`ktc check` on facts: each stands on a page, says its time and place, and is looked up before it grows old."""

from datetime import date

import pytest

from ktc.course.checks import facts
from ktc.errors import CourseError

RC, CURRENT = "facts/facts/rc.yml", "facts/current.yml"
NOW = """contacts: {corrections: null}
warn_after_months: 6
now:
  NOW-boats:
    text: The club has 50 boats.
    source: "900"
    where: rule 2
    last_seen: "2020-01"
    address: https://example.org/boats
    checked_by: the editors
"""

SEEDED = [
    (RC, 'era: "1999", ', "", "RC-2: label is DATED, era is 'None'"),
    (RC, "label: STANDING", 'label: STANDING, era: "1999"', "RC-1: label is STANDING, era is '1999'"),
    (RC, ", remark: The rules name no newer number.", "", "RC-2: does not say how it is now"),
    (RC, "label: STANDING", "label: SECTION", "RC-1: does not say where it holds"),
]


def found(sample, today: date = date(2020, 7, 31)):
    return list(facts.find(sample.load(), today))


def current(sample, **places: str) -> None:
    """Let the sample say how many boats there are now, on its first page."""
    text = NOW
    for old, new in places.items():
        text = text.replace(old, new)
    (sample.root / CURRENT).write_text(text, encoding="utf-8")
    sample.replace("docs/en/index.md", '{{ fact("RC-2") }}', '{{ statements("RC-2", "NOW-boats") }}')


def test_the_sample_has_no_finding(sample):
    assert found(sample) == []


def test_a_statement_that_no_page_shows_is_found(sample):
    sample.replace("docs/en/index.md", '{{ fact("RC-1") }}', "")
    assert found(sample) == []  # the page of the code has it too
    sample.replace("docs/en/codes/river/index.md", '{{ code("river") }}', "")
    (problem,) = found(sample)
    assert (problem.what, problem.file, bool(problem.remedy)) == ("no page states RC-1", RC, True)


@pytest.mark.parametrize(("file", "old", "new", "says"), SEEDED)
def test_each_slip_is_found_at_its_place_with_a_remedy(sample, file, old, new, says):
    sample.replace(file, old, new)
    (problem,) = [one for one in found(sample) if says in one.what]
    assert (problem.file, problem.severity, bool(problem.remedy)) == (RC, "error", True)


def test_a_place_of_the_source_or_of_the_fact_is_enough(sample):
    sample.replace(RC, "label: STANDING", "label: SECTION, place: Aldermoor")
    assert found(sample) == []
    sample.replace(RC, ", place: Aldermoor", "")
    sample.replace("facts/sources.yml", "publisher: River Club", "publisher: River Club, place: Aldermoor")
    assert found(sample) == []


def test_a_fact_that_names_how_it_is_now_needs_no_remark(sample):
    current(sample)
    sample.replace(RC, "remark: The rules name no newer number.", "now: NOW-boats")
    assert found(sample) == []


def test_what_nobody_has_seen_for_too_long_is_told_on_the_day_after(sample):
    current(sample)
    assert found(sample, date(2020, 7, 31)) == []
    (problem,) = found(sample, date(2020, 8, 1))
    assert problem.what == "NOW-boats: last seen 7 months ago"
    assert (problem.file, problem.severity) == (CURRENT, "warning")
    assert "https://example.org/boats" in problem.remedy


def test_a_statement_on_what_is_current_that_no_page_shows_is_found(sample):
    current(sample)
    sample.replace("docs/en/index.md", ', "NOW-boats"', "")
    (problem,) = found(sample)
    assert (problem.what, problem.file) == ("no page states NOW-boats", CURRENT)


def test_without_readable_pages_the_rest_is_still_checked(sample):
    sample.replace("docs/en/index.md", "title: River\n", "")
    sample.replace(RC, 'era: "1999", ', "")
    with pytest.raises(CourseError):
        sample.load().places  # noqa: B018
    assert len(found(sample)) == 1
