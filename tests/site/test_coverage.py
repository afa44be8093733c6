"""Every statement of the course stands on a page of the finished site, with its source and its date."""

import re
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from places import ROOT

IDS = ROOT / "tests" / "vectors" / "fact-ids.txt"
LISTS = ("glossary/index.html", "timeline/index.html", "sources/coverage/index.html")  # they name facts of other pages


@cache
def stated(folder: Path) -> dict[str, set[str]]:
    """By fact, the small print below each place that states it."""
    found: dict[str, set[str]] = {}
    for path in sorted(folder.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        if path.relative_to(folder).as_posix() in LISTS or "data-fact" not in html:
            continue
        for tag in BeautifulSoup(html, "html.parser").select("[data-fact]"):
            line = tag.find_next(class_="ktc-source")
            for id in tag["data-fact"].split():
                found.setdefault(id, set()).add(" ".join(line.get_text(" ").split()) if line else "")
    return found


def listed() -> list[str]:
    return [line for line in IDS.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]


def test_every_fact_stands_on_a_page_with_its_source_and_date(site, course):
    shown, view = stated(site / "en"), course.view("en")
    for id, fact in course.facts.items():
        title, date = (" ".join(str(text).split()) for text in (view.source(fact.source).title, view.fact(id).as_of))
        assert any(title in line and date in line for line in shown.get(id, ())), id


def test_no_fact_of_the_source_documents_was_dropped(site, course):
    assert len(listed()) == len(set(listed())) == 167
    assert set(listed()) <= set(course.facts)
    assert set(listed()) <= set(stated(site / "en"))


@pytest.mark.parametrize("language", ["fr", "es", "ar", "sw"])
def test_every_fact_stands_on_a_page_in_every_language(site, course, language):
    pages = [path.read_text(encoding="utf-8") for path in (site / language).rglob("*.html")]
    shown = {id for html in pages for ids in re.findall(r'data-fact="([^"]+)"', html) for id in ids.split()}
    assert set(course.facts) <= shown


def test_the_coverage_page_lists_every_fact_of_the_source_documents(site):
    page = BeautifulSoup((site / "en/sources/coverage/index.html").read_text(encoding="utf-8"), "html.parser")
    rows = {row["data-covers"]: row for row in page.select("[data-covers]")}
    assert [id for id in listed() if not (id in rows and rows[id].select("td a"))] == []
