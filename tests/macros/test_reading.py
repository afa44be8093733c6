"""Code pages, facts, terms and the home page: everything the data holds is said, once, with how far it holds."""

import pytest
from bs4 import BeautifulSoup
from test_macros import fake

from ktc.course import models
from macros import code, home, sources


def read(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


@pytest.fixture
def env(course):
    return fake(course.view("en"))


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


@pytest.mark.parametrize(
    ("contact", "href"),
    [("post@example.org", "mailto:post@example.org"), ("https://example.org/x", "https://example.org/x"), (None, None)],
)
def test_corrections_go_to_the_host_s_address_or_to_nobody(course, contact, href, monkeypatch):
    current = course.current.model_copy(update={"contacts": models.Contacts(corrections=contact)})
    monkeypatch.setattr(course, "current", current)
    link = read(sources.corrections(fake(course.view("en")))).a
    assert (link and link["href"]) == href


def test_home_leads_members_to_the_code(env):
    links = [link["href"] for link in read(home.who_are_you(env)).find_all("a")]
    assert links[0].endswith("codes/international-members/index.html")
    assert len(links) == 3


def test_the_continue_card_waits_for_the_script(env):
    card = read(home.continue_card(env)).section
    assert "hidden" in card.attrs
    assert all("hidden" in entry.attrs for entry in card.find_all("li"))
    assert [entry.a["href"].split("/")[-3] for entry in card.select("[data-quiz-state]")] == ["check", "practice"]
