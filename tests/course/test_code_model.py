"""The model of a code: six kinds of code fit without bending it, and what is wrong in one is found.

The examples in tests/course/codes/ are made for these tests from the little that public pages show.
"""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from places import ROOT

from ktc.course import load_course
from ktc.course.checks import codes, find_problems, references
from ktc.course.places import code_facts
from ktc.errors import CourseError
from macros import chooser, compare
from macros import code as pages
from macros.site import Site

EXAMPLES = Path(__file__).parent / "codes"
IDS = sorted(path.stem for path in EXAMPLES.glob("*.yml") if path.stem != "sources")
# What each kind strains the model by, and the value that takes it.
STRAINS = [
    ("za-members", "derived_from", "intl-members"),
    ("za-members", "seen", "part"),
    ("tg-members", "binding_language", "fr"),
    ("tg-members", "clauses.1.replaces", "IM-2"),
    ("uk-activists", "clauses.0.tier", "value"),
    ("uk-activists", "clauses.1.tier", "commitment"),
    ("uk-activists", "clauses.1.number", ""),
    ("uk-activists", "procedures.0.id", "complaints"),
    ("uk-activists", "scope.persons", ["activist"]),
    ("ca-english", "scope.occasions", ["meeting", "event", "online", "social"]),
    ("ca-english", "acceptance", "deemed-by-participation"),
    ("hamilton-group", "clauses.0.tier", "guideline"),
    ("hamilton-group", "clauses.1.tier", "rule"),
    ("hamilton-group", "issuer.kind", "group"),
    ("local-article", "kind", "explainer"),
    ("local-article", "clauses.0.tier", "practice"),
    ("local-article", "acceptance", "none"),
    ("local-article", "consequences", []),
    ("intl-members", "clauses.2.reasons_basis", "none"),
    ("intl-members", "contact.missing_in_source", True),
    ("intl-members", "consequences", []),
    ("ke-members", "clauses.7.addressee", "organisation"),
    ("ke-members", "clauses.0.reasons_basis", "inferred"),
    ("ke-members", "rights.0.items", ["fair-hearing", "appeal"]),
    ("ke-members", "scope.life_reach", ["amnesty", "personal", "professional", "social"]),
]


@pytest.fixture(scope="module")
def fitted(tmp_path_factory):
    """The project's course with all examples beside its own codes."""
    root = tmp_path_factory.mktemp("fitted")
    for folder in ("facts", "quizzes", "docs/en"):
        shutil.copytree(ROOT / folder, root / folder)
    for id in IDS:
        shutil.copy(EXAMPLES / f"{id}.yml", root / "facts/codes")
        page = root / f"docs/en/codes/{id}/index.md"
        page.parent.mkdir()
        page.write_text(f'---\ntitle: {id}\n---\n{{{{ code("{id}") }}}}\n', encoding="utf-8")
    shutil.copytree(EXAMPLES / "facts", root / "facts/facts", dirs_exist_ok=True)
    with (root / "facts/sources.yml").open("a", encoding="utf-8") as sources:
        sources.write((EXAMPLES / "sources.yml").read_text(encoding="utf-8"))
    return load_course(root)


@pytest.fixture
def env(fitted):
    conf = {"extra": {"ktc": Site(fitted.view("en"))}}
    return SimpleNamespace(conf=conf, page=SimpleNamespace(url="compare/index.html", meta={}))


