"""The page to print: every language, its direction, its certificate inside, and no request to anywhere."""

import base64
import hashlib
import re

import pytest
import segno
from bs4 import BeautifulSoup

from certificates import page, verify
from ktc.assembly.sheets import tongue
from tests.certificates import forge
from tests.certificates.vectors import NOW, load, signed_trust

LANGUAGES = ("en", "fr", "es", "ar", "sw")
NAMES = {
    "short": "Bo", "none": "", "arabic": "آمنة بنت عبد الرحمن بن يوسف الأنصاري المقدسي",
    "thai": "นางสาวประภัสสรศรีสุวรรณวิจิตรกุลธนโชติ", "mixed": "Amina آمنة Ñandú 明 Ελένη Çelik",
    "longest": "Wanjiru " * 9 + "Wambui",
    "unbroken": "W" * 80, "one": "Å",
}  # fmt: skip


def sheet(course, code: str, name: str, site: str = "https://ktc.example") -> str:
    shared = forge.template(language=code)
    return page.of_certificate(
        forge.values(shared=shared, name=name), verify.template_id(shared), tongue(course, code), site
    )


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_script_reads_the_certificate_in_the_page(course, code, name):
    html = sheet(course, code, name)
    (candidate,) = verify.candidates(html)
    result = verify.check(candidate, signed_trust(), NOW)
    assert (result["verdict"], result["certificate"]["name"]) == ("valid", name)
    assert html.index("ktc-certificate") < verify.HOLD


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_page_has_its_language_and_direction_and_isolates_the_name(course, code):
    soup = BeautifulSoup(sheet(course, code, NAMES["mixed"]), "html.parser")
    assert (soup.html["lang"], soup.html["dir"]) == (code, "rtl" if code == "ar" else "ltr")
    bdi = soup.select_one(".name bdi")
    assert (bdi["dir"], bdi.text) == ("auto", NAMES["mixed"])
    assert all(bdi["dir"] == "ltr" for bdi in soup.select("bdi.code"))


def test_without_a_name_the_page_says_so(course):
    soup = BeautifulSoup(sheet(course, "en", ""), "html.parser")
    assert soup.select_one(".name").text == tongue(course, "en").word("cert.name_withheld")
    assert tongue(course, "en").word("sheet.level_unnamed") in soup.text
    assert "vouches for the name" not in soup.text


def test_long_names_are_set_smaller(course):
    lengths = {name: BeautifulSoup(sheet(course, "en", text), "html.parser").select_one(".name")["data-length"]
               for name, text in NAMES.items()}  # fmt: skip
    assert (lengths["short"], lengths["mixed"], lengths["arabic"], lengths["unbroken"]) == (
        "usual", "long", "long", "longest")  # fmt: skip


def test_a_page_asks_nothing_of_the_network_and_runs_no_script(course):
    html = sheet(course, "fr", "Zoë")
    soup = BeautifulSoup(html, "html.parser")
    assert not soup.find_all(["link", "img", "iframe", "object", "embed", "form", "base"])
    assert [script["type"] for script in soup.find_all("script")] == ["application/ld+json"]
    assert not re.search(r"url\(|@import|\bon\w+=|style=", html)
    policy = soup.find("meta", {"http-equiv": "Content-Security-Policy"})["content"]
    digest = base64.b64encode(hashlib.sha256(soup.style.string.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_nothing_in_a_certificate_ends_the_element_it_stands_in():
    text = '{"a":"</script><script>&amp;"}'
    assert "<" not in page.embedded(text) and "&" not in page.embedded(text)
    assert __import__("json").loads(page.embedded(text)) == {"a": "</script><script>&amp;"}


def test_the_qr_code_of_a_long_arabic_name_is_version_15_at_level_m():
    shared = forge.template()
    values = forge.values(shared=shared, name=NAMES["arabic"][:40].strip())
    site = "https://an-address-of-45-characters.example.org"
    assert len(site) == 47
    text = page.link(site, "ar", "c", verify.encode_short(verify.template_id(shared), values))
    code = segno.make(text, error="m", micro=False, boost_error=False)
    assert code.version <= 15, (code.designator, len(text))


def test_without_an_address_the_qr_code_holds_the_payload_alone():
    assert page.link("", "fr", "c", "1.x") == "#c=1.x"
    assert (
        page.link("https://example.org/code/", "fr", "c", "1.x")
        == "https://example.org/code/fr/verify/index.html#c=1.x"
    )


def test_an_example_says_that_it_is_one(course):
    shared = forge.template()
    html = page.of_certificate(forge.values(), verify.template_id(shared), tongue(course, "en"), demonstration=True)
    assert tongue(course, "en").word("sheet.demonstration") in html


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_page_of_a_record_is_read_as_that_record(course, code):
    vector = load("verdicts")["vectors"][0]
    payload, trust = (
        vector["text"].partition("#r=")[2],
        {**signed_trust(), "editions": load("verdicts")["trust"]["editions"]},
    )
    html = page.of_record(payload, vector["expect"]["certificate"], tongue(course, code), "https://ktc.example")
    (candidate,) = verify.candidates(html)
    assert verify.check(candidate, trust, NOW) == vector["expect"]
