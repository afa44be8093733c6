"""What visits to pages load, counted in a browser, each answer gzipped as a web host would."""

import gzip
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from ktc.assembly.serve import server
from ktc.browser import launch

LANGUAGES = ("en", "ar")
HOME, CODE = "index.html", "codes/international-members/index.html"


@dataclass(frozen=True)
class Weight:
    """Bytes of a first visit, how many calls these are, the scripts among them, and what is new after another page."""

    first: int
    requests: int
    scripts: int
    next: int


def measure(site: Path, plain: Path):
    """Yields (page, our weight, plain Material's weight) for every page of the languages."""
    with sync_playwright() as playwright, served(site) as ours, served(plain) as stock:
        browser = launch(playwright)
        for code in LANGUAGES:
            pages = sorted(path.relative_to(site / code).as_posix() for path in (site / code).rglob("index.html"))
            loads = {page: [load(browser, f"{base}/{code}/{page}") for base in (ours, stock)] for page in pages}
            for page, pair in loads.items():
                before = loads[CODE if page == HOME else HOME]
                yield f"{code}/{page}", *(weight(one, other) for one, other in zip(pair, before, strict=True))
        browser.close()


def load(browser, url: str) -> dict[str, int]:
    """The addresses that one cold visit fetches, with their bytes."""
    context, answers = browser.new_context(), []
    page = context.new_page()
    page.on("response", lambda answer: answers.append(answer))
    page.goto(url, wait_until="networkidle")
    sizes = {answer.url: len(gzip.compress(answer.body(), 6, mtime=0)) for answer in answers}
    context.close()
    return sizes


def later(folder: Path) -> tuple[int, int]:
    """Of one language: bytes of a first search, and of saving it for reading without a network."""
    sizes = {path: len(gzip.compress(path.read_bytes(), 6, mtime=0)) for path in folder.rglob("*") if path.is_file()}
    searched = sum(size for path, size in sizes.items() if path.parent.name in ("search", "workers"))
    return searched, sum(sizes.values())


def weight(loaded: dict[str, int], before: dict[str, int]) -> Weight:
    """Of one visit, and of the same visit after the one `before`."""
    scripts = [size for url, size in loaded.items() if urlsplit(url).path.endswith(".js")]
    new = [size for url, size in loaded.items() if url not in before]
    return Weight(sum(loaded.values()), len(loaded), sum(scripts), sum(new))


@contextmanager
def served(folder: Path):
    """The address of a folder behind a server."""
    with server(folder, 0) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://localhost:{http.server_address[1]}"
        http.shutdown()
