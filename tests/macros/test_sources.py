"""The pages on sources: every source and every statement is listed, and what is current says where to look again."""

import re

import pytest
from bs4 import BeautifulSoup
from test_macros import fake

from macros import sources


def read(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def said(tag) -> str:
    return " ".join(tag.get_text(" ").split())


@pytest.fixture
def env(course):
    return fake(course.view("en"), "sources/coverage/index.html")


def test_documents_come_before_public_pages(env):
    ids = [card["id"].removeprefix("source-") for card in read(sources.sources(env)).select(".ktc-source-card")]
    assert ids[:5] == ["000", "001", "002", "003", "004"]
    assert all(id.startswith("p") for id in ids[5:])


def test_a_source_says_what_it_confirms_its_limits_its_date_and_what_rests_on_it(env, course):
    page = read(sources.sources(env))
    for id, source in course.sources.root.items():
        card = said(page.find(id=f"source-{id.lower()}"))
        resting = sum(fact.source == id for fact in course.facts.values())
        for part in (source.publisher, source.as_of, source.confirms, source.limits, source.address):
            assert " ".join(part.split()) in card, (id, part)
        assert re.search(rf"{resting} statements? rests? on it", card), id


def test_the_legend_explains_every_badge_once(env):
    legend = [said(tag) for tag in read(sources.sources(env)).select(".ktc-legend dt")]
    assert len(legend) == len(set(legend)) == 8
    assert any("Now" in entry for entry in legend)


def test_every_statement_is_listed_below_its_source_with_its_pages(env, course):
    page = read(sources.coverage(env))
    for id, fact in course.facts.items():
        row = page.find(attrs={"data-covers": id})
        assert row.find_parent("tbody")["id"] == f"from-{fact.source.lower()}", id
        assert len(row.select("td a")) == len(course.places[id]), id


def test_counts_are_taken_from_the_pages(env, course, monkeypatch):
    less = {id: places for id, places in course.places.items() if id not in ("MIS-2", "NOW-board")}
    monkeypatch.setattr(course, "places", less)
    first, second = sources.parts(env)
    assert (first.total - first.shown, second.total - second.shown) == (1, 1)
    page = read(sources.coverage(env))
    assert said(page.caption) == f"{first.shown} of {first.total} statements stand on a page."
    assert said(page.find(attrs={"data-covers": "MIS-2"}).td) == "on no page"


def test_what_is_current_says_when_it_was_seen_and_where_to_look(env, course):
    boxes = {box.select_one("[data-fact]")["data-fact"]: box for box in read(sources.current(env)).select(".ktc-fact")}
    assert set(boxes) == set(course.current.now)
    for id, now in course.current.now.items():
        assert "last seen in" in said(boxes[id].select_one(".ktc-badge")), id
        assert boxes[id].select_one(f'a[rel="external"][href="{now.address}"]'), id
