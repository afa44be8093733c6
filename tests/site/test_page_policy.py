"""The policy where a rule for every page (page_rules.py) cannot see it: styles of sheets, our scripts, headers."""

import base64
import hashlib
import re

from bs4 import BeautifulSoup
from page_rules import SHEETS
from places import ROOT



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
