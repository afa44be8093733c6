"""What stands around questions: where to read again, and what has to be right in which check."""

import pytest
from bs4 import BeautifulSoup
from test_macros import fake

from macros import quiz


def read(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def test_what_has_to_be_right_is_named_by_the_clauses_of_the_checks_own_code(course):
    said = {
        id: read(quiz.check(fake(course.view("en"), f"check/{folder}/index.html"), id))
        .select_one(".ktc-intro")
        .get_text()
        for id, folder in (("intl-members-final", "international-members"), ("ke-members-final", "kenya-members"))
    }
    assert "Responsibility 1" in said["intl-members-final"] and "Commitment" not in said["intl-members-final"]
    assert "Commitment 6 and Commitment 10" in said["ke-members-final"]
    assert "Responsibility" not in said["ke-members-final"]


@pytest.mark.parametrize("module", ["vision", "history", "research", "governance", "impartiality"])
def test_a_question_without_a_clause_leads_back_into_its_own_module_where_that_tells_it(course, module):
    view, pages = course.view("en"), course.curriculum.modules[module].pages
    for kind in ("practice", "pool"):
        for one in view.quiz(f"{module}-{kind}").questions:
            told = [place.page for place in course.places[one.facts[0]] if place.page in pages]
            (link,) = quiz._links(view, one) if not one.clauses else [None]
            if link and told:
                assert link.target.startswith(f"learn/{module}/"), one.id
