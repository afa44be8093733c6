"""What the search index takes from a page: titled sections with a place, and none of the interface."""

import json
from html import escape

from ktc.assembly.searchindex import documents, extend_worker
from ktc.assembly.sections import read_sections

PAGE = """<html><body><nav>Menu</nav><article><p>A draft.</p><div class="ktc-text" data-text>
<h1 id="code">River <em>code</em></h1><p>For <b>rowers</b> &amp; others.<br>Two lines.</p>
<h2 id="why">Why</h2><ul><li>One</li><li>Two <span class="ktc-badge">In force</span></li></ul>
<section id="rc-1" aria-labelledby="rc-1-title"><div><span aria-hidden="true">1</span>
<h3 id="rc-1-title"><span>Rule 1</span> Wear a jacket</h3></div><p>Wear it.</p><h4>Reasons</h4><p>Cold.</p></section>
<dl><div id="term-oar"><dt>oar <span class="ktc-small">(proposed)</span></dt><dd>A long spoon.</dd></div></dl>
<fieldset id="q-a" data-question="a" data-clause="RC-1">
<legend><span class="ktc-number">1 of 2</span> It is <i>hot</i>.</legend>
<label>Swim</label></fieldset>
<fieldset id="q-b" data-question="b" data-clause=""><legend>Is it wet?</legend><p>Because.</p>
<fieldset data-step="s1"><legend>Then?</legend></fieldset></fieldset>
<details data-search-exclude><summary>Answers</summary><h2 id="key">Key</h2></details>
<table><tr><td>5</td><td>Welcome</td></tr></table><p hidden>Later</p><script>let x = "<p>"</script>
</div></article><footer>Foot</footer></body></html>"""


def test_a_page_is_read_as_titled_sections():
    read = [(one.anchor, one.title, one.blocks) for one in read_sections(PAGE)]
    assert read == [
        ("", "River code", ["For rowers & others. Two lines."]),
        ("why", "Why", ["One", "Two"]),
        ("rc-1", "Rule 1 Wear a jacket", ["Wear it.", "Reasons", "Cold."]),
        ("term-oar", "oar", ["A long spoon.", "5 Welcome"]),
    ]


def test_a_question_is_also_found_at_the_clause_it_asks_about(tmp_path):
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    found = {one["location"]: one for one in documents(tmp_path, {"rc-1": ["Clause 1 · RC-1"]})}
    assert list(found) == ["index.html", "index.html#why", "index.html#rc-1", "index.html#term-oar"]
    assert found["index.html"]["text"] == "<p>For rowers &amp; others. Two lines.</p>"
    assert found["index.html#rc-1"]["text"].endswith("<p>Clause 1 · RC-1</p><p>River code – It is hot.</p>")


def test_of_a_question_only_the_stem_is_read():
    *_, last = read_sections(PAGE)
    assert last.cases == [("rc-1", "It is hot."), ("", "Is it wet?")]
    said = " ".join(block for section in read_sections(PAGE) for block in section.blocks)
    assert not any(text in said for text in ("wet", "hot", "Swim", "Because.", "Then?"))


def test_a_question_about_no_clause_is_found_where_it_stands_first(tmp_path):
    for page in ("learn", "practice"):
        (tmp_path / page).mkdir()
        (tmp_path / page / "index.html").write_text(PAGE, encoding="utf-8")
    told = [one["location"] for one in documents(tmp_path, {}) if "Is it wet?" in one["text"]]
    assert told == ["learn/index.html#term-oar"]


def test_a_page_that_asks_to_be_left_out_is_left_out(tmp_path):
    (tmp_path / "index.html").write_text(PAGE.replace(" data-text", ""), encoding="utf-8")
    assert documents(tmp_path, {}) == []


def test_the_worker_is_extended_once_however_often_it_is_joined(course, tmp_path):
    worker = tmp_path / "assets/javascripts/workers/search.abc.min.js"
    worker.parent.mkdir(parents=True)
    worker.write_text("theme();\n//# sourceMappingURL=x.map\n", encoding="utf-8")
    extend_worker(tmp_path, course.root)
    once = worker.read_text(encoding="utf-8")
    extend_worker(tmp_path, course.root)
    assert once.startswith("theme();\n") and "sourceMappingURL" not in once and "lunr.trimmer" in once
    assert worker.read_text(encoding="utf-8") == once


def test_every_clause_and_every_term_has_its_own_place_in_the_index(site, course):
    for code in course.language_codes:
        data = json.loads((site / code / "search/index.js").read_text(encoding="utf-8").removeprefix("ktc.index=")[:-2])
        places = {one["location"].partition("#")[2] for one in data["docs"]}
        clauses = {clause.id.lower() for one in course.codes.values() for clause in one.clauses}
        assert clauses | {f"term-{id}" for id in course.glossary.root} <= places, code


def test_every_fact_is_in_the_index_once(site, course):
    """How it is now stands on the page of what is current too."""
    data = json.loads((site / "en/search/index.js").read_text(encoding="utf-8").removeprefix("ktc.index=")[:-2])
    text = " ".join(one["text"] for one in data["docs"])
    stated = {
        id: escape(course.facts[id].text.strip(), quote=False) for id in course.places if id not in course.current.now
    }
    assert {id: text.count(said) for id, said in stated.items() if text.count(said) != 1} == {}


def test_whole_modules_paper_and_coverage_are_not_in_the_index(site):
    data = json.loads((site / "en/search/index.js").read_text(encoding="utf-8").removeprefix("ktc.index=")[:-2])
    pages = {one["location"].partition("#")[0] for one in data["docs"]}
    assert [page for page in pages if "/all/" in page or "/questions/" in page or "/coverage/" in page] == []
    assert "learn/vision/mission/index.html" in pages
