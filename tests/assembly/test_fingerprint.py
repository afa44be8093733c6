"""Addresses of assets: each carries the digest of its bytes, and the site holds no asset that nothing asks for."""

import re

from ktc.assembly.fingerprint import digest, fingerprint


def test_a_link_carries_the_digest_of_the_file_and_a_second_run_changes_nothing(tmp_path):
    style = tmp_path / "en/assets/ktc/base.css"
    style.parent.mkdir(parents=True)
    style.write_text("a{}", encoding="utf-8")
    inner, outer = tmp_path / "en/about/index.html", tmp_path / "index.html"
    inner.parent.mkdir()
    inner.write_text('<link href="../assets/ktc/base.css"><a href="assets/ktc/none.css">', encoding="utf-8")
    outer.write_text('<link href="/sub/en/assets/ktc/base.css">', encoding="utf-8")
    for text in ("a{}", "b{}"):
        style.write_text(text, encoding="utf-8")
        fingerprint(tmp_path)
        stamp = digest(style)
        expected = f'<link href="../assets/ktc/base.css?h={stamp}"><a href="assets/ktc/none.css">'
        assert inner.read_text(encoding="utf-8") == expected
        assert outer.read_text(encoding="utf-8") == f'<link href="/sub/en/assets/ktc/base.css?h={stamp}">'


def test_every_asset_that_is_shipped_is_asked_for(site, course):
    for code in course.language_codes:
        texts = [path.read_text(encoding="utf-8") for path in (site / code).rglob("*.html")]
        asked = {name for text in texts for name in re.findall(r"assets/[\w./-]+", text)}
        shipped = {path.relative_to(site / code).as_posix() for path in (site / code / "assets").rglob("*.*")}
        assert shipped - asked == set(), code
