"""Diagrams: every box and arrow of the data is drawn and said, in the order and direction of the data."""

import pytest
from bs4 import BeautifulSoup
from test_macros import fake

from macros import diagram


def read(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def drawn(course, id: str, language: str = "en") -> BeautifulSoup:
    return read(diagram.diagram(fake(course.view(language)), id))


def said(tag) -> str:
    return " ".join(tag.get_text(" ").split())


def test_every_diagram_shows_its_title_its_boxes_and_its_words(course):
    for id, one in course.diagrams.items():
        page = said(drawn(course, id))
        for text in (one.title, one.summary, *(part for node in one.nodes for part in (node.title, node.text))):
            assert " ".join(text.split()) in page, (id, text)


def test_boxes_and_arrows_point_at_facts_and_state_none(course):
    for id, one in course.diagrams.items():
        page = drawn(course, id)
        shown = [tag["data-about"].split() for tag in page.select("[data-about]")]
        assert sorted(shown) == sorted(part.facts for part in (*one.nodes, *one.links) if part.facts)
        assert not page.select("[data-fact]")


@pytest.mark.parametrize("id", ["governance-then", "governance-now"])
def test_arrows_read_as_sentences(course, id):
    names = {node.id: node.title for node in course.diagrams[id].nodes}
    sentences = {said(tag) for tag in drawn(course, id).select(".ktc-arrow .ktc-visually-hidden")}
    assert sentences == {f"{names[one.from_]} {one.label} {names[one.to]}" for one in course.diagrams[id].links}


def test_an_arrow_to_the_box_above_points_up(course):
    shapes = {said(tag.find(class_="ktc-visually-hidden")): tag["class"][1] for tag in
              drawn(course, "governance-now").select(".ktc-arrow")}  # fmt: skip
    assert shapes["National sections answer to Members"] == "ktc-arrow--up"
    assert shapes["Global Assembly elects International Board"] == "ktc-arrow--down"


def test_the_long_way_back_goes_around_the_boxes_between(course):
    loop = drawn(course, "governance-now").select_one(".ktc-loop")
    titles = [said(tag) for tag in loop.select(".ktc-box__title")]
    assert (titles[0], titles[-1]) == ("National sections", "International Secretariat")
    assert "ktc-arrow--loop" in loop.find_all("p", class_="ktc-arrow")[-1]["class"]


def test_layers_without_a_way_back_are_a_plain_column(course):
    one = course.view("en").diagram("governance-now")
    short = tuple(link for link in one.links if link.from_ != "secretariat")
    layers = diagram.layers_of(type(one)(one.data, one.title, one.summary, one.nodes, short))
    assert layers.back is None and len(layers.above) == 6 and not layers.inner + layers.below


def test_cards_lead_to_the_codes_that_the_site_tells(course):
    links = [link["href"] for link in drawn(course, "who-may-speak").select("li a")]
    assert [link.split("/")[-2] for link in links] == ["international-members", "kenya-members"]
