"""Glossary terms: a link with its explanation beside the first use, and the page that explains them all."""

import pytest
from bs4 import BeautifulSoup
from test_macros import fake

from macros import term


def read(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def test_the_glossary_is_in_alphabetical_order_and_names_the_english_term(course):
    entries = read(term.glossary(fake(course.view("fr")))).select(".ktc-entries > div")
    assert {entry["id"] for entry in entries} == {f"term-{id}" for id in course.glossary.root}
    places = [term.place(one) for one in course.view("fr").terms.values()]
    assert sorted(places) != places, "the file is sorted already: this test would see nothing"
    assert [entry["id"].removeprefix("term-") for entry in entries] == [
        one.id for one in sorted(course.view("fr").terms.values(), key=term.place)
    ]
    assert all(entry.select_one('[lang="en"]') for entry in entries)


def test_a_term_can_stand_inside_a_sentence(course):
    html = read(term.term(fake(course.view("ar"), state="missing"), "section"))
    assert [tag.name for tag in html.span.find_all(True, recursive=False)] == ["a", "template"]
    assert html.a["href"].endswith("glossary/index.html#term-section")


def test_the_explanation_stands_beside_the_first_use_only(course):
    env = fake(course.view("en"))
    first, second = (read(term.term(env, "statute")) for _ in range(2))
    assert course.glossary.root["statute"].definition in first.template.get_text()
    assert first.template["data-term"] == first.a["data-term"] == second.a["data-term"]
    assert not second.template


def test_a_page_with_terms_asks_for_their_script(course):
    env = fake(course.view("en"))
    term.term(env, "statute")
    assert env.page.meta["bundles"] == ["glossary"]


@pytest.fixture(scope="module")
def entries(course) -> BeautifulSoup:
    return read(term.glossary(fake(course.view("en"), "glossary/index.html")))


def test_then_and_now_lead_to_each_other(entries):
    assert "Now: Global Assembly" in entries.find(id="term-international-council").get_text(" ", strip=True)
    assert "Earlier: International Council" in entries.find(id="term-global-assembly").get_text(" ", strip=True)


def test_a_word_with_two_meanings_names_both(entries):
    links = [link["href"] for link in entries.find(id="term-board").select("a")]
    assert links[:2] == ["#term-international-board", "#term-aik"]


def test_a_definition_leads_to_the_pages_that_state_its_facts(entries, course):
    for id, one in course.glossary.root.items():
        links = [link["href"] for link in entries.find(id=f"term-{id}").select("a") if "index.html#" in link["href"]]
        assert bool(links) == bool(one.facts), id
