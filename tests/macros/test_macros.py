"""Macros on a small fake page: one line of HTML, the hooks scripts rely on, marked English, clear refusals."""

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from places import ROOT

from ktc.course import load_course
from macros import CALLS, define_env
from macros.render import render, url
from macros.site import Site


def fake(view, page_url="codes/international-members/index.html", **meta):
    """What macros see of mkdocs-macros: the configuration and the current page."""
    conf = {"extra": {"ktc": Site(view)}, "docs_dir": str(ROOT / "docs" / view.language.code)}
    return SimpleNamespace(conf=conf, page=SimpleNamespace(url=page_url, meta=dict(meta)))


CALLS_WITH = {
    "quiz": "intl-members-practice", "question": "im-school-visit", "check": "intl-members-final",
    "paper": "intl-members-final", "session_link": "intl-members-final", "code": "intl-members", "clause": "IM-1",
    "fact": "IM-0.2", "term": "section", "statements": "GOV-2", "diagram": "governance-now", "module": "vision",
    "whole_module": "vision", "course": "kenya-members",
}  # fmt: skip


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_macro_gives_one_line_of_html_at_column_0(course, name, language):
    arguments = [CALLS_WITH[name]] if name in CALLS_WITH else []
    html = CALLS[name](fake(course.view(language)), *arguments)
    assert html.startswith("<")
    assert "\n" not in html


def test_an_unknown_id_is_refused_with_the_id(course):
    for name in ("quiz", "clause", "fact", "code"):
        with pytest.raises(KeyError, match="no-such"):
            CALLS[name](fake(course.view("en")), "no-such")


def test_a_practice_quiz_has_the_hooks_and_the_pattern_of_a_form(course):
    env = fake(course.view("en"))
    form = BeautifulSoup(CALLS["quiz"](env, "intl-members-practice"), "html.parser").form
    assert form["data-quiz"] == "intl-members-practice"
    assert env.page.meta["bundles"] == ["quiz"]
    for fieldset in form.select("fieldset[data-question]"):
        assert fieldset["data-question"] and fieldset["data-fact"]
        assert fieldset.legend.get_text(strip=True)
        described = fieldset["aria-describedby"].split()
        assert all(fieldset.find(id=id) is not None for id in described)
        for box in fieldset.find_all("input"):
            assert form.find("label", attrs={"for": box["id"]})
    assert all("hidden" in button.attrs for button in form.find_all("button", type="submit"))


def test_no_answer_stands_in_an_attribute_of_a_choice(course):
    html = CALLS["quiz"](fake(course.view("en")), "intl-members-practice")
    for box in BeautifulSoup(html, "html.parser").find_all("input"):
        assert set(box.attrs) <= {"type", "id", "name", "value"}


def test_a_clause_carries_its_facts_and_its_anchor(course):
    html = BeautifulSoup(CALLS["clause"](fake(course.view("en")), "IM-1"), "html.parser")
    assert html.select_one('[data-clause="IM-1"]')["id"] == "im-1"
    shown = {id for tag in html.select("[data-fact]") for id in tag["data-fact"].split()}
    assert shown >= {"IM-1", "IM-1.a", "IM-1.b", "IM-1.c", "IM-1.d"}


def test_missing_texts_show_marked_english(tmp_path, course):
    import shutil

    for folder in ("facts", "quizzes", "certificates", "docs"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "facts/ar/facts/im.yml").unlink()
    view = load_course(tmp_path).view("ar")
    html = BeautifulSoup(CALLS["fact"](fake(view), "IM-0.2"), "html.parser")
    assert html.select_one('.ktc-fallback[lang="en"][dir="ltr"]').get_text() == view.fact("IM-0.2").text.text


def test_on_an_english_page_that_stands_in_the_component_names_its_own_language(course):
    html = CALLS["fact"](fake(course.view("ar"), state="missing"), "IM-0.2")
    assert html.startswith('<div lang="ar" dir="rtl">')


def test_links_count_the_folders_above_a_page(course):
    assert url(fake(course.view("en"), "index.html"), "verify/index.html") == "verify/index.html"
    assert url(fake(course.view("en"), "a/b/index.html"), "verify/index.html") == "../../verify/index.html"


def test_a_template_with_an_undefined_name_fails(course):
    with pytest.raises(Exception, match="undefined"):
        render(fake(course.view("en")), "fact.html")


def test_define_env_registers_every_call(monkeypatch):
    monkeypatch.setenv("KTC_LANG", "sw")
    env = fake(load_course(ROOT).view("en"))
    env.known = {}
    env.macro = lambda call, name: env.known.update({name: call})
    define_env(env)
    assert set(env.known) == set(CALLS)
    assert env.conf["extra"]["ktc"].language.code == "sw"
