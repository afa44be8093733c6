"""Facts on a page: each label with its badge, its time or place, its source, and how it is now."""

from typing import get_args

import pytest
from bs4 import BeautifulSoup
from test_macros import fake

from ktc.course import models
from macros import fact


def read(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def said(tag) -> str:
    return " ".join(tag.get_text(" ").split())


@pytest.fixture
def env(course):
    return fake(course.view("en"))


def test_every_label_has_a_badge_with_words(course):
    assert set(fact.BADGES) == set(get_args(models.Label))
    for kind in fact.BADGES.values():
        assert course.view("en").word("badge." + kind.replace("-", "_"))


def test_small_print_names_each_place_once(course):
    line = fact.small_print(course.view("en"), ["IM-1.a", "IM-1.b", "IM-1"])
    assert [place.text for place in line.places] == ["clause 1", "clause 1, heading"]


@pytest.mark.parametrize(
    ("id", "badge"),
    [
        ("IM-1", "In force"),
        ("KE-1", "Here only (Kenya)"),
        ("GOV-9", "Here only (United Kingdom)"),
        ("IMP-0.3", "Here only (a local group's article)"),
        ("PUB-new-zealand-research", "Here only (New Zealand)"),
        ("GOV-2", "Then (about 2005)"),
        ("UK-2", "Figure of about 2013"),
        ("HIS-1", "Disputed"),
        ("IM-C", "Missing in our source"),
        ("IM-3.n", "Note"),
        ("NOW-board", "Now (last seen in December 2023)"),
    ],
)
def test_a_badge_says_when_or_where_it_holds(env, id, badge):
    shown = read(fact.statements(env, id)).select_one(".ktc-badge")
    assert said(shown) == f"How far it holds {badge}"
    assert shown.svg


def test_an_undisputed_statement_that_is_no_rule_has_no_badge(env):
    assert not read(fact.statements(env, "GOV-1")).select(".ktc-badge")


def test_a_case_of_its_date_is_then_and_no_figure(env):
    assert said(read(fact.statements(env, "IMP-2.e")).select_one(".ktc-badge")).endswith("Then (2013)")


def test_a_figure_says_what_it_counts(env):
    assert "Counts members, supporters and activists" in said(
        read(fact.statements(env, "UK-2")).select_one(".ktc-source")
    )


def test_every_statement_names_source_place_and_date(env, course):
    for id, one in course.facts.items():
        line = said(read(fact.statements(env, id)).select_one(".ktc-source"))
        view = course.view("en").fact(id)
        for part in (course.sources.root[one.source].title, one.where, view.as_of.text):
            assert " ".join(part.split()) in line, (id, part)


def test_what_has_changed_tells_how_it_is_now_once_a_page(env):
    first, second = (read(fact.statements(env, id)).select_one(".ktc-fact__way") for id in ("GOV-2", "GOV-10"))
    assert first.select_one('[data-fact="NOW-assembly"]') and "last seen in April 2021" in said(first)
    assert not second.select_one("[data-fact]")
    assert first.a["href"] == second.a["href"] == "../../learn/governance/who-decides-now/index.html#now-assembly"


def test_what_the_page_states_itself_is_pointed_to_and_not_repeated(course):
    env = fake(course.view("en"), facts=["GOV-2", "NOW-assembly"])
    way = read(fact.statements(env, "GOV-2")).select_one(".ktc-fact__way")
    assert way.a["href"] == "#now-assembly" and not way.select("[data-fact]")


def test_pages_to_read_along_are_named_once(env):
    ways = [way for way in read(fact.statements(env, "GOV-9")).select(".ktc-fact__way") if "Read with" in said(way)]
    links = [link["href"] for link in ways[0].find_all("a")]
    assert len(ways) == 1 and len(links) == len({link.split("#")[0] for link in links})


def test_our_note_is_set_apart_from_the_statement(env):
    note = read(fact.statements(env, "GOV-3")).select_one(".ktc-fact__note")
    assert said(note).startswith("Our note:") and "data-fact" not in note.attrs


def test_a_statement_shown_twice_has_its_anchor_once(env):
    once, twice = (read(fact.statements(env, "IM-1")).select("#im-1") for _ in range(2))
    assert (len(once), len(twice)) == (1, 0)


def test_one_page_is_named_once_below_a_statement(env):
    for id in ("GOV-2", "GOV-12"):
        fact.statements(env, id)  # both tell how it is now
    (box,) = read(fact.statements(env, "GOV-10", "GOV-12")).select(".ktc-fact")
    links = [way["href"].split("#")[0] for way in box.select(".ktc-fact__way a")]
    assert len(links) == len(set(links)) >= 1
