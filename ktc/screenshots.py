"""Takes pictures of the main pages, for people to look at: phone and desktop, English and Arabic, light and dark."""

import threading
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from ktc.assembly.serve import server
from ktc.browser import launch

SIZES = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1280, "height": 900}}
LANGUAGES = ("en", "ar")
SCHEMES = ("light", "dark")
PAGES = {
    "home": "index.html",
    "code": "codes/international-members/index.html",
    "practice": "practice/international-members/index.html",
    "check": "check/international-members/index.html",
    "verify": "verify/index.html",
}


def take(site: Path, folder: Path) -> list[Path]:
    """Write the pictures into `folder`; returns their paths. The site must have been built."""
    folder.mkdir(parents=True, exist_ok=True)
    http = server(site, 0)
    threading.Thread(target=http.serve_forever, daemon=True).start()
    base = f"http://localhost:{http.server_address[1]}"
    with sync_playwright() as playwright:
        browser = launch(playwright)
        paths = list(_all(browser, base, folder))
        browser.close()
    http.shutdown()
    return paths


def _all(browser, base: str, folder: Path):
    for size, viewport in SIZES.items():
        for scheme in SCHEMES:
            for language in LANGUAGES:
                context = browser.new_context(viewport=viewport, color_scheme=scheme)
                yield from _visit(context.new_page(), f"{base}/{language}", folder, f"{language}-{size}-{scheme}")
                context.close()


def _visit(page: Page, base: str, folder: Path, name: str):
    for kind, path in PAGES.items():
        page.goto(f"{base}/{path}")
        yield _picture(page, folder / f"{kind}-{name}.png")
    page.goto(f"{base}/{PAGES['practice']}")
    _answer_first(page)
    yield _picture(page, folder / f"feedback-{name}.png")
    payload = _pass(page, f"{base}/{PAGES['check']}")
    yield _picture(page, folder / f"certificate-{name}.png")
    page.goto(f"{base}/{PAGES['verify']}#r={payload}")
    page.wait_for_selector("[data-verdict]")
    yield _picture(page, folder / f"verdict-{name}.png")


def _picture(page: Page, path: Path) -> Path:
    page.wait_for_timeout(150)
    page.screenshot(path=path, full_page=True)
    return path


def _answer_first(page: Page) -> None:
    for fieldset in page.locator("form.ktc-quiz [data-question]").all()[:2]:
        fieldset.locator("label").first.click()
        fieldset.locator('[data-do="check"]').click()


def _pass(page: Page, check: str) -> str:
    """Pass the final check as a person would who knows the key; returns the record's payload."""
    page.goto(check)
    page.locator('[data-do="start"]').click()
    page.wait_for_selector(".ktc-sheet [data-question]")
    page.evaluate(
        """async () => {
            const bank = {};
            const keep = ktc.bank;
            ktc.bank = (data) => Object.assign(bank, data);
            await ktc.load("bank.js?again");
            ktc.bank = keep;
            const right = Object.fromEntries(bank.questions.map((question) => [question.id, question.right.join("")]));
            document.querySelectorAll(".ktc-sheet [data-question]").forEach((box) => {
                ktc.question.choose(box, right[box.dataset.question]);
                box.dispatchEvent(new Event("change", { bubbles: true }));
            });
        }"""
    )
    page.locator('.ktc-sheet button[type="submit"]').click()
    page.locator("#ktc-name").fill("ليلى O’Neil")
    page.locator('.ktc-pass button[type="submit"]').click()
    page.wait_for_url("**/certificates/index.html#r=*")
    page.wait_for_selector('[data-part="one"]')
    return page.url.split("#r=")[1]
