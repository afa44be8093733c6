"""Headings and landmarks of every page: one title, no level left out, every landmark told apart by its name."""

import pytest
from bs4 import BeautifulSoup


@pytest.fixture(scope="module")
def pages(site) -> dict[str, BeautifulSoup]:
    paths = sorted(site.glob("*/**/*.html"))
    return {p.relative_to(site).as_posix(): BeautifulSoup(p.read_text(encoding="utf-8"), "html.parser") for p in paths}


def test_every_page_has_one_title_and_leaves_no_level_out(pages):
    faults = []
    for name, page in pages.items():
        levels = [int(heading.name[1]) for heading in page.main.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])]
        if levels.count(1) != 1 or levels[0] != 1:
            faults.append(f"{name}: {levels.count(1)} titles, first heading of level {levels[:1]}")
        faults += [f"{name}: h{a} then h{b}" for a, b in zip(levels, levels[1:], strict=False) if b > a + 1]
    assert faults == []


def test_every_page_has_one_main_header_and_footer(pages):
    for name, page in pages.items():
        if name.startswith("examples/"):
            continue  # sheets to print: a main part alone
        found = [len(page.select(landmark)) for landmark in ("main", "header.md-header", "footer.md-footer")]
        assert found == [1, 1, 1], name


def test_navigations_and_regions_are_named_and_told_apart(pages):
    faults = []
    for name, page in pages.items():
        for kind in ("nav", "section[aria-labelledby], section[aria-label]", "[role=search]"):
            names = [_name(page, box) for box in page.select(kind)]
            faults += [f"{name}: {kind} without a name" for said in names if not said]
            faults += [f"{name}: {kind} twice: {said}" for said in set(names) if names.count(said) > 1]
    assert faults == []


def _name(page, box) -> str:
    """The accessible name of a landmark."""
    if box.get("aria-labelledby"):
        return " ".join(page.find(id=id).get_text(" ", strip=True) for id in box["aria-labelledby"].split())
    return box.get("aria-label", "").strip()
