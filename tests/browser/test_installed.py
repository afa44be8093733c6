"""The installed site: what was opened once works without a network, and a newer version waits until it is asked for."""

import json
import re
import shutil
import threading

import axe
import pytest
from learner import CERTIFICATES, CHECK, PHONE, Learner
from playwright.sync_api import Page, expect
from test_search import open_search, search

from ktc.assembly.offline import write_worker
from ktc.assembly.serve import server

LANGUAGES = {"en": "lawyer", "fr": "avocat", "es": "abogado", "ar": "مدرسة", "sw": "shule"}
# Of these pages, those that do not come whole: themselves or a style, script or picture that they ask for.
READ = """async (pages) => {
    const lost = [];
    for (const page of pages) {
        const answer = await fetch(page).catch(() => null);
        if (!answer) lost.push(page);
        if (!answer) continue;
        const html = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const asked = html.querySelectorAll('link[rel=stylesheet], link[rel=icon], script[src], img[src]');
        for (const tag of asked) {
            const address = new URL(tag.getAttribute('href') || tag.getAttribute('src'), page);
            await fetch(address).catch(() => lost.push(address.href));
        }
    }
    return lost;
}"""
# Saving waits until a page has been quiet for two seconds (offline.js); a test need not.
SOON = """const later = window.setTimeout;
    window.setTimeout = (action, ms, ...given) => later(action, ms === 2000 ? 100 : ms, ...given)"""
SAVED, OFFER = '[data-say="saved"]', ".ktc-update .ktc-notice"


class Host:
    """A web host with a copy of the site in a folder, which can be switched off and can get a newer build."""

    def __init__(self, site, course):
        self.site, self.course = site, course
        self.http = server(site.parent, 0)
        self.address = f"http://localhost:{self.http.server_address[1]}/{site.name}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def switch_off(self) -> None:
        self.http.shutdown()
        self.http.server_close()

    def replace(self, path: str, old: str, new: str) -> None:
        """A newer build, in which one file differs."""
        file = self.site / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
        write_worker(self.course, self.site)


@pytest.fixture
def host(site, course, tmp_path):
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    running = Host(copy, course)
    yield running
    running.switch_off()


@pytest.fixture
def phone(browser):
    context = browser.new_context(viewport=PHONE)
    context.add_init_script(SOON)
    yield context.new_page()
    context.close()


def keep(page: Page, address: str) -> None:
    """Open one page of a language and wait until the language is saved."""
    page.goto(address)
    expect(page.locator(SAVED)).to_be_visible(timeout=30_000)


def update(page: Page) -> None:
    """What a browser does by itself when a page is opened: look for a newer worker; here, wait until it is ready."""
    page.evaluate("""async () => {
        const registration = await navigator.serviceWorker.ready;
        await registration.update();
        while (!registration.waiting) await new Promise((next) => setTimeout(next, 20));
    }""")


