"""What a first visit to a page loads, counted in a browser, each answer gzipped."""

import gzip
import threading
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from ktc.assembly.serve import server
from ktc.browser import launch

PAGES = {
    "home": "index.html",
    "code": "codes/international-members/index.html",
    "practice quiz": "practice/international-members/index.html",
    "final check": "check/international-members/index.html",
    "certificates": "certificates/index.html",
    "verify": "verify/index.html",
}
LANGUAGES = ("en", "ar")


@dataclass(frozen=True)
class Weight:
    bytes: int
    requests: int


def measure(site: Path, plain: Path):
    """Yields (kind, page, our weight, plain Material's weight) for each kind of page."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        with _served(site) as ours, _served(plain) as stock:
            for code in LANGUAGES:
                for kind, page in PAGES.items():
                    path = f"{code}/{page}"
                    yield kind, path, weigh(browser, f"{ours}/{path}"), weigh(browser, f"{stock}/{path}")
        browser.close()


def weigh(browser, url: str) -> Weight:
    """All that one cold visit fetches."""
    context, sizes = browser.new_context(), []
    page = context.new_page()
    page.on("response", lambda answer: sizes.append(len(gzip.compress(answer.body(), 6, mtime=0))))
    page.goto(url, wait_until="networkidle")
    context.close()
    return Weight(sum(sizes), len(sizes))


class _served:
    def __init__(self, folder: Path):
        self.http = server(folder, 0)

    def __enter__(self) -> str:
        threading.Thread(target=self.http.serve_forever, daemon=True).start()
        return f"http://localhost:{self.http.server_address[1]}"

    def __exit__(self, *exc) -> None:
        self.http.shutdown()
