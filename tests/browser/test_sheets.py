"""Printed certificates, the learner's own and those of a section, with names of every length and script: one sheet,
nothing cut off, a QR code that a camera can read."""

import pytest
import zxingcpp
from test_certificates import NOW as TODAY
from test_certificates import Records, at, part, show
from test_print import PAPERS, Sheets, printed

from certificates import verify
from tests.certificates import forge
from tests.certificates.test_page import sheet
from tests.certificates.vectors import NAMES as LETTERS

BASE = "https://an-address-of-47-characters.section.example"
NAMES = {
    "none": "", "one letter": "Å", "usual": "Amina Wanjiru", "mixed": "Amina آمنة Ñandú 明 Ελένη Çelik",
    "40 of Arabic": "آمنة بنت عبد الرحمن بن يوسف الأنصاري الم",
    "80 of Arabic": "آمنة بنت عبد الرحمن " * 3 + "الأنصارية المقدسيةات",
    "80 of Thai": "นางสาวประภัสสรศรีสุวรรณวิจิตรกุลธนโชติ" * 2 + "นางส",
    "80 of the widest": "W" * 80, "80 in words": "Wanjirũ Ĝwendoline " * 4 + "Oyo.",
}  # fmt: skip
CUT_OFF = """() => [...document.querySelectorAll("main *, [data-part=sheet] *")].filter(one => {
    const box = one.getBoundingClientRect(), all = one.closest("main, [data-part=sheet]").getBoundingClientRect();
    return box.width && !one.closest("svg") && (box.right > all.right + 1 || box.left < all.left - 1);
}).map(one => one.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def records(site) -> Records:
    return Records(site)


@pytest.fixture(scope="module")
def window(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, service_workers="block")
    yield context.new_page()
    context.close()


@pytest.fixture
def page(window):
    yield window
    window.unroute_all()


def codes(sheets: Sheets) -> list[str]:
    """What a camera reads from the first sheet, at 200 dots an inch."""
    picture = sheets.pdf[0].render(scale=200 / 72, grayscale=True)
    pixels = memoryview(bytes(picture.buffer)).cast("B", [picture.height, picture.stride])
    return [code.text for code in zxingcpp.read_barcodes(pixels)]


def assert_one_sheet(page, holds: str) -> None:
    for paper in PAPERS:
        sheets = printed(page, paper)
        assert len(sheets.texts) == 1, f"{len(sheets.texts)} sheets of {paper}"
        left, top, right, bottom = sheets.margins(0)
        assert min(left, top, right, bottom) >= 10 and abs(left - right) <= 1, (paper, left, top, right, bottom)
        assert bottom <= 30, f"the sheet fills the page: {bottom} mm are left of {paper}"
    assert codes(sheets) == [holds]
    assert page.evaluate(CUT_OFF) == []


def test_the_names_are_what_they_are_called():
    assert {len(name) for key, name in NAMES.items() if key.startswith("80")} == {80}
    assert len(NAMES["40 of Arabic"]) == 40
    assert [name for name in NAMES.values() if verify.name_problem(name, LETTERS["ranges"])] == []


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name", NAMES)
def test_a_record_is_one_sheet_with_a_code_of_its_link(page, site, records, name, language):
    at(page, site, BASE)
    payload = records.make(NAMES[name], finished=TODAY + 9000)  # a warning on the date, so that there is more to print
    show(page, BASE, payload, language)
    part(page, "qr").locator("path").wait_for(state="attached")
    assert_one_sheet(page, part(page, "link").text_content())


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name", NAMES)
def test_a_signed_certificate_is_one_sheet_with_a_code_of_the_whole(page, course, tmp_path, name, language):
    (tmp_path / "sheet.html").write_text(sheet(course, language, NAMES[name], BASE), encoding="utf-8")
    page.goto((tmp_path / "sheet.html").as_uri())
    shared = forge.template(language=language)
    short = verify.encode_short(verify.template_id(shared), forge.values(shared=shared, name=NAMES[name]))
    assert_one_sheet(page, f"{BASE}/{language}/verify/index.html#c={short}")


def test_where_there_is_no_address_the_code_of_a_record_is_its_text(page, site, records):
    payload = records.make("Amina")
    show(page, site.as_uri(), payload)
    part(page, "qr").locator("path").wait_for(state="attached")
    assert codes(printed(page)) == [payload]


def test_without_the_library_the_sheet_has_no_code_and_lacks_nothing_else(page, served, records):
    page.route("**/lib/qr.js*", lambda route: route.abort())
    show(page, served, records.make("Amina"))
    assert part(page, "qr").is_hidden() and part(page, "link").is_visible()


def test_the_library_is_loaded_for_a_sheet_alone(page, served, records):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{served}/en/certificates/index.html")
    part(page, "list").wait_for()
    assert not any("/lib/" in url for url in asked)
    show(page, served, records.make("Amina"))
    part(page, "qr").locator("path").wait_for(state="attached")
    assert sum("/lib/qr.js" in url for url in asked) == 1
