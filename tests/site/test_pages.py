"""Every built page, read with BeautifulSoup: language and direction, links, promises, readable without script."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

from ktc.course.places import code_facts

LANGUAGES = {"en": "ltr", "fr": "ltr", "es": "ltr", "ar": "rtl", "sw": "ltr"}
CODE, CHECK = "codes/international-members/index.html", "check/international-members/index.html"
PRACTICE, PAPER = "practice/international-members/index.html", "check/international-members/questions/index.html"


@cache
def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def pages(site: Path) -> list[Path]:
    found = sorted(site.rglob("*.html"))
    assert len(found) > 70
    return found


def test_every_language_has_the_same_pages(site):
    names = {code: {p.relative_to(site / code) for p in (site / code).rglob("*.html")} for code in LANGUAGES}
    assert all(names[code] == names["en"] for code in LANGUAGES)


def test_every_page_names_its_language_and_direction(site):
    for path in pages(site):
        code = path.relative_to(site).parts[0]
        if code in LANGUAGES:
            assert soup(path).html["lang"] == code, path
            assert soup(path).html.get("dir", soup(path).body.get("dir")) == LANGUAGES[code], path


def test_every_page_has_one_main_heading_and_a_title(site):
    for path in pages(site):
        assert len(soup(path).find_all("h1")) == 1, path
        assert soup(path).title.get_text(strip=True), path


def test_ids_are_unique_on_every_page(site):
    for path in pages(site):
        ids = [tag["id"] for tag in soup(path).find_all(id=True)]
        assert len(ids) == len(set(ids)), (path, {i for i in ids if ids.count(i) > 1})


def test_every_internal_link_and_anchor_leads_somewhere(site):
    broken = []
    for path in pages(site):
        for tag in soup(path).find_all(["a", "link", "script", "img"]):
            target = tag.get("href") or tag.get("src")
            if target and not _arrives(site, path, target):
                broken.append((path.relative_to(site).as_posix(), target))
    assert broken == []


def _arrives(site: Path, path: Path, target: str) -> bool:
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or target.startswith("data:"):
        return True
    base = site if parts.path.startswith("/") else path.parent
    file = (base / unquote(parts.path).lstrip("/")).resolve() if parts.path else path
    if not file.is_file() or site.resolve() not in file.parents and file != path:
        return False
    fragment = unquote(parts.fragment)
    if not fragment or file.suffix != ".html" or "=" in fragment:
        return True
    return soup(file).find(id=fragment) is not None


def test_no_page_loads_anything_from_another_host(site):
    for path in pages(site):
        for tag in soup(path).find_all(["script", "img", "iframe", "link", "source", "video", "audio", "form"]):
            target = tag.get("src") or tag.get("href") or tag.get("action") or ""
            assert not re.match(r"(https?:)?//", target) or tag.get("rel") == ["canonical"], (path, target)


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
            english = soup(path).select('article > div[lang="en"][dir="ltr"]')
            assert bool(english) == (path.relative_to(site / code).as_posix() not in own), path
            assert all((one["lang"], one["dir"]) == ("en", "ltr") for one in soup(path).select(".ktc-fallback")), path


@pytest.mark.parametrize("code", ["fr", "es", "ar", "sw"])
def test_the_code_for_international_members_stands_whole_in_every_language(course, code):
    joined = course.translations(code)
    for file in ("facts/facts/im.yml", "facts/codes/intl-members.yml"):
        assert [path for path, unit in joined[file].units.items() if not unit.usable] == [], file
    assert not course.view(code).question("im-radio-comment").stem.is_fallback
