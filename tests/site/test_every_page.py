"""Every page of the finished site keeps the rules of page_rules.py; each page is read once."""

import pytest
from page_rules import LANGUAGES, RULES, SHEETS, Page, faults

WHOLE = """<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>T</title></head><body>
<header class="md-header"></header><main id="m"><h1>T</h1><h2>A</h2><a href="#m">m</a></main>
<nav aria-label="n"></nav><footer class="md-footer"></footer></body></html>"""
FLAWS = {
    "language_and_direction": ('lang="en"', 'lang="fr"'),
    "one_title": ("<title>T</title>", "<title> </title>"),
    "no_level_left_out": ("h2>", "h3>"),
    "one_main_header_and_footer": ('<footer class="md-footer">', "<footer>"),
    "landmarks_are_named_and_told_apart": ('<nav aria-label="n">', '<nav aria-label="n"></nav><nav aria-label="n">'),
    "ids_are_unique": ("<h2>", '<h2 id="m">'),
    "links_arrive": ("#m", "#x"),
    "nothing_comes_from_another_host": ("<h2>", '<img src="//elsewhere.example/x.png"><h2>'),
    "the_policy_comes_right_after_the_character_set": ('<meta charset="utf-8">', '<meta charset="utf-8"><meta name="x">'),
    "no_script_style_or_handler_stands_inline": ("<h1>", '<h1 onclick="x()">'),
}


def pages(site, folder: str) -> list[Page]:
    return [Page(site, path) for path in sorted((site / folder).rglob("*.html") if folder else site.glob("*.html"))]


def test_every_page_is_in_one_of_the_folders(site):
    folders = ("", SHEETS, *LANGUAGES)
    assert sum(len(pages(site, folder)) for folder in folders) == len(list(site.rglob("*.html")))


@pytest.mark.parametrize("folder", ["", SHEETS, *LANGUAGES])
def test_every_page_keeps_every_rule(site, folder):
    found = pages(site, folder)
    assert len(found) > (70 if folder in LANGUAGES else 2)
    assert [fault for page in found for fault in faults(page)] == []


@pytest.mark.parametrize("name", RULES)
def test_a_flaw_is_noticed_by_its_rule_alone(tmp_path, name):
    old, new = FLAWS[name]
    path = tmp_path / "en" / "index.html"
    path.parent.mkdir()
    path.write_text(WHOLE, encoding="utf-8")
    assert faults(Page(tmp_path, path)) == []
    assert old in WHOLE
    path.write_text(WHOLE.replace(old, new), encoding="utf-8")
    assert {fault.split(": ")[1] for fault in faults(Page(tmp_path, path))} == {name}
