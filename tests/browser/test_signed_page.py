"""Signed certificates on the verify page: examples, files, QR codes, and browsers that cannot check a signature."""

import csv
import json

import pytest
from learner import VERIFY
from playwright.sync_api import expect
from test_certificates import at, check, part

from certificates import verify
from tests.certificates import forge
from tests.certificates.vectors import FAULTY, NOW, load, signed_trust

EXAMPLES = {"valid": "valid", "revoked": "invalid", "tampered": "invalid", "self-recorded": "self-recorded"}
LAN = "http://192.168.1.20:8000"  # where browsers have no crypto.subtle
LATER = 1_900_000_000  # after the day on which the edition of the examples was published
LIBRARY, CHECKER = "**/assets/ktc/lib/ed25519.js*", "**/assets/ktc/signed.js*"


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    page = context.new_page()
    page.asked, page.faults = [], []
    page.on("request", lambda request: page.asked.append(request.url.partition("?")[0].rpartition("/")[2]))
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("console", lambda said: said.type == "error" and "Policy" in said.text and page.faults.append(said.text))
    yield page
    assert page.faults == []
    context.close()


def invented(page) -> None:
    """The trust list and the clock of the vectors, in place of the site's."""
    trust = {**signed_trust(), "editions": load("verdicts")["trust"]["editions"]}
    page.route("**/trust.js", lambda route: route.fulfill(body=f"ktc.trust={json.dumps(trust)};"))
    page.clock.set_fixed_time(NOW)


def verdict(page, expected: str) -> None:
    expect(part(page, "shown").locator("[data-verdict]")).to_have_attribute("data-verdict", expected)


# -- examples


@pytest.mark.parametrize("where", ["http", "lan", "file"])
def test_every_example_shows_what_it_is_for_as_a_demonstration(page, served, site, where):
    base = {"http": served, "lan": LAN, "file": site.as_uri()}[where]
    if where == "lan":
        at(page, site, LAN)
    page.goto(f"{base}/en/{VERIFY}")
    for name, expected in EXAMPLES.items():
        page.locator(f'[data-example="{name}"]').click()
        verdict(page, expected)
        expect(part(page, "demonstration")).to_be_visible()
        expect(part(page, "heading")).to_be_focused()
        part(page, "clear").click()
    assert ("ed25519.js" in page.asked) is (where == "lan"), "loaded where the browser lacks it, and nowhere else"


def test_an_example_can_be_linked_to_and_a_real_check_is_no_demonstration(page, served):
    page.goto(f"{served}/ar/{VERIFY}#demo=valid")
    verdict(page, "valid")
    expect(part(page, "shown")).to_contain_text("throw-away")
    part(page, "text").fill((page.request.get(f"{served}/examples/valid.json")).text())
    page.locator('[data-part="form"] [type="submit"]').click()
    verdict(page, "undecided")
    expect(part(page, "demonstration")).to_be_hidden()
    expect(part(page, "shown")).not_to_contain_text("throw-away")


def test_the_files_of_the_examples_stand_behind_their_links(page, served, site):
    page.goto(f"{served}/en/{VERIFY}")
    links = page.locator(".ktc-verify__examples a:not([data-example])")
    assert links.count() == 2 * len(EXAMPLES)
    for link in links.all():
        assert page.request.get(link.evaluate("link => link.href")).ok
    page.goto(f"{served}/examples/valid.html")
    assert page.evaluate("getComputedStyle(document.querySelector('main')).display") == "flex", "its style may run"


def test_the_build_leaves_the_certificates_in_the_examples_as_they_were_signed(site):
    trust = verify.load_trust(site / "examples" / "trust.json")
    for name, expected in EXAMPLES.items():
        (candidate,) = verify.candidates((site / "examples" / f"{name}.html").read_text(encoding="utf-8"))
        assert verify.check(candidate, trust, LATER)["verdict"] == expected


# -- files, links and QR codes


def test_every_faulty_file_is_refused_like_by_the_script(page, served):
    """All at once, as a section's officer might open a folder."""
    invented(page)
    page.goto(f"{served}/en/{VERIFY}")
    vectors = [vector for vector in load("credentials")["vectors"] if "file" in vector]
    part(page, "files").set_input_files([FAULTY / vector["name"] for vector in vectors])
    expect(page.locator("tbody tr")).to_have_count(len(vectors))
    shown = page.locator("tbody tr [data-verdict]").evaluate_all("all => all.map(one => one.dataset.verdict)")
    expected = [vector["expect"]["verdict"] for vector in vectors]
    assert [v["name"] for v, one, other in zip(vectors, shown, expected, strict=True) if one != other] == []


