"""Every built page carries the policy and keeps to it: no inline script or style, no dangerous sink in our code."""

import base64
import hashlib
import re

from bs4 import BeautifulSoup
from places import ROOT

SHEETS = "examples"  # certificates to print: each carries its own style and its credential, whole in one file


def test_every_page_carries_the_policy_right_after_the_character_set(site):
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert re.search(r'<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy"', html), path


def test_no_page_has_inline_script_style_or_handlers(site):
    for path in site.rglob("*.html"):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        data = {"application/ld+json"} if path.parent.name == SHEETS else {"application/json"}
        for script in page.find_all("script"):
            assert script.get("src") or script.get("type") in data, path
        assert path.parent.name == SHEETS or not page.find_all("style"), path
        assert not page.find_all(style=True), path
        assert not [tag for tag in page.find_all(True) if any(name.startswith("on") for name in tag.attrs)], path


def test_the_style_of_a_sheet_is_the_one_its_policy_names(site):
    for path in (site / SHEETS).glob("*.html"):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        (style,) = page.find_all("style")
        digest = base64.b64encode(hashlib.sha256(style.string.encode()).digest()).decode()
        policy = page.find("meta", {"http-equiv": "Content-Security-Policy"})["content"]
        assert f"'sha256-{digest}'" in policy and "unsafe" not in policy, path


def test_our_scripts_use_no_sink_that_turns_text_into_code_or_markup():
    sinks = re.compile(r"\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|new Function)\b")
    for path in (ROOT / "overrides/assets/src/js").glob("*.js"):
        assert not sinks.search(path.read_text(encoding="utf-8")), path


def test_hosts_that_can_set_headers_get_them(site):
    headers = (site / "_headers").read_text(encoding="utf-8")
    for wanted in ("frame-ancestors 'none'", "nosniff", "Referrer-Policy: no-referrer", "Cross-Origin-Opener-Policy"):
        assert wanted in headers
