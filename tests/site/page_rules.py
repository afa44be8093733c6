"""What holds for every page that is built. A rule takes a page, as BeautifulSoup read it, and gives its faults."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

LANGUAGES = {"en": "ltr", "fr": "ltr", "es": "ltr", "ar": "rtl", "sw": "ltr"}
SHEETS = "examples"  # certificates to print: each carries its own style and its credential, whole in one file
HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
LOADING = ["script", "img", "iframe", "link", "source", "video", "audio", "form"]
LANDMARKS = ("nav", "section[aria-labelledby], section[aria-label]", "[role=search]")
POLICY = re.compile(r'<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy"')
RULES = {}


@dataclass(frozen=True)
class Page:
    """A page of the site in `site`; `path` is absolute."""

    site: Path
    path: Path

    @cached_property
    def name(self) -> str:
        return self.path.relative_to(self.site).as_posix()

    @cached_property
    def folder(self) -> str:
        """The language of the page, "examples", or "" at the root."""
        return self.name.rpartition("/")[0].partition("/")[0]

    @cached_property
    def html(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.html, "html.parser")


def rule(ask):
    """Register a function from a page to its faults, by name."""
    RULES[ask.__name__] = ask
    return ask


def faults(page: Page) -> list[str]:
    """What is wrong with a page: its name, the rule, the fault."""
    return [f"{page.name}: {name}: {fault}" for name, ask in RULES.items() for fault in ask(page)]


@rule
def language_and_direction(page: Page) -> Iterator[str]:
    if page.folder in LANGUAGES:
        html = page.soup.html
        said = html.get("lang"), html.get("dir", page.soup.body.get("dir"))
        if said != (page.folder, LANGUAGES[page.folder]):
            yield f"{said}"


@rule
def one_title(page: Page) -> Iterator[str]:
    if (titles := len(page.soup.find_all("h1"))) != 1:
        yield f"{titles} headings of level 1"
    if not (page.soup.title and page.soup.title.get_text(strip=True)):
        yield "no title"


@rule
def no_level_left_out(page: Page) -> Iterator[str]:
    levels = [int(heading.name[1]) for heading in (page.soup.main or page.soup.body).find_all(HEADINGS)]
    if levels[:1] != [1]:
        yield f"begins with level {levels[:1]}"
    yield from (f"h{a} then h{b}" for a, b in zip(levels, levels[1:], strict=False) if b > a + 1)


@rule
def one_main_header_and_footer(page: Page) -> Iterator[str]:
    if page.folder in LANGUAGES:
        found = [len(page.soup.select(landmark)) for landmark in ("main", "header.md-header", "footer.md-footer")]
        if found != [1, 1, 1]:
            yield f"{found}"


@rule
def landmarks_are_named_and_told_apart(page: Page) -> Iterator[str]:
    for kind in LANDMARKS:
        names = Counter(_name(page.soup, box) for box in page.soup.select(kind))
        yield from (f"{kind} without a name" for name in names if not name)
        yield from (f"{kind} twice: {name}" for name, count in names.items() if count > 1)


def _name(soup: BeautifulSoup, box: Tag) -> str:
    """The accessible name of a landmark."""
    if box.get("aria-labelledby"):
        return " ".join(soup.find(id=id).get_text(" ", strip=True) for id in box["aria-labelledby"].split())
    return box.get("aria-label", "").strip()


@rule
def ids_are_unique(page: Page) -> Iterator[str]:
    counts = Counter(tag["id"] for tag in page.soup.find_all(id=True))
    yield from (id for id, count in counts.items() if count > 1)


@rule
def links_arrive(page: Page) -> Iterator[str]:
    for tag in page.soup.find_all(["a", "link", "script", "img"]):
        target = tag.get("href") or tag.get("src")
        if target and not _arrives(page, target):
            yield target


def _arrives(page: Page, target: str) -> bool:
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return True
    base = page.site if parts.path.startswith("/") else page.path.parent
    file = (base / unquote(parts.path).lstrip("/")).resolve() if parts.path else page.path
    if not file.is_file() or page.site.resolve() not in file.parents and file != page.path:
        return False
    fragment = unquote(parts.fragment)
    return not fragment or file.suffix != ".html" or "=" in fragment or fragment in _ids(file)


@cache
def _ids(file: Path) -> set[str]:
    return set(re.findall(r'\sid="([^"]+)"', file.read_text(encoding="utf-8")))


@rule
def nothing_comes_from_another_host(page: Page) -> Iterator[str]:
    for tag in page.soup.find_all(LOADING):
        target = tag.get("src") or tag.get("href") or tag.get("action") or ""
        if re.match(r"(https?:)?//", target) and tag.get("rel") != ["canonical"]:
            yield target


@rule
def the_policy_comes_right_after_the_character_set(page: Page) -> Iterator[str]:
    if not POLICY.search(page.html):
        yield "no policy there"


@rule
def no_script_style_or_handler_stands_inline(page: Page) -> Iterator[str]:
    data = {"application/ld+json"} if page.folder == SHEETS else {"application/json"}
    for tag in page.soup.find_all(True):
        if tag.name == "script" and not tag.get("src") and tag.get("type") not in data:
            yield "a script"
        if tag.name == "style" and page.folder != SHEETS:
            yield "a style"
        yield from (f"{tag.name} {name}" for name in tag.attrs if name == "style" or name.startswith("on"))