@pytest.mark.parametrize("base", ["here", LAN])
def test_a_certificate_is_valid_as_file_page_and_qr_code(page, served, site, base, tmp_path):
    if base == LAN:
        at(page, site, LAN)
    invented(page)
    files = {"a.json": forge.text(), "b.txt": forge.short(), "c.json": forge.text(name=""), "d.html": sheet()}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    page.goto(f"{served if base == 'here' else LAN}/en/{VERIFY}#c={forge.short().partition('#c=')[2]}")
    verdict(page, "valid")
    expect(part(page, "shown")).to_contain_text("Section Kisumu (test)")
    part(page, "files").set_input_files([tmp_path / name for name in files])
    expect(page.locator('tbody [data-verdict="valid"]')).to_have_count(len(files))
    with page.expect_download() as saving:
        part(page, "csv").click()
    rows = list(csv.DictReader(saving.value.path().read_text(encoding="utf-8-sig").splitlines()))
    assert {row["Signed by"] for row in rows} == {"Section Kisumu (test)"}
    assert [row["Repeat"] for row in rows] == ["", "Same record as No. 1", *[rows[2]["Repeat"]], "Same record as No. 1"]


def sheet() -> str:
    return f'<!doctype html><script type="application/ld+json" id="ktc-certificate">{forge.text()}</script>'


def test_nobody_is_named_as_the_signer_where_the_signature_does_not_show_it(page, served):
    invented(page)
    for name in ("signature-wrong-name.json", "unknown-issuer-look-alike.json", "unknown-key-of-nobody.json"):
        check(page, served, (FAULTY / name).read_text(encoding="utf-8"))
        expect(part(page, "shown").locator("dl")).to_be_visible()
        expect(part(page, "shown")).not_to_contain_text("Kisumu")


def test_markup_in_a_signed_name_stays_text(page, served):
    invented(page)
    check(page, served, (FAULTY / "name-alphabet-markup.json").read_text(encoding="utf-8"))
    verdict(page, "invalid")
    assert part(page, "shown").locator("bdi", has_text="<").count() == 1
    assert part(page, "shown").locator("img, script, b").count() == 0


def test_nothing_that_the_certificate_names_is_fetched(page, served):
    invented(page)
    hosts = []
    page.on("request", lambda request: hosts.append(request.url))
    check(page, served, forge.text())
    verdict(page, "valid")
    assert [url for url in hosts if not url.startswith(served)] == []


# -- what the page loads, and browsers that cannot check


def test_nothing_of_it_is_loaded_before_there_is_a_signed_certificate(page, served, site):
    trust = json.loads((site / "trust.json").read_text(encoding="utf-8"))
    assert trust["issuers"] == {}
    check(page, served, "#r=1.broken")
    verdict(page, "invalid")
    assert not {"signed.js", "ed25519.js", "demonstration.js"} & set(page.asked)


@pytest.mark.parametrize("fault", ["no big integers", "library missing", "checker missing"])
def test_a_browser_that_cannot_check_says_so_and_gives_no_verdict(page, served, site, course, fault):
    at(page, site, LAN)
    invented(page)
    if fault == "no big integers":
        page.add_init_script("delete window.BigInt")
    else:
        page.route(LIBRARY if fault == "library missing" else CHECKER, lambda route: route.abort())
    page.goto(f"{LAN}/en/{VERIFY}#c={forge.short().partition('#c=')[2]}")
    verdict(page, "could-not-run")
    expect(part(page, "shown")).to_contain_text(course.view("en").word("verify.verdict_could_not_run_about"))
    expect(part(page, "shown").locator('[data-verdict="valid"]')).to_have_count(0)
    page.faults.clear()  # the library itself fails where there are no big integers


def test_what_failed_to_load_is_asked_for_again(page, served, site):
    at(page, site, LAN)
    invented(page)
    page.route(LIBRARY, lambda route: route.abort(), times=1)
    page.goto(f"{LAN}/en/{VERIFY}#c={forge.short().partition('#c=')[2]}")
    verdict(page, "could-not-run")
    part(page, "text").fill(forge.text())
    page.locator('[data-part="form"] [type="submit"]').click()
    verdict(page, "valid")


def test_ed25519_that_answers_wrongly_is_not_believed(page, served):
    """A browser whose own verification says yes to everything: the known example finds it out."""
    invented(page)
    page.add_init_script("crypto.subtle.verify = () => Promise.resolve(true)")
    check(page, served, (FAULTY / "signature-wrong-name.json").read_text(encoding="utf-8"))
    verdict(page, "invalid")
    assert "ed25519.js" in page.asked
