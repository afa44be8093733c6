"""The path of study: every page of a course in order, there and back, and how long it takes."""

import pytest


@pytest.fixture
def view(course):
    return course.view("en")


def walk(view, page: str, step, course) -> list[str]:
    """The pages from one on, taking the way of a course where courses part."""
    way = [page]
    while stops := [stop for stop in step(way[-1]) if ours(view, stop, course)]:
        way.append(stops[0].page)
    return way


def ours(view, stop, course) -> bool:
    """Whether a stop is on the way of a course: it says so, or it is the course's own page or check."""
    at = view.course_at(stop.page)
    return (stop.course is None or stop.course.id == course.id) and (at is None or at.id == course.id)


def expected(view, course) -> list[str]:
    inner = [[m.page, *m.pages, view.quiz(m.practice).page] for m in course.modules]
    return [course.page, *(page for pages in inner for page in pages), view.check_page(course)]


@pytest.mark.parametrize("id", ["international-members", "kenya-members"])
def test_next_leads_through_every_page_of_a_course_to_its_final_check(view, id):
    course = view.study(id)
    assert walk(view, course.page, view.after, course) == expected(view, course)


@pytest.mark.parametrize("id", ["international-members", "kenya-members"])
def test_previous_leads_the_same_way_back(view, id):
    course = view.study(id)
    *way, _ = expected(view, course)
    assert walk(view, way[-1], view.before, course) == way[::-1]


def test_before_a_final_check_stands_its_course(view):
    assert [stop.page for stop in view.before("check/kenya-members/index.md")] == ["courses/kenya-members/index.md"]
    questions = "check/kenya-members/questions/index.md"
    assert [stop.page for stop in view.before(questions)] == ["check/kenya-members/index.md"]


def test_where_courses_part_each_way_names_its_course(view):
    onward = view.after(view.quiz(view.module("impartiality").practice).page)
    assert {stop.course.id: stop.page for stop in onward} == {
        "international-members": "learn/intl-members/index.md",
        "kenya-members": "learn/ke-members/index.md",
    }


def test_where_courses_go_the_same_way_there_is_one(view):
    practice = view.quiz(view.module("vision").practice).page
    assert [(stop.page, stop.course) for stop in view.after(practice)] == [("learn/research/index.md", None)]


def test_a_whole_module_leads_back_to_its_module_and_not_on(view):
    assert [stop.page for stop in view.before("learn/vision/all/index.md")] == ["learn/vision/index.md"]
    assert view.after("learn/vision/all/index.md") == ()


def test_pages_off_the_path_have_no_place_on_it(view):
    for page in ("index.md", "glossary/index.md", "codes/kenya-members/index.md"):
        assert view.module_at(page) is None and view.before(page) == view.after(page) == ()


def test_minutes_are_those_of_pages_practice_and_check(view):
    vision = view.module("vision")
    pages = sum(view.page_minutes(page) for page in vision.pages)
    assert pages > 0 and view.module_minutes(vision) == pages + view.page_minutes("practice/vision/index.md")
    course = view.study("kenya-members")
    modules = sum(view.module_minutes(module) for module in course.modules)
    assert view.course_minutes(course) == modules + view.page_minutes("check/kenya-members/index.md")
