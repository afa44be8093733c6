"""On a trainer's network: the site comes over plain http, which browsers treat as insecure. The whole path works,
and the pages say what such an address takes away, there and nowhere else."""

import threading
from types import SimpleNamespace

import pytest
from learner import CERTIFICATES, CHECK, PHONE, VERIFY, Learner
from playwright.sync_api import expect
from test_journey import NAMES, walk

from ktc.assembly.lan import addresses
from ktc.assembly.serve import Shared, server
from ktc.browser import ARGUMENTS, find

TRAINERS = "trainers/index.html"
NOTICES = {"index.html": "lan.install", TRAINERS: "lan.session"}


@pytest.fixture(scope="module")
def network(browser, site):
    """The site on an address of this machine that is not its own loopback; without one, under a name that only
    the browser takes for this machine."""
    with server(site, 0, "", Shared) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        port, own = http.server_address[1], addresses()
        if own:
            yield SimpleNamespace(browser=browser, base=f"http://{own[0].ip}:{port}")
        else:
            rules = "--host-resolver-rules=MAP trainer.example 127.0.0.1"
            other = browser.browser_type.launch(executable_path=find(), args=[*ARGUMENTS, rules])
            yield SimpleNamespace(browser=other, base=f"http://trainer.example:{port}")
            other.close()
        http.shutdown()


@pytest.fixture
def phone(network):
    context = network.browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(f"{network.base}/index.html")
    assert page.evaluate("isSecureContext") is False
    assert page.evaluate("navigator.clipboard === undefined && crypto.subtle === undefined")
    yield page
    context.close()


def certificate(page, base: str, course, language: str = "en") -> Learner:
    """A learner who has just made a certificate."""
    learner = Learner(page, base, course, language)
    learner.open(CHECK)
    learner.start()
    learner.take()
    learner.certify("Ada")
    return learner


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_whole_path_on_a_trainers_network(phone, network, site, course, language):
    walk(Learner(phone, network.base, course, language), site, NAMES[language])


def test_no_page_complains_on_such_an_address(phone, network, site):
    faults, asked = [], []
    phone.on("console", lambda message: message.type in ("error", "warning") and faults.append(message.text))
    phone.on("pageerror", lambda error: faults.append(str(error)))
    phone.on("request", lambda request: asked.append(request.url))
    for path in sorted((site / "fr").rglob("index.html")):
        phone.goto(f"{network.base}/{path.relative_to(site).as_posix()}")
    assert faults == []
    assert [url for url in asked if not url.startswith((network.base, "data:", "blob:"))] == []


@pytest.mark.parametrize("language", NAMES)
def test_the_pages_say_what_plain_http_takes_away(phone, network, course, language):
    learner = Learner(phone, network.base, course, language)
    for path, word in NOTICES.items():
        learner.open(path)
        expect(phone.get_by_text(learner.word(word))).to_be_visible()


def test_the_certificate_says_how_long_its_link_lives(phone, network, course):
    learner = certificate(phone, network.base, course)
    expect(phone.get_by_text(learner.word("lan.copy"))).to_be_visible()
    expect(phone.get_by_text(learner.word("lan.link"))).to_be_visible()
    assert phone.locator('[data-part="link"]').text_content().startswith(network.base)


def test_a_site_with_a_web_address_of_its_own_names_that_one(phone, network, course):
    phone.route("**/certificates/index.html", with_address)
    learner = certificate(phone, network.base, course)
    expect(phone.get_by_text(learner.word("lan.copy"))).to_be_visible()
    expect(phone.get_by_text(learner.word("lan.link"))).to_be_hidden()
    assert phone.locator('[data-part="link"]').text_content().startswith("https://example.org/code/en/")


def with_address(route):
    """The page as it is built with KTC_SITE_URL."""
    html = route.fetch().text()
    assert html.count('name="ktc-site" content=""') == 1
    there = html.replace('name="ktc-site" content=""', 'name="ktc-site" content="https://example.org/code"')
    route.fulfill(body=there, content_type="text/html; charset=utf-8")


def test_the_link_is_copied_without_a_clipboard(phone, network, course):
    learner = certificate(phone, network.base, course)
    phone.locator('[data-part="copy"]').click()
    expect(phone.locator('[data-part="told"]')).to_have_text(learner.word("cert.copied"))
    link = phone.locator('[data-part="link"]').text_content()
    learner.open(VERIFY)
    phone.locator("textarea").focus()
    phone.keyboard.press("Control+V")
    expect(phone.locator("textarea")).to_have_value(link)


def test_the_trainers_link_names_the_address_that_phones_can_open(phone, network, course):
    Learner(phone, network.base, course, "en").open(TRAINERS)
    phone.locator(".ktc-session-form [name=code]").first.fill("ROOM7")
    phone.locator('.ktc-session-form button[type="submit"]').first.click()
    link = phone.locator(".ktc-session-form [readonly]").first
    expect(link).to_have_value(f"{network.base}/en/{CHECK}#s=ROOM7")
    phone.locator('[data-do="copy"]').first.click()
    expect(phone.locator('.ktc-session-form [role="status"]').first).not_to_be_empty()


@pytest.mark.parametrize("origin", ["localhost", "file"])
def test_elsewhere_nothing_is_said_of_it(browser, served, site, course, origin):
    base = served if origin == "localhost" else site.as_uri()
    page = browser.new_page(viewport=PHONE)
    for path in (*NOTICES, CERTIFICATES):
        Learner(page, base, course, "en").open(path)
        notices = page.locator("[data-plain-http]")
        assert notices.count() == 1
        expect(notices).to_be_hidden()
    page.close()
