"""What theme templates show around a page: its place, the list beside it, and the pages before and after."""

from types import SimpleNamespace

import pytest

from macros.path import Path


@pytest.fixture
def path(course):
    return Path(course.view("en"))


def page(url: str):
    return SimpleNamespace(url=url, meta={})


def test_a_lesson_says_which_page_of_which_module_it_is_and_what_is_left(path):
    place = path.place(page("learn/history/growth/index.html"))
    assert (place.kind, place.module.number, str(place.title), place.n, place.total) == ("lesson", 2, "History", 3, 5)
    view = path.view
    rest = [view.page_minutes(name) for name in view.module("history").pages[2:]]
    assert place.left == sum(rest) + view.page_minutes("practice/history/index.md")


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("learn/vision/index.html", "module"),
        ("practice/vision/index.html", "practice"),
        ("learn/vision/all/index.html", "whole"),
    ],
)
def test_the_other_pages_of_a_module_know_their_kind(path, url, kind):
    place = path.place(page(url))
    assert (place.kind, place.n, place.module.id) == (kind, 0, "vision")


def test_pages_of_no_module_have_no_place_and_no_side(path):
    for url in ("index.html", "glossary/index.html"):
        assert path.place(page(url)) is None and path.side(page(url)) is None and path.bundles(page(url)) == []


def test_beside_a_lesson_stand_the_pages_of_its_module_with_itself_marked(path):
    side = path.side(page("learn/vision/mission/index.html"))
    current = [entry.href for entry in side.entries if entry.current]
    assert current == ["../../../learn/vision/mission/index.html"]
    lessons = [entry.lesson for entry in side.entries if entry.lesson]
    assert lessons == [name.replace(".md", ".html") for name in path.view.module("vision").pages]
    assert [entry.href for entry in side.courses] == [
        "../../../courses/international-members/index.html",
        "../../../courses/kenya-members/index.html",
    ]


def test_beside_a_check_stands_its_course(path):
    side = path.side(page("check/kenya-members/index.html"))
    assert side.name == "Kenya members"
    assert [entry.href for entry in side.entries if entry.current] == ["../../check/kenya-members/index.html"]
    assert any(entry.href == "../../learn/ke-members/index.html" for entry in side.entries)


def test_neighbours_are_links_from_the_page_and_name_their_course_where_courses_part(path):
    after = path.after(page("practice/impartiality/index.html"))
    assert [(one.href, str(one.course)) for one in after] == [
        ("../../learn/intl-members/index.html", "International Members"),
        ("../../learn/ke-members/index.html", "Kenya members"),
    ]
    assert [one.href for one in path.before(page("learn/vision/mission/index.html"))] == [
        "../../../learn/vision/wanted-world/index.html"
    ]


def test_a_title_in_english_on_a_page_of_another_language_is_marked(course):
    other = Path(course.view("sw"))
    after = other.after(page("learn/vision/wanted-world/index.html"))[0]
    fallback = course.view("sw").page_title("learn/vision/mission/index.md").is_fallback
    assert ('lang="en"' in after.title) == fallback
