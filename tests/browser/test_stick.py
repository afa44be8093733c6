"""The site from a USB stick: unpacked, opened by its index.html, walked from a file in every language."""

import re
from itertools import pairwise
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from learner import CODE, PHONE, Learner
from playwright.sync_api import expect
from test_journey import NAMES, walk
from test_search import open_search, search

from ktc.assembly.usb import pack

ROUND = [*NAMES, "en"]


@pytest.fixture(scope="module")
def stick(site, tmp_path_factory):
    """What somebody unpacked into a folder whose name no address likes."""
    folder = tmp_path_factory.mktemp("stick") / "Clé USB #1 – 100% مدونة"
    with ZipFile(pack(site, tmp_path_factory.mktemp("packed"))) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture
def phone(browser):
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


def test_every_relative_link_leads_to_a_file_of_the_stick(stick):
    lost = []
    for page in stick.rglob("*.html"):
        for link in re.findall(r'(?:href|src)="([^"]*)"', page.read_text(encoding="utf-8")):
            parts = urlsplit(link)
            at_root = page.name == "404.html"  # asks from the root of a web host; nothing links to it
            if parts.scheme or not parts.path or at_root:
                continue
            if not (page.parent / PurePosixPath(unquote(parts.path))).is_file():
                lost.append((page.relative_to(stick).as_posix(), link))
    assert lost == []


@pytest.mark.parametrize(("language", "other"), list(pairwise(ROUND)))
def test_a_stick_opens_by_double_click(phone, stick, course, language, other):
    learner = Learner(phone, stick.as_uri(), course, language)
    phone.goto((stick / "index.html").as_uri())
    phone.locator(f'a[hreflang="{language}"]').click()
    expect(phone.locator("html")).to_have_attribute("lang", language)
    phone.locator(f'footer a[href$="{CODE}"]').click()
    expect(phone.locator("[data-clause]").first).to_be_visible()

    phone.locator(".ktc-menu summary").first.click()
    phone.locator(f'.ktc-menu a[hreflang="{other}"]').click()
    phone.wait_for_url(f"**/{other}/{CODE}")

    open_search(phone, f"{stick.as_uri()}/{language}/about/index.html")
    assert search(phone, "2")[0].endswith(f"/{language}/{CODE}#im-2")
    phone.keyboard.press("Enter")
    phone.wait_for_url(f"**/{language}/{CODE}#im-2")
    assert learner.faults == []


def test_the_whole_path_from_a_stick(phone, stick, course):
    walk(Learner(phone, stick.as_uri(), course, "ar"), stick, NAMES["ar"])
