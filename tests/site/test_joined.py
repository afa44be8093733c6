"""What stands beside the languages: chooser, trust file, script, build info, sitemap."""

import json
import re
import subprocess
import sys

from ktc.assembly.join import sitemap


def test_the_root_lets_the_reader_choose_a_language_without_script(site):
    html = (site / "index.html").read_text(encoding="utf-8")
    assert "<script" not in html
    for code in ("en", "fr", "es", "ar", "sw"):
        assert f'href="{code}/index.html"' in html
    assert 'lang="ar" dir="rtl"' in html


def test_trust_js_holds_exactly_what_trust_json_holds(site):
    script = (site / "trust.js").read_text(encoding="utf-8")
    data = json.loads(re.fullmatch(r"ktc\.trust=(.*);\n", script, re.S)[1])
    assert data == json.loads((site / "trust.json").read_text(encoding="utf-8"))


def test_the_trust_file_holds_the_current_edition_and_its_titles(site, course):
    trust = json.loads((site / "trust.json").read_text(encoding="utf-8"))
    edition = trust["editions"][course.edition("intl-members-final")]
    assert set(edition["title"]) == {"en", "fr", "es", "ar", "sw"}
    assert len(edition["key"]["questions"]) >= 18


def test_the_published_script_runs_beside_its_trust_file(site):
    command = [sys.executable, "-I", "verify.py", "-"]
    run = subprocess.run(command, cwd=site, input="nonsense", capture_output=True, text=True)
    assert run.returncode == 1
    assert "not-a-certificate" in run.stdout
    assert "Traceback" not in run.stderr


def test_build_info_names_version_commit_and_editions(site, course):
    info = json.loads((site / "build-info.json").read_text(encoding="utf-8"))
    assert info["editions"] == {id: course.edition(id) for id in ("intl-members-final", "ke-members-final")}
    assert info["version"]


def test_without_an_address_there_is_no_sitemap_and_with_one_it_names_every_language(site, course):
    assert not (site / "sitemap.xml").exists()
    text = sitemap(course, site, "https://example.org/code/")
    assert "<loc>https://example.org/code/ar/index.html</loc>" in text
    assert 'hreflang="sw" href="https://example.org/code/sw/index.html"' in text
