"""Code pages, facts, terms and the home page: everything the data holds is said, once, with how far it holds."""

from typing import get_args

import pytest
from bs4 import BeautifulSoup
from test_macros import fake

from ktc.course import models
from macros import code, fact, home, term


def read(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


@pytest.fixture
def env(course):
    return fake(course.view("en"))


def test_every_label_has_a_badge_with_words(course):
    assert set(fact.BADGES) == set(get_args(models.Label))
    for kind in fact.BADGES.values():
        assert course.view("en").word("badge." + kind.replace("-", "_"))


def test_a_code_page_states_every_fact_of_its_code_once(env, course):
    page = read(code.code(env, "intl-members"))
    shown = sorted(tag["data-fact"] for tag in page.select("[data-fact]"))
    assert shown == sorted(id for id in course.facts if id.startswith("IM-"))


def test_a_code_page_says_what_its_source_leaves_out(env, course):
    page = read(code.code(env, "intl-members"))
    shown = [tag["data-absent"] for tag in page.select("[data-absent]")]
    assert shown == [absent.id for absent in course.codes["intl-members"].absent]


def test_a_code_page_links_to_the_binding_text_before_anything_else(env, course):
    first = read(code.code(env, "intl-members")).a
    assert first["href"] == course.sources.root["000"].address


def test_facts_of_a_clause_with_another_label_have_their_own_badge(env):
    page = read(code.clause(env, "IM-3"))
    assert page.select_one('[data-fact="IM-3.n"] .ktc-badge--note')
    assert page.select_one(".ktc-source .ktc-badge--in-force")


def test_a_month_is_written_in_the_language(course):
    view = course.view("fr")
    assert code.last_seen(view, view.code("intl-members")) == "octobre 2025"


def test_small_print_names_each_place_once(course):
    line = fact.small_print(course.view("en"), ["IM-1.a", "IM-1.b", "IM-1"])
    assert [place.text for place in line.places] == ["clause 1", "clause 1, heading"]


@pytest.mark.parametrize(
    ("contact", "href"),
    [("post@example.org", "mailto:post@example.org"), ("https://example.org/x", "https://example.org/x"), (None, None)],
)
def test_corrections_go_to_the_host_s_address_or_to_nobody(course, contact, href, monkeypatch):
    current = course.current.model_copy(update={"contacts": models.Contacts(corrections=contact)})
    monkeypatch.setattr(course, "current", current)
    link = read(fact.corrections(fake(course.view("en")))).a
    assert (link and link["href"]) == href


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
    assert [tag.name for tag in html.find_all(True)] == ["span", "a"]
    assert html.a["href"].endswith("glossary/index.html#term-section")


def test_home_leads_members_to_the_choice_of_their_code(env):
    links = [link["href"] for link in read(home.who_are_you(env)).select(".ktc-who a")]
    assert links[0].endswith("which-code/index.html")
    assert len(links) == 3


def test_a_card_for_each_course_says_for_whom_and_how_long(env, course):
    cards = read(home.who_are_you(env)).select(".ktc-courses .ktc-card")
    assert [card.a["href"].removeprefix("../../") for card in cards] == [
        one.page.replace(".md", ".html") for one in course.curriculum.courses.values()
    ]
    for card, one in zip(cards, course.view("en").courses.values(), strict=True):
        assert one.summary.text in card.get_text()
        assert f"{course.view('en').course_minutes(one)} minutes in all" in card.get_text()


def test_the_continue_card_waits_for_the_script(env):
    card = read(home.continue_card(env)).section
    assert "hidden" in card.attrs
    assert all("hidden" in entry.attrs for entry in card.find_all("li"))


def test_quizzes_of_one_kind_are_told_apart_by_their_module_or_course(env, course):
    taken = home.taken(course.view("en"))
    assert (
        len({(one.word, one.name.text) for one in taken})
        == len(taken)
        == len([q for q in course.quizzes.values() if q.page])
    )
    entries = read(home.continue_card(env)).select("[data-quiz-state]")
    assert [entry.get_text().strip(" –") for entry in entries] == [one.name.text for one in taken]
