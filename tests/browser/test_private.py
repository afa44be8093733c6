"""Private, as a browser measures it: whatever is done (every page is opened in test_every_visit.py), no other host is
asked, no cookie is set, console and policy have nothing to say, and all that stays carries the site's prefix."""

import pytest
from learner import CHECK, PRACTICE, Learner
from playwright.sync_api import expect
from watch import PREFIX, Watch

LANGUAGES = ("en", "fr", "es", "ar", "sw")
PRIVACY = "about/privacy/index.html"


@pytest.fixture
def watch(browser, served):
    watching = Watch(browser, served)
    yield watching
    watching.close()


def search(learner: Learner) -> None:
    learner.page.locator(".ktc-tool[for=__search]").click()
    learner.page.locator(".md-search__input").press_sequentially(learner.word("nav.privacy"))
    expect(learner.page.locator(".md-search-result__item").first).to_be_visible()


def certify(learner: Learner) -> None:
    learner.open(CHECK + "#s=ROOM7")
    learner.start()
    learner.take()
    learner.certify("Amina")
    with learner.page.expect_download():
        learner.page.locator('[data-part="save"]').click()
    learner.page.locator('[data-part="check"]').click()
    expect(learner.page.locator('[data-verdict="self-recorded"]').first).to_be_visible()


def move_out(learner: Learner) -> None:
    """Save all to a file, delete all, open the file."""
    learner.open(PRIVACY)
    with learner.page.expect_download() as saving:
        learner.page.locator('[data-part="export"]').click()
    learner.page.locator('[data-part="delete"]').click()
    learner.page.get_by_role("group").get_by_role("button", name=learner.word("cert.delete")).click()
    expect(learner.page.locator('[data-part="none"]')).to_be_visible()
    learner.page.locator('[data-part="file"]').set_input_files(saving.value.path())
    expect(learner.page.locator('[data-kept="records"]')).to_contain_text("Amina")


@pytest.mark.parametrize("language", LANGUAGES)
def test_using_the_site_is_private(watch, served, course, language):
    learner = Learner(watch.page, served, course, language, hasty=True)
    learner.open("index.html")
    search(learner)
    watch.page.keyboard.press("Escape")
    watch.page.locator(".ktc-scheme").click()
    learner.open(PRACTICE)
    learner.answer(watch.page.locator("[data-question]").first, right=True)
    watch.page.locator('[data-question] [data-do="check"]').first.click()
    certify(learner)
    move_out(learner)
    assert watch.leaks(PREFIX) == {}


def test_from_a_file_it_is_private_too(browser, site, course):
    watch = Watch(browser, site.as_uri())
    learner = Learner(watch.page, site.as_uri(), course, "ar", hasty=True)
    certify(learner)
    move_out(learner)
    assert watch.leaks(f"ktc:{site.as_uri().removeprefix('file://')}/:") == {}
    watch.close()


# -- the measure itself: each of these must be noticed

LEAKS = {
    "a script of another host": "document.head.append(Object.assign(document.createElement('script'), {src: 'http://elsewhere.example/x.js'}))",
    "a picture of another host": "new Image().src = 'http://elsewhere.example/x.png'",
    "a cookie": "document.cookie = 'seen=1'",
    "a key without the prefix": "localStorage.seen = '1'",
    "a key for the session": "sessionStorage['ktc:/:seen'] = '1'",
    "a database": "new Promise((done) => (indexedDB.open('seen').onsuccess = done))",
    "an inline style": "document.body.setAttribute('style', 'color: red')",
    "a complaint": "console.warn('deprecated')",
    "an error": "setTimeout(() => { throw new Error('late') })",
}


@pytest.mark.parametrize("leak", LEAKS)
def test_a_leak_is_noticed(watch, served, leak):
    watch.page.goto(f"{served}/en/index.html")
    watch.page.evaluate(LEAKS[leak])
    watch.page.wait_for_timeout(100)
    assert watch.leaks(PREFIX) != {}


def test_what_a_worker_asks_of_another_host_is_noticed(watch, served):
    """The policy of a page does not bind its service worker, and pages' events do not tell of it."""
    watch.context.route(
        "**/sw.js",
        lambda route: route.fulfill(content_type="text/javascript", body="fetch('http://elsewhere.example/')"),
    )
    watch.page.goto(f"{served}/en/index.html")
    watch.page.evaluate("navigator.serviceWorker.register('/sw.js?leak').catch(() => {})")
    watch.page.wait_for_timeout(500)
    assert any("elsewhere.example" in asked for asked in watch.outside.asked)
