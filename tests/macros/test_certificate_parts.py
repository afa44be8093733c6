"""The certificate and verify pages hold every part and every word that their scripts ask for."""

import json
import re

import pytest
from bs4 import BeautifulSoup
from places import ROOT
from test_macros import fake

from certificates import verify
from macros import certificates

SCRIPTS = ROOT / "overrides" / "assets" / "src" / "js"
PAGES = {"certificates": certificates.my_certificates, "verify": certificates.verify}
WORD = re.compile(r'"((?:cert|verify|reason|site|step|step_result)\.[a-z_]+[a-z])"')


def source(bundle: str) -> str:
    """All scripts of a bundle, in the order of its include lines."""
    lines = (ROOT / "overrides" / "assets" / "ktc" / f"{bundle}.js").read_text(encoding="utf-8")
    names = re.findall(r'src/js/([\w-]+\.js)"', lines)
    return "\n".join((SCRIPTS / name).read_text(encoding="utf-8") for name in names)


@pytest.fixture(params=PAGES)
def page(request, course):
    html = PAGES[request.param](fake(course.view("en"), f"{request.param}/index.html"))
    return request.param, BeautifulSoup(html, "html.parser")


def words(html) -> set[str]:
    return set().union(*(json.loads(block.string) for block in html.select("script.ktc-words")))


def test_every_part_is_on_the_page(page):
    bundle, html = page
    asked = set(re.findall(r'(?:part|fill)\("([\w-]+)"', source(bundle)))
    assert len(asked) > 8
    assert asked <= {tag["data-part"] for tag in html.select("[data-part]")}


def test_every_word_is_on_the_page(page):
    bundle, html = page
    asked = set(WORD.findall(source(bundle)))
    assert len(asked) > 8
    assert asked <= words(html)


ONE_WORD = "context proof issuer key address text language id index signature".split()


def told(code: str) -> str:
    """The reason as which the page tells a code: which rule of JSON, or which part it was, helps nobody."""
    if code.startswith("json-"):
        return "bad-json"
    return "bad-part" if code.removeprefix("bad-") in ONE_WORD and code.startswith("bad-") else code


def test_every_reason_step_verdict_and_column_has_its_word(course):
    html = BeautifulSoup(certificates.verify(fake(course.view("en"), "verify/index.html")), "html.parser")
    reasons = {f"reason.{told(code).replace('-', '_')}" for code in set(verify.MESSAGES) - {"unreadable"}}
    steps = {f"step.{step}" for step in verify.STEPS}
    results = {f"step_result.{name}" for name in ("pass", "fail", "unknown", "skip")}
    verdicts = {
        f"verify.{start}_{name}{end}"
        for name in ("self_recorded", "valid", "invalid", "undecided", "could_not_run")
        for start, end in (("verdict", ""), ("verdict", "_about"), ("do", ""))
    }
    verdicts |= {"verify.verdict_invalid_signed_about", "verify.do_invalid_signed"}
    columns = "number verdict reason name title score finished time session edition file link".split()
    labels = {f"verify.col_{column}" for column in columns}
    assert reasons | steps | results | verdicts | labels <= words(html)


def test_every_icon_is_on_the_page(course):
    html = BeautifulSoup(certificates.verify(fake(course.view("en"), "verify/index.html")), "html.parser")
    drawn = {icon["data-icon"] for icon in html.template.find_all("svg")}
    assert drawn == {
        "self-recorded",
        "valid",
        "could-not-run",
        "invalid",
        "undecided",
        "pass",
        "fail",
        "unknown",
        "skip",
    }


def test_names_of_languages_come_whole_through_the_attribute(course):
    html = BeautifulSoup(
        certificates.my_certificates(fake(course.view("ar"), "certificates/index.html")), "html.parser"
    )
    names = json.loads(html.select_one("[data-certificates]")["data-languages"])
    assert names == {code: one.name for code, one in course.languages.root.items()}
