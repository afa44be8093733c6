"""Sizes that depend on our bytes alone: the browser part of the quiz stays within its budget."""

import gzip

import pytest

BUDGET = 16_000  # bytes, gzipped, script and style of a quiz page together


def weight(site, names) -> int:
    return sum(len(gzip.compress((site / "en/assets/ktc" / name).read_bytes(), 9, mtime=0)) for name in names)


@pytest.mark.parametrize("bundle", ["quiz", "check"])
def test_the_browser_part_of_a_quiz_page_is_within_16_kb(site, bundle):
    names = [f"{name}.{kind}" for name in ("base", bundle) for kind in ("js", "css")]
    assert weight(site, names) <= BUDGET


def test_what_is_shipped_is_minified_and_holds_no_sources(site, course):
    assert not (site / "en/assets/src").exists()
    script = (site / "en/assets/ktc/base.js").read_text(encoding="utf-8")
    assert "/**" not in script and "{%" not in script


def test_a_page_loads_only_the_bundles_it_uses(site):
    home = (site / "en/index.html").read_text(encoding="utf-8")
    assert "ktc/base.js" in home and "ktc/check.js" not in home
