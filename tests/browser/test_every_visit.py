"""Every page, opened once on a phone: private, no wider than the screen, without barriers, and nothing of the search is
loaded. What can be read from the HTML of a page is asked of all languages in tests/site, what a page can be brought to
in test_accessibility.py and test_private.py."""

import re

import axe
import probes
import pytest
from learner import PHONE
from watch import PREFIX, Watch

# Contrast is asked of every state; here it would be asked of the same parts again.
BARRIERS = {"axe": axe.but_colours, "overflow": probes.overflowing}
LEAST = {"overflow": probes.overflowing}  # where words alone differ from English
ENGLISH = re.compile(r'<div class="ktc-text"[^>]* lang="en"')
FOLDERS = {"en": 75, "ar": 25, "fr": 25, "es": 25, "sw": 25, "": 3}  # how many pages at least


@pytest.fixture
def watch(browser, served):
    watching = Watch(browser, served, service_workers="block", reduced_motion="reduce")
    probes.prepare(watching.context)
    yield watching
    watching.close()


def visited(site, folder: str) -> list[str]:
    """The pages of a folder; one only of whole modules, whose parts are pages too, and of each part of the site one
    only of those whose text is English, for English itself is visited whole."""
    found = (site / folder).rglob("*.html") if folder else site.glob("*.html")
    first = {}
    for path in sorted(found):
        name = path.relative_to(site).as_posix()
        first.setdefault(_alike(name, path.read_text(encoding="utf-8"), folder), name)
    return list(first.values())


def _alike(name: str, html: str, language: str) -> str:
    """What pages share of which one is enough; of others, their own name."""
    if name.endswith("/all/index.html"):
        return "whole"
    return "/".join(name.split("/")[:2]) if language != "en" and ENGLISH.search(html) else name


def too_wide(page) -> list[str]:
    width = page.evaluate("document.documentElement.scrollWidth")
    return [f"{width} px wide"] if width > PHONE["width"] else []


def barriers(page, folder: str) -> list[str]:
    asked = LEAST if folder in ("fr", "es", "sw") else BARRIERS
    return [f"{kind}: {fault}" for kind, ask in asked.items() for fault in ask(page)]


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_visit_is_private_fits_the_phone_and_meets_no_barrier(watch, served, site, folder):
    names, faults = visited(site, folder), {}
    assert len(names) >= FOLDERS[folder]
    for name in names:
        watch.page.goto(f"{served}/{name}")
        faults[name] = [*too_wide(watch.page), *barriers(watch.page, folder)]
    assert {name: found for name, found in faults.items() if found} == {}
    assert [url for url in watch.asked if "/search" in url] == []
    assert watch.leaks(PREFIX) == {}
