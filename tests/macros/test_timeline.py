"""The timeline: every event in order, then and now leading to each other, and ways to the pages that tell more."""

import pytest
from bs4 import BeautifulSoup
from test_macros import fake

from macros import timeline


@pytest.fixture(scope="module")
def entries(course) -> list:
    return BeautifulSoup(timeline.timeline(fake(course.view("en"), "timeline/index.html")), "html.parser").select("li")


def test_every_event_stands_in_the_order_of_its_year(entries, course):
    years = [int(entry.time["datetime"]) for entry in entries]
    assert years == sorted(years)
    assert {entry["id"] for entry in entries} == {f"event-{event.id}" for event in course.timeline.events}


def test_then_and_now_lead_to_each_other(entries):
    links = {entry["id"]: [link["href"] for link in entry.find_all("a")] for entry in entries}
    assert "#event-global-assembly" in links["event-council"]
    assert "#event-council" in links["event-global-assembly"]


def test_marks_say_then_or_now(entries, course):
    said = {entry["id"]: [tag["class"][1] for tag in entry.select(".ktc-badge")] for entry in entries}
    for event in course.timeline.events:
        assert said[f"event-{event.id}"] == ([f"ktc-badge--{event.see}"] if event.see else [])


def test_every_event_leads_to_a_page_that_states_its_facts(entries, course):
    for entry in entries:
        pages = {place.page for fact in entry["data-about"].split() for place in course.places[fact][:1]}
        links = [link["href"].split("#")[0] for link in entry.find_all("a") if not link["href"].startswith("#")]
        assert sorted(links) == sorted("../" + page.replace(".md", ".html") for page in pages), entry["id"]


def test_a_page_may_show_the_years_up_to_one(course):
    part = BeautifulSoup(timeline.timeline(fake(course.view("en"), "timeline/index.html"), "1978"), "html.parser")
    shown = {one.id for one in course.timeline.events if one.year <= 1978}
    assert {entry["id"].removeprefix("event-") for entry in part.select("li")} == shown
    assert all(part.find(id=link["href"][1:]) for link in part.select('a[href^="#"]'))
