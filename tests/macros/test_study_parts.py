"""Modules, courses, review and the whole module: in order, as the data says, and hidden what only scripts know."""

import json

import pytest
from bs4 import BeautifulSoup
from test_macros import fake

from macros import study
from macros.outline import outline


def read(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def at(course, page: str, language: str = "en", **meta):
    return fake(course.view(language), page, **meta)


@pytest.fixture
def view(course):
    return course.view("en")


def test_a_module_lists_objectives_and_pages_in_order_with_minutes(course, view):
    part = read(study.module(at(course, "learn/vision/index.html"), "vision"))
    assert [one["data-objective"] for one in part.select("[data-objective]")] == [
        one.id for one in view.module("vision").objectives
    ]
    links = part.select(".ktc-stops a")
    assert [link["data-page"] for link in links] == [
        page.replace(".md", ".html") for page in view.module("vision").pages
    ]
    assert all("minutes" in item.get_text() for item in part.select(".ktc-stops > li"))
    assert all("hidden" in mark.attrs for mark in part.select(".ktc-done"))


def test_a_module_leads_to_practice_print_courses_and_the_next_module(course):
    part = read(study.module(at(course, "learn/vision/index.html"), "vision"))
    hrefs = {link["href"].removeprefix("../../") for link in part.find_all("a")}
    assert hrefs >= {
        "practice/vision/index.html",
        "learn/vision/all/index.html",
        "courses/international-members/index.html",
        "courses/kenya-members/index.html",
        "learn/research/index.html",
    }


def test_a_course_lists_its_modules_in_order(course, view):
    part = read(study.course(at(course, "courses/kenya-members/index.html"), "kenya-members"))
    titles = [title.get_text() for title in part.select(".ktc-modules h3")]
    assert titles == [module.title.text for module in view.study("kenya-members").modules]
    assert all("hidden" in line.attrs for line in part.select("[data-far], [data-due], [data-course-left]"))


@pytest.mark.parametrize(
    ("id", "must"),
    [("international-members", ["Responsibility 1"]), ("kenya-members", ["Commitment 6", "Commitment 10"])],
)
def test_the_rules_of_the_check_come_from_its_data(course, view, id, must):
    check = view.quiz(view.study(id).check)
    said = read(study.course(at(course, f"courses/{id}/index.html"), id)).select_one("#check + p").get_text()
    assert f"{check.drawn} questions" in said and f"{check.pass_mark}%" in said
    assert all(clause in said for clause in must)


def test_review_knows_the_questions_of_every_practice_quiz(course, view):
    env = at(course, "review/index.html")
    part = read(study.review(env))
    data = json.loads(part.select_one(".ktc-outline").string)
    assert {one["id"]: one["questions"] for one in data["modules"]} == {
        id: [question.id for question in view.quiz(module.practice).questions] for id, module in view.modules.items()
    }
    assert env.page.meta["bundles"] == ["study"]
    assert part.select_one("[data-without]") and "hidden" in part.select_one('[data-part="due"]').attrs


def test_titles_that_stand_in_are_marked_for_the_scripts_too(course):
    view = course.view("sw")
    data = json.loads(read(outline(view, view.modules.values(), full=True)).script.string)
    titles = {stop["page"]: stop.get("lang") for one in data["modules"] for stop in one["lessons"]}
    for page, lang in titles.items():
        assert lang == ("en" if view.page_title(page.replace(".html", ".md")).is_fallback else None)


def test_a_whole_module_lists_its_parts_within_the_page_or_links_to_the_pages(course):
    page = "learn/vision/all/index.html"
    joined = read(study.whole_module(at(course, page, joined=True), "vision")).select("li a")
    apart = read(study.whole_module(at(course, page), "vision")).select("li a")
    assert joined[1]["href"] == "#mission"
    assert apart[1]["href"] == "../../../learn/vision/mission/index.html"
