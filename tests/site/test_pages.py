"""What particular pages of the finished site show, read with BeautifulSoup, also without scripts."""

import re
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from ktc.course.places import code_facts

LANGUAGES = {"en": "ltr", "fr": "ltr", "es": "ltr", "ar": "rtl", "sw": "ltr"}
CODE, CHECK = "codes/international-members/index.html", "check/international-members/index.html"
PRACTICE, PAPER = "practice/international-members/index.html", "check/international-members/questions/index.html"


@cache
def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def test_every_language_has_the_same_pages(site):
    names = {code: {p.relative_to(site / code) for p in (site / code).rglob("*.html")} for code in LANGUAGES}
    assert all(names[code] == names["en"] for code in LANGUAGES)


def test_stylesheets_load_nothing_from_another_host(site):
    for path in site.rglob("*.css"):
        assert not re.search(r"(url\(|@import)\s*[\"']?(https?:)?//", path.read_text(encoding="utf-8")), path


def test_no_page_speaks_of_amnesty_as_if_official(site):
    for code in LANGUAGES:
        footer = soup(site / code / "index.html").find("footer")
        assert footer and len(footer.get_text(strip=True)) > 40, "the footer says that the site is independent"


def test_the_language_switch_leads_to_the_same_page(site):
    for code in LANGUAGES:
        links = soup(site / code / CODE).select("header [hreflang]")
        targets = {link["hreflang"]: link for link in links}
        assert set(targets) == set(LANGUAGES)
        for other, link in targets.items():
            assert link["href"].endswith(f"/{other}/{CODE}")
            assert (link["lang"], link["dir"]) == (other, LANGUAGES[other])


@pytest.mark.parametrize("id", ["intl-members", "ke-members"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_fact_of_a_code_stands_on_its_page_in_the_language(site, course, code, id):
    view = course.view(code)
    page = soup(site / code / view.code(id).page.replace(".md", ".html"))
    shown = {id for tag in page.select("[data-fact]") for id in tag["data-fact"].split()}
    text = " ".join(page.get_text(" ").split())
    for fact in code_facts(course.codes[id]):
        assert fact in shown, fact
        assert " ".join(view.fact(fact).text.text.split()) in text, fact


@pytest.mark.parametrize("id", ["intl-members", "ke-members"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_code_page_shows_clauses_scope_source_and_what_is_missing(site, course, code, id):
    shown = course.view(code).code(id)
    page = soup(site / code / shown.page.replace(".md", ".html"))
    text = " ".join(page.get_text(" ").split())
    assert [tag["data-clause"] for tag in page.select("section[data-clause]")] == [one.id for one in shown.clauses]
    defects = [defect.text.text for clause in shown.clauses for defect in clause.defects]
    titles = [clause.title.text for clause in shown.clauses]
    for part in (shown.binds.text, *titles, *defects, *(absent.text.text for absent in shown.absent)):
        assert " ".join(part.split()) in text
    address = course.view(code).source(shown.source).address
    assert page.select_one(f'a[href="{address}"]')
    assert page.select(".ktc-badge")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(("page", "quiz"), [(PRACTICE, "intl-members-practice"), (PAPER, "intl-members-final")])
def test_questions_choices_and_answers_are_readable_without_script(site, course, code, page, quiz):
    shown = soup(site / code / page)
    text = " ".join(shown.get_text(" ").split())
    key = " ".join(" ".join(tag.get_text(" ") for tag in shown.find_all("details")).split())
    for question in course.view(code).quiz(quiz).questions:
        assert " ".join(question.stem.text.split()) in text
        for choice in (*question.choices, *(one for step in question.steps for one in step.choices)):
            assert " ".join(choice.text.text.split()) in text
            assert not choice.feedback or " ".join(choice.feedback.text.split()) in key
        for prompt in question.prompts:
            assert " ".join(prompt.text.text.split()) in text
            assert " ".join(prompt.feedback.text.split()) in key


def test_the_final_checks_own_page_holds_no_question_before_start(site, course):
    for code in LANGUAGES:
        text = soup(site / code / CHECK).get_text(" ")
        assert not any(q.stem.text in text for q in course.view(code).quiz("intl-members-final").questions)
        assert soup(site / code / CHECK).select_one('a[href*="questions/index.html"]')


def test_english_that_stands_in_is_marked_and_nothing_else_is(site, course):
    """A page without a text of its own is English as a whole; on the others, texts that are missing."""
    for code in (code for code in LANGUAGES if code != "en"):
        own = {path.relative_to(course.root / "docs" / code).with_suffix(".html").as_posix()
               for path in (course.root / "docs" / code).rglob("*.md")}  # fmt: skip
        for path in (site / code).rglob("*.html"):
            html = path.read_text(encoding="utf-8")
            english = bool(re.search(r'<div class="ktc-text"[^>]* lang="en" dir="ltr">', html))
            assert english == (path.relative_to(site / code).as_posix() not in own), path
            marks = re.findall(r'<[^>]*class="[^"]*\bktc-fallback\b[^>]*>', html)
            assert all('lang="en" dir="ltr"' in mark for mark in marks), path


@pytest.mark.parametrize("code", ["fr", "es", "ar", "sw"])
def test_the_code_for_international_members_stands_whole_in_every_language(course, code):
    joined = course.translations(code)
    for file in ("facts/facts/im.yml", "facts/codes/intl-members.yml"):
        assert [path for path, unit in joined[file].units.items() if not unit.usable] == [], file
    assert not course.view(code).question("im-radio-comment").stem.is_fallback