def cached(page: Page) -> set[str]:
    return {name.rpartition(":")[2] for name in page.evaluate("caches.keys()")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_opened_once_is_all_there_without_a_network(phone, host, course, language):
    keep(phone, f"{host.address}/{language}/about/index.html")
    host.switch_off()
    learner = Learner(phone, host.address, course, language, hasty=True)
    pages = [path.relative_to(host.site).as_posix() for path in (host.site / language).rglob("index.html")]
    assert phone.evaluate(READ, [f"{host.address}/{page}" for page in pages]) == []
    open_search(phone, f"{host.address}/{language}/index.html")
    assert search(phone, LANGUAGES[language])
    learner.open(CHECK)
    learner.start()
    learner.take()
    learner.certify("Ada")
    phone.locator('[data-part="check"]').click()
    expect(phone.locator('[data-verdict="self-recorded"]').first).to_be_visible()
    assert learner.faults == []


def test_folders_open_and_what_is_not_saved_says_so(phone, host, course):
    keep(phone, f"{host.address}/fr/index.html")
    host.switch_off()
    phone.goto(f"{host.address}/fr/codes/international-members/")
    expect(phone.locator("[data-clause]").first).to_be_visible()
    phone.goto(f"{host.address}/")
    expect(phone.locator("a[hreflang]")).to_have_count(len(LANGUAGES))
    phone.goto(f"{host.address}/es/index.html")
    expect(phone.locator("main")).to_contain_text(course.view("es").word("offline.missing"))
    phone.locator('a[hreflang="fr"]').click()
    expect(phone.locator("h1")).to_be_visible()


def test_only_the_language_that_was_opened_is_saved(phone, host):
    keep(phone, f"{host.address}/sw/index.html")
    assert cached(phone) == {"", "sw"}


def test_readers_who_save_data_are_asked_first(phone, host):
    phone.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    phone.goto(f"{host.address}/en/index.html")
    button = phone.locator('[data-say="save"] button')
    expect(button).to_be_visible()
    phone.wait_for_timeout(600)
    assert cached(phone) == {""}
    button.click()
    expect(phone.locator(SAVED)).to_be_visible()
    assert cached(phone) == {"", "en"}


def test_a_saving_that_was_cut_off_is_told_and_goes_on_at_the_next_page(phone, host):
    missing = host.site / "en" / "glossary" / "index.html"
    missing.rename(missing.with_suffix(".away"))
    phone.goto(f"{host.address}/en/index.html")
    expect(phone.locator('[data-say="failed"]')).to_be_visible(timeout=20_000)
    missing.with_suffix(".away").rename(missing)
    keep(phone, f"{host.address}/en/index.html")


def test_pages_come_from_the_network_while_there_is_one(phone, host):
    keep(phone, f"{host.address}/en/about/index.html")
    page = host.site / "en" / "about" / "index.html"
    page.write_text(
        re.sub("<h1(.*?)>.*?</h1>", r"<h1\1>Fresh</h1>", page.read_text(encoding="utf-8")), encoding="utf-8"
    )
    phone.reload()
    expect(phone.locator("h1")).to_have_text("Fresh")


def test_an_update_waits_out_a_final_check_and_is_then_offered(phone, host, course):
    learner = Learner(phone, host.address, course, "en", hasty=True)
    keep(phone, f"{host.address}/en/{CHECK}")
    learner.start()
    learner.answer(phone.locator(".ktc-sheet [data-question]").first, right=True)
    drawn = learner.drawn()
    phone.evaluate("window.mark = 'the same page'")
    host.replace("en/about/index.html", "</h1>", " renewed</h1>")
    update(phone)
    phone.wait_for_timeout(300)
    assert phone.evaluate("window.mark") == "the same page"
    assert learner.drawn() == drawn
    expect(phone.locator(OFFER)).to_have_count(0)

    learner.take()
    learner.certify("Ada")
    expect(phone.locator(OFFER)).to_contain_text(learner.word("offline.update"))
    phone.evaluate("window.mark = 'the old page'")
    phone.locator('[data-act="reload"]').click()
    phone.wait_for_function("window.mark === undefined")
    expect(phone.locator('[data-part="name"]')).to_have_text("Ada")
    expect(phone.locator(OFFER)).to_have_count(0)

    host.switch_off()
    learner.open("about/index.html")
    expect(phone.locator("h1")).to_contain_text("renewed")
    assert len(phone.evaluate("caches.keys()")) == 2, "what was saved of the older build is gone"


def test_an_update_taken_in_one_tab_leaves_a_quiz_in_another_alone(phone, host, course):
    learner = Learner(phone, host.address, course, "en", hasty=True)
    keep(phone, f"{host.address}/en/{CHECK}")
    learner.start()
    learner.fill()
    phone.evaluate("window.mark = 'the same page'")
    other = phone.context.new_page()
    other.goto(f"{host.address}/en/about/index.html")
    host.replace("en/about/index.html", "</h1>", " renewed</h1>")
    update(other)
    other.locator('[data-act="reload"]').click()
    expect(other.locator("h1")).to_contain_text("renewed")
    assert phone.evaluate("window.mark") == "the same page"
    learner.submit()
    expect(phone.locator(".ktc-result")).to_contain_text(learner.word("quiz.passed"))


def test_the_offer_and_the_page_without_a_network_hold_no_barriers(phone, host):
    keep(phone, f"{host.address}/ar/index.html")
    host.replace("ar/about/index.html", "</h1>", " 2</h1>")
    update(phone)
    expect(phone.locator(OFFER)).to_be_visible()
    assert axe.in_every_display(phone) == []
    phone.goto(f"{host.address}/offline.html")
    assert axe.in_every_display(phone) == []


def test_later_means_later(phone, host):
    keep(phone, f"{host.address}/en/index.html")
    host.replace("en/about/index.html", "</h1>", " renewed</h1>")
    update(phone)
    phone.locator('[data-act="later"]').click()
    expect(phone.locator(OFFER)).to_have_count(0)
    phone.goto(f"{host.address}/en/{CERTIFICATES}")
    expect(phone.locator(SAVED)).to_be_visible()
    expect(phone.locator(OFFER)).to_have_count(0)


def test_the_worker_can_be_taken_back(phone, host):
    keep(phone, f"{host.address}/en/index.html")
    phone.evaluate("localStorage.setItem('ktc:/site/:kept', '1'); caches.open('of another site')")
    shutil.copyfile(host.site / "sw-off.js", host.site / "sw.js")
    phone.evaluate("navigator.serviceWorker.ready.then((registration) => registration.update())")
    phone.wait_for_function("caches.keys().then((names) => names.join() === 'of another site')")
    phone.goto("about:blank")
    phone.goto(f"{host.address}/en/about/index.html")
    assert phone.evaluate("localStorage.getItem('ktc:/site/:kept')") == "1"


def test_nothing_is_registered_from_a_file_or_over_plain_http(phone, site, served):
    phone.goto(f"{site.as_uri()}/en/index.html")
    phone.wait_for_timeout(300)
    assert phone.locator('link[rel="manifest"]').count() == 0
    phone.add_init_script("delete Navigator.prototype.serviceWorker")  # as browsers do over http to another machine
    phone.goto(f"{served}/en/index.html")
    phone.wait_for_timeout(300)
    assert phone.locator('link[rel="manifest"]').count() == 0
    assert phone.locator(".ktc-offline").is_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_chromium_finds_the_site_installable(phone, served, course, language):
    phone.goto(f"{served}/{language}/about/index.html")
    expect(phone.locator('link[rel="manifest"]')).to_be_attached()
    devtools = phone.context.new_cdp_session(phone)
    found = devtools.send("Page.getAppManifest")
    assert found["errors"] == []
    manifest = json.loads(found["data"])
    assert manifest["name"] == course.view(language).word("site.name")
    assert (manifest["lang"], manifest["dir"]) == (language, course.view(language).language.dir)
    phone.wait_for_function("navigator.serviceWorker.ready")
    errors = {one["errorId"] for one in devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]}
    assert errors <= {"in-incognito"}, "a browser of a test is a private one"
