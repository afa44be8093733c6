"""The HTML of every page as the Nu checker reads it: no error, no warning."""

import json
import re
import subprocess

import pytest

from ktc import judges

# The checker takes the hashes of this policy for missing ones, and warns.
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


def messages(folder) -> list[str]:
    """What the checker says about every page below a folder: place, kind, words, markup."""
    pages = sorted(map(str, folder.rglob("*.html")))
    assert pages
    command = judges.nu("--format", "json", "--stdout", "--exit-zero-always", *pages)
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stderr
    return [_line(folder, message) for message in json.loads(run.stdout)["messages"]]


def _line(folder, message: dict) -> str:
    place = message.get("url", "").removeprefix("file:").removeprefix(str(folder) + "/")
    kind = message.get("subType", message["type"])
    return f"{place}:{message.get('lastLine', 0)} {kind}: {message['message']} | {message.get('extract', '')!r}"


@pytest.fixture(scope="module")
def pages(site, tmp_path_factory):
    """The pages alone, without their policy."""
    folder = tmp_path_factory.mktemp("pages")
    for path in site.rglob("*.html"):
        copy = folder / path.relative_to(site)
        copy.parent.mkdir(parents=True, exist_ok=True)
        html, count = POLICY.subn("", path.read_text(encoding="utf-8"))
        assert count == 1, path
        copy.write_text(html, encoding="utf-8")
    return folder


def test_every_page_is_html_without_error_or_warning(pages):
    assert messages(pages) == []
