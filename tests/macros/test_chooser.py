"""Which code applies to me: every way ends, no code is said to bind whom its data does not name, no script needed."""

import pytest
from bs4 import BeautifulSoup
from test_macros import fake

from macros import chooser
from macros.render import address

ELSEWHERE = ("PUB-south-africa-material", "PUB-togo-voice", "PUB-uk-voice")


@pytest.fixture
def page(course) -> BeautifulSoup:
    return BeautifulSoup(chooser.chooser(fake(course.view("en"), "which-code/index.html"), *ELSEWHERE), "html.parser")


def text_of(tag) -> str:
    return " ".join(tag.get_text(" ").split())


def ends(page):
    """The choices that hold no further one."""
    return [one for one in page.select("details") if not one.select("details")]


def test_every_way_ends_at_a_code_or_says_that_there_is_none(page):
    assert all(one.select("[data-outcome]") for one in ends(page))
    assert all(one.summary.get_text(strip=True) for one in page.select("details"))
    assert len(ends(page)) == 6


def test_a_code_is_shown_with_the_words_of_its_data_on_whom_it_binds_and_its_course(page, course):
    shown = [one for one in page.select("[data-outcome]") if one["data-outcome"]]
    assert [one["data-outcome"] for one in shown] == ["ke-members", "intl-members"]
    courses = {one.code: one for one in course.curriculum.courses.values()}
    for one in shown:
        code = course.codes[one["data-outcome"]]
        assert code.binds.strip() in text_of(one)
        links = [link["href"] for link in one.select("a")]
        assert links == [f"../{address(code.page)}", f"../{address(courses[code.id].page)}"]


def test_a_section_is_offered_by_the_name_of_the_issuer(page):
    offered = [one.summary.get_text() for one in page.select('[data-choice="section"] > details')]
    assert offered[0] == "Amnesty International Kenya"


def test_members_of_other_sections_are_told_plainly_and_sent_to_their_section(page, course):
    other = page.select_one('[data-choice="other-section"]')
    word = course.view("en").word
    assert text_of(other).startswith(" ".join([word("choose.other_section"), word("choose.none_yours")]))
    assert word("choose.ask_section") in text_of(other)
    assert [tag["data-fact"] for tag in other.select("[data-fact]")] == list(ELSEWHERE)
    assert len(other.select(".ktc-source")) == len(ELSEWHERE), "each with its source"


@pytest.mark.parametrize("choice", ["other-section", "not-yet", "guest", "none"])
def test_who_is_bound_by_no_code_here_is_not_told_otherwise(page, choice):
    assert page.select_one(f'[data-choice="{choice}"] [data-outcome]')["data-outcome"] == ""


def test_no_code_here_speaks_of_guests_and_the_page_says_so(page, course):
    guest = page.select_one('[data-choice="guest"]')
    assert course.view("en").word("choose.guest_none") in text_of(guest)
    assert guest.select_one('a[href="#guest"]')


def test_it_needs_no_script_and_no_form(page):
    assert not page.select("script, form, button, input, [hidden], [role]")


def test_without_facts_on_other_sections_nothing_is_promised(course):
    page = chooser.chooser(fake(course.view("en")))
    assert course.view("en").word("choose.elsewhere") not in page
