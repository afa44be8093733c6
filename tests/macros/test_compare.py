"""The comparison: a row a topic, a column a code, each cell from the data, and silence said aloud."""

import pytest
from bs4 import BeautifulSoup
from test_macros import fake

from macros import compare
from macros.render import address, fact_anchor

ROWS = [*compare.TOPICS, "consequence"]


@pytest.fixture
def page(course) -> BeautifulSoup:
    return BeautifulSoup(compare.comparison(fake(course.view("en"), "compare/index.html")), "html.parser")


def cell(page, topic: str, code: str):
    return page.select_one(f'[data-topic="{topic}"] [data-code="{code}"]')


def test_rows_are_topics_and_columns_are_codes_in_the_order_of_the_courses(page, course):
    assert [row["data-topic"] for row in page.select("[data-topic]")] == ROWS
    taught = [one.code for one in course.curriculum.courses.values()]
    for row in page.select("[data-topic]"):
        assert [one["data-code"] for one in row.select("td")] == taught


def test_it_is_a_table_with_a_caption_and_scopes(page):
    table = page.table
    assert table.caption.get_text(strip=True)
    assert {head["scope"] for head in table.thead.select("th")} == {"col"}
    assert all(row.find("th")["scope"] == "row" for row in table.tbody.find_all("tr", recursive=False))
    assert not table.select("[role], [style]")


def test_every_clause_stands_in_the_row_of_each_of_its_topics_with_number_title_and_text(page, course):
    for code in course.codes.values():
        for clause in code.clauses:
            for topic in clause.topics:
                entry = cell(page, topic, code.id).select_one(f'[data-fact="{clause.id}"]')
                assert entry.a["href"] == f"../{address(code.page)}#{fact_anchor(clause.id)}"
                label = entry.a.get_text(" ", strip=True)
                assert clause.number in label and clause.title in label
                assert course.facts[clause.id].text.strip() in entry.get_text(" ")


def test_a_code_without_a_line_on_a_topic_says_so(page, course):
    word = course.view("en").word
    for topic in ("truth", "learning", "participation", "reporting", "consequence"):
        assert word("compare.silent") in cell(page, topic, "intl-members").get_text()
    for topic in ("material", "privacy"):
        assert word("compare.silent") in cell(page, topic, "ke-members").get_text()
    for one in page.select("td[data-code]:not([data-empty])"):
        assert one.select("[data-fact]")


def test_what_stands_outside_the_clauses_is_a_note_and_no_duty(page, course):
    word = course.view("en").word
    for topic, id in (("privacy", "IM-P"), ("channel", "IM-C")):
        note = cell(page, topic, "intl-members")
        assert word("compare.no_clause") in note.get_text()
        assert note.select_one(f'[data-fact="{id}"] .ktc-badge--missing')
        assert note.select_one(f'[data-fact="{id}"] a').get_text() == word(f"compare.note_{topic}")


def test_a_badge_stands_only_where_a_statement_holds_unlike_the_rest_of_its_code(page, course):
    for entry in page.select("td [data-fact]"):
        code = course.codes[entry.find_parent("td")["data-code"]]
        unlike = course.facts[entry["data-fact"]].label != course.facts[code.clauses[0].id].label
        assert bool(entry.select(".ktc-badge")) == unlike, entry["data-fact"]


def test_consequences_and_rights_are_one_row(page):
    facts = [one["data-fact"] for one in cell(page, "consequence", "ke-members").select("[data-fact]")]
    assert facts == ["KE-A1", "KE-A2"]


def test_words_that_mean_two_bodies_have_a_note(page, course):
    shown = {entry.dt.get_text(strip=True): entry.dd.get_text(strip=True) for entry in page.select("dl > div")}
    for id in ("secretariat", "board"):
        term = course.glossary.root[id]
        assert shown[term.term] == term.definition.strip()


def test_two_codes_fit_beside_each_other_and_do_not_scroll(page):
    assert page.select_one(".ktc-compare").get("tabindex") is None
