"""Every page of every language, opened once on a phone: private, no wider than the screen, without barriers, and
nothing of the search is loaded. What a page can be brought to is asked in test_accessibility.py and test_private.py."""

import re

import axe
import probes
import pytest
from learner import PHONE
from watch import PREFIX, Watch

IN_ENGLISH = {"axe": axe.problems, "overflow": probes.overflowing}
IN_OTHERS = {"axe": axe.but_colours, "overflow": probes.overflowing}
BARRIERS = {"": IN_OTHERS, "en": IN_ENGLISH, "ar": IN_OTHERS | {"contrast": probes.unreadable}}
FOLDERS = {"en": 75, "ar": 75, "fr": 75, "es": 75, "sw": 75, "": 3, "examples": 3}  # how many pages at least
ENGLISH = re.compile(r'<div class="ktc-text"[^>]* lang="en"')


@pytest.fixture
def watch(browser, served):
    watching = Watch(browser, served, service_workers="block", reduced_motion="reduce")
    probes.prepare(watching.context)
    yield watching
    watching.close()


def pages(site, folder: str) -> list[str]:
    found = (site / folder).rglob("*.html") if folder else site.glob("*.html")
    return sorted(path.relative_to(site).as_posix() for path in found)


def own(site, names: list[str], folder: str) -> set[str]:
    """The pages that are asked for barriers: of those whose text is English only one of each part of the site, for
    English itself is asked whole. The sheets in examples/ are a state of states.py."""
    first = {}
    for name in names if folder != "examples" else ():
        english = folder != "en" and ENGLISH.search((site / name).read_text(encoding="utf-8"))
        first.setdefault("/".join(name.split("/")[:2]) if english else name, name)
    return set(first.values())


def too_wide(page, name: str) -> list[str]:
    width = page.evaluate("document.documentElement.scrollWidth")
    return [f"{width} px wide"] if name.endswith("index.html") and width > PHONE["width"] else []


def barriers(page, folder: str) -> list[str]:
    return [f"{kind}: {fault}" for kind, ask in BARRIERS.get(folder, IN_OTHERS).items() for fault in ask(page)]


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_visit_is_private_fits_the_phone_and_meets_no_barrier(watch, served, site, folder):
    names = pages(site, folder)
    assert len(names) >= FOLDERS[folder]
    asked, faults = own(site, names, folder), {}
    for name in names:
        watch.page.goto(f"{served}/{name}")
        faults[name] = [*too_wide(watch.page, name), *(barriers(watch.page, folder) if name in asked else ())]
    assert {name: found for name, found in faults.items() if found} == {}
    assert [url for url in watch.asked if "/search" in url] == []
    assert watch.leaks(PREFIX) == {}
