"""Manifests and the service worker: they know every file of the build, and a build that changes nothing is the same."""

import json
import re
import struct

from ktc.assembly.fingerprint import digest
from ktc.assembly.offline import ICONS, build_id, language_files, shared_files


def listed(site) -> dict[str, list[str]]:
    return json.loads(re.search(r"const FILES = (.*?);", (site / "sw.js").read_text(encoding="utf-8"))[1])


def test_the_worker_lists_every_file_of_every_language_by_the_address_that_pages_use(site, course):
    files = listed(site)
    assert list(files) == ["", *sorted(course.language_codes)]
    for code in course.language_codes:
        paths = {path.relative_to(site).as_posix() for path in (site / code).rglob("*") if path.is_file()}
        assert {name.partition("?")[0] for name in files[code]} == paths
        pages = "".join(path.read_text(encoding="utf-8") for path in (site / code).rglob("*.html"))
        for name in files[code]:
            assert "?h=" not in name or name.removeprefix(f"{code}/") in pages


def test_what_all_languages_share_includes_what_its_pages_ask_for(site):
    asked = shared_files(site)
    assert {"index.html", "offline.html", "trust.js"} < set(asked)
    assert any(name.startswith("en/assets/ktc/base.css?h=") for name in asked)
    assert all((site / name.partition("?")[0]).is_file() for name in asked)


def test_a_build_has_another_name_when_a_reader_gets_another_byte(site, course, tmp_path):
    page = tmp_path / "en" / "index.html"
    page.parent.mkdir()
    page.write_text("a", encoding="utf-8")
    first = build_id(tmp_path, {"en": language_files(tmp_path, "en")})
    assert first == build_id(tmp_path, {"en": language_files(tmp_path, "en")})
    page.write_text("b", encoding="utf-8")
    assert first != build_id(tmp_path, {"en": language_files(tmp_path, "en")})


def test_manifests_lead_into_their_own_language_and_name_icons_of_the_right_size(site, course):
    for code in course.language_codes:
        manifest = json.loads((site / code / "manifest.webmanifest").read_text(encoding="utf-8"))
        assert (site / code / manifest["start_url"]).is_file()
        assert (site / code / manifest["scope"]).resolve() == site.resolve()
        assert len(manifest["icons"]) == len(ICONS)
        for icon in manifest["icons"]:
            head = (site / code / icon["src"]).read_bytes()[:24]
            assert "{}x{}".format(*struct.unpack(">II", head[16:24])) == icon["sizes"]


def test_pictures_are_drawn_from_the_drawing_of_the_favicon(course):
    root = course.root / "overrides"
    drawing = re.search(r"<path.*", (root / "assets/images/favicon.svg").read_text(encoding="utf-8"))[0]
    for name in ("icon.svg", "mask.svg"):
        assert drawing in (root / "root/icons" / name).read_text(encoding="utf-8")


def test_the_digest_of_an_address_is_that_of_its_file(site):
    for name in listed(site)["en"]:
        path, _, stamp = name.partition("?h=")
        assert not stamp or stamp == digest(site / path)