def read(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def value(code, path: str):
    for key in path.split("."):
        code = code[int(key)] if key.isdigit() else getattr(code, key)
    return code


# -- each kind fits


@pytest.mark.parametrize(("id", "path", "expected"), STRAINS)
def test_a_field_takes_what_strains_the_model(fitted, id, path, expected):
    assert value(fitted.codes[id], path) == expected


def test_the_examples_have_no_finding(fitted):
    found = [problem for family in (references, codes) for problem in family.find(fitted)]
    assert [str(problem) for problem in found] == []


@pytest.mark.parametrize("id", IDS)
def test_a_code_page_states_each_fact_of_its_code_once(env, fitted, id):
    page = read(pages.code(env, id))
    assert sorted(tag["data-fact"] for tag in page.select("[data-fact]")) == sorted(code_facts(fitted.codes[id]))
    anchors = [tag["id"] for tag in page.find_all(id=True)]
    assert len(anchors) == len(set(anchors))
    levels = [int(tag.name[1]) for tag in page.find_all(["h2", "h3", "h4"])]
    assert levels[0] == 2 and all(b <= a + 1 for a, b in zip(levels, levels[1:], strict=False))


SAYS = {
    "za-members": ["Adapted from Code for International Members", "We have seen only a part of this code",
                   "We do not know whether the code gives a reason"],
    "tg-members": ["Language of the binding text French", "It stands in the place of Which material to use", "Rule 2"],
    "uk-activists": ["Value Dignity in activism", "Commitment Keeping confidences", "How a complaint is handled",
                     "The code does not say. See: the complaints procedure"],
    "ca-english": ["By taking part", "at meetings at events online"],
    "hamilton-group": ["Guideline Listening", "Rule Boundaries"],
    "local-article": ["This is not a code. It binds nobody.", "Point 1 No party's side", "What it says"],
}  # fmt: skip
SILENT = {
    "za-members": ["Language of the binding text"],
    "ca-english": ["If somebody breaks the code"],
    "local-article": ["How people accept it", "Where it applies", "If somebody breaks the code", "In force"],
}


@pytest.mark.parametrize("id", IDS)
def test_a_code_page_says_what_is_particular_to_its_kind(env, id):
    text = " ".join(read(pages.code(env, id)).get_text(" ").split())
    assert [said for said in SAYS[id] if said not in text] == []
    assert [said for said in SILENT.get(id, []) if said in text] == []


def test_the_comparison_has_a_column_for_each_code_and_none_for_an_article(env, fitted):
    page = read(compare.comparison(env))
    heads = [head.get_text(" ", strip=True) for head in page.select("thead th")[1:]]
    order = ["intl-members", "ke-members", "ca-english", "hamilton-group", "tg-members", "uk-activists", "za-members"]
    assert [head.startswith(fitted.codes[id].short) for head, id in zip(heads, order, strict=True)] == [True] * 7
    assert page.select_one(".ktc-compare")["tabindex"] == "0", "many columns scroll, within reach of a keyboard"


def test_a_clause_on_two_topics_stands_in_two_rows(env):
    page = read(compare.comparison(env))
    rows = [entry.find_parent("tr")["data-topic"] for entry in page.select('[data-fact="TG-2"]')]
    assert rows == ["voice", "material"]


def test_the_comparison_does_not_call_silent_what_was_seen_in_part(env, fitted):
    page = read(compare.comparison(env))
    for id, code in fitted.codes.items():
        empty = {cell.p.get_text() for cell in page.select(f'td[data-code="{id}"][data-empty]')}
        assert not empty or all(("only a part" in said) == (code.seen == "part") for said in empty), id
    assert page.select_one('[data-topic="consequence"] [data-code="uk-activists"]').get_text().count("complaint")


def test_the_chooser_offers_each_code_to_those_whom_it_binds(env, fitted):
    page = read(chooser.chooser(env))

    def offered(choice: str) -> list[str]:
        return [
            tag["data-outcome"]
            for tag in page.select(f'[data-choice="{choice}"] [data-outcome]:not([data-outcome=""])')
        ]

    assert offered("section") == ["ke-members", "ca-english", "tg-members", "uk-activists", "za-members"]
    assert offered("no-section") == ["intl-members"]
    assert offered("group") == ["hamilton-group"]
    assert offered("guest") == ["ca-english", "hamilton-group"]
    for outcome in page.select('[data-outcome]:not([data-outcome=""])'):
        assert fitted.codes[outcome["data-outcome"]].binds in " ".join(outcome.get_text(" ").split())
    assert "Local article" not in page.get_text()


# -- what is wrong is found

RIVER = "facts/codes/river.yml"
CLAUSES = "topics: [decency], reasons_basis: none"
ERRORS = [
    ("absent: [{id: fines, text: The code names no fines.}]", "absent: []", "leaves out"),
    ("scope: {persons: [member]}", "scope: {persons: []}", "whom it binds"),
    ("id: river\n", "id: river\nkind: explainer\n", "an explainer binds nobody"),
    ("id: river\n", "id: river\nkind: explainer\n", "is a rule of an explainer"),
    ("id: river\n", "id: river\nderived_from: lake\n", "no code 'lake'"),
    ("prefix: RC", "prefix: LC", "does not begin with 'LC-'"),
    (CLAUSES, "topics: [], reasons_basis: none", "has no topic"),
    (CLAUSES, "topics: [decency], reasons_basis: stated", "0 reasons and the basis 'stated'"),
    (CLAUSES, "topics: [decency], reasons: [RC-2], reasons_basis: none", "1 reasons and the basis 'none'"),
    (CLAUSES, "topics: [decency], reasons: [RC-9], reasons_basis: stated", "no fact 'RC-9'"),
    (CLAUSES, CLAUSES + ", replaces: RC-1", "no clause of the code that this one derives from"),
    (CLAUSES, CLAUSES + ", refers_to: [bylaws]", "nothing is called 'bylaws'"),
    ("preamble: []", "preamble: []\npreamble_reasons: [RC-2]", "opening without a basis"),
    ("preamble: []", "preamble: []\nconsequences: [{id: RC-9, trigger: x, measure: y}]", "no fact 'RC-9'"),
    ("preamble: []", "preamble: []\nrights: [{id: RC-9, items: [appeal]}]", "no fact 'RC-9'"),
    ("preamble: []", "preamble: []\nrights: [{id: RC-2, items: [appeal], governed_by: [x]}]", "nothing is called 'x'"),
    ("preamble: []", "preamble: []\nchannels: [{for: grievance, to: [x], fact: RC-2}]", "nothing is called 'x'"),
    ("preamble: []", "preamble: []\nchannels: [{for: grievance, to: [x], fact: RC-9}]", "no fact 'RC-9'"),
]
REFUSED = [
    (CLAUSES, "topics: [weather], reasons_basis: none", "topics"),
    ("scope: {persons: [member]}", "scope: {persons: [neighbour]}", "persons"),
    ("preamble: []", "preamble: []\nchannels: [{for: parcels, to: [x]}]", "channels"),
    ("preamble: []", "preamble: []\nrights: [{id: RC-2, items: [tea]}]", "rights"),
]


@pytest.mark.parametrize(("old", "new", "says"), ERRORS)
def test_each_mistake_in_a_code_is_found(sample, old, new, says):
    sample.replace(RIVER, old, new)
    found = [p for p in find_problems(sample.load()) if says in p.what and p.severity == "error"]
    assert [problem.file for problem in found] == [RIVER]
    assert found[0].remedy


def test_a_code_without_a_clause_is_found(sample):
    path = sample.root / RIVER
    text = path.read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if not line.startswith("  - {id: RC-1")]
    path.write_text("\n".join(kept).replace("clauses:", "clauses: []"), encoding="utf-8")
    assert [p.what for p in codes.find(sample.load())] == ["has no clause"]


def test_a_clause_that_two_codes_have_is_found_in_both(sample):
    other = (sample.root / RIVER).read_text(encoding="utf-8").replace("id: river\n", "id: lake\n")
    (sample.root / "facts/codes/lake.yml").write_text(other, encoding="utf-8")
    assert {p.file for p in codes.find(sample.load()) if "twice" in p.what} == {RIVER, "facts/codes/lake.yml"}


@pytest.mark.parametrize(("old", "new", "says"), REFUSED)
def test_a_value_that_no_code_may_have_is_refused_with_its_place(sample, old, new, says):
    sample.replace(RIVER, old, new)
    with pytest.raises(CourseError) as caught:
        sample.load()
    assert RIVER in str(caught.value) and says in str(caught.value)
