"""A whole module on one page: headings, anchors and links fit together, questions once, English marked."""

import pytest
import yaml

from ktc.assembly.mend import mended
from ktc.assembly.tree import assemble
from ktc.assembly.whole import Chapter, state_of, whole_body
from ktc.course.pages import Page
from ktc.course.yamlfile import parse_yaml

FRAME = "learn/boats/all/index.md"
FIRST = """# The first {: #first }

See [below](#oars), [the second](../second/index.md#ropes), [all of it](../second/index.md),
[a fact](../second/index.md#rc-1), [a word](../../../glossary/index.md#term-oar) and [elsewhere](https://example.org/#oars).

## Oars {: #oars }

{{ question("jacket") }}

### Old oars {: #old }
"""
SECOND = """# The second {: #title-of-second }

## Oars {: #oars }

{{ question("jacket") }}
{{ question("rope") }}

## Ropes {: #ropes }

Back to [the oars](#oars) and [the top](#title-of-second).
"""


def page(name: str, body: str) -> Page:
    return Page(name, f"docs/en/{name}", parse_yaml("\ntitle: x\n", name), body, 4)


def whole(*english: bool) -> str:
    marks = english or (False, False, False)
    texts = {FRAME: '# All\n\n{{ whole_module("boats") }}\n'}
    texts |= {"learn/boats/first/index.md": FIRST, "learn/boats/second/index.md": SECOND}
    frame, *chapters = (
        Chapter(page(name, body), mark) for (name, body), mark in zip(texts.items(), marks, strict=True)
    )
    return whole_body(frame, chapters)


def test_headings_go_down_one_level_below_the_title_of_the_whole():
    heads = [line for line in whole().splitlines() if line.startswith("#")]
    assert [line.split()[0] for line in heads] == ["#", "##", "###", "####", "##", "###", "###"]


def test_ids_are_those_of_the_page_in_front():
    text = whole()
    assert text.count("{: #first }") == 1 and "{: #first--oars }" in text and "{: #first--old }" in text
    assert "{: #second }" in text and "{: #second--oars }" in text


@pytest.mark.parametrize(
    "link",
    [
        "[below](#first--oars)",
        "[the second](#second--ropes)",
        "[all of it](#second)",
        "[a fact](#rc-1)",
        "[a word](../../../glossary/index.md#term-oar)",
        "[elsewhere](https://example.org/#oars)",
        "[the oars](#second--oars)",
        "[the top](#second)",
    ],
)
def test_links_between_the_pages_stay_within_the_whole(link):
    assert link in whole()


def test_a_question_of_two_pages_is_asked_once():
    assert whole().count('question("jacket")') == 1
    assert whole().count('question("rope")') == 1


def test_english_is_marked_only_where_the_rest_is_not():
    assert 'lang="en"' not in whole(False, False, False)
    assert 'lang="en"' not in whole(True, True, True)
    mixed = whole(False, True, False)
    assert mixed.count("<!-- box ktc-chapter en -->") == 1
    assert mixed.count("<!-- box ktc-chapter") == 2


def test_the_whole_is_in_the_state_of_its_worst_part():
    assert state_of(["missing", "missing"]) == "missing"
    assert state_of(["drafted", "missing"]) == "fallback"
    assert state_of(["drafted", "stale", "reviewed"]) == "stale"
    assert state_of(["reviewed", "translated"]) == "translated"
    assert state_of(["source", "source"]) == "source"


def test_a_tree_holds_the_texts_of_every_page_of_the_module(course, tmp_path):
    docs = assemble(course, "en", tmp_path)
    head, body = (
        (docs / "learn/vision/all/index.md").read_text(encoding="utf-8").removeprefix("---\n").split("\n---\n", 1)
    )
    assert body.count("<!-- box ktc-chapter") == len(course.curriculum.modules["vision"].pages)
    assert '{{ whole_module("vision") }}' in body
    meta = yaml.safe_load(head)
    assert meta["joined"] is True and {"MIS-2", "MEM-4"} <= set(meta["facts"])


def test_a_box_becomes_an_element_of_the_finished_page():
    html = "<!-- box ktc-chapter en -->\n<p>x</p>\n<!-- /box --><!-- box of chocolates -->"
    assert mended(html) == '<div class="ktc-chapter" lang="en" dir="ltr">\n<p>x</p>\n</div><!-- box of chocolates -->'
