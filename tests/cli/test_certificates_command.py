"""`ktc certificates`: an officer's whole way, each command as a program, and errors that a person understands."""

import json
import os
import subprocess
import sys
import time

import pytest

from certificates import verify
from tests.places import ROOT

WORDS = "three words of a sentence"


def run(*words: object, at=ROOT, passphrase: str = WORDS):
    env = {**os.environ, "KTC_PASSPHRASE": passphrase, "PYTHONPATH": str(ROOT), "COLUMNS": "120"}
    command = [sys.executable, "-m", "ktc", "certificates", *map(str, words)]
    return subprocess.run(command, cwd=at, env=env, capture_output=True, encoding="utf-8", timeout=120)


def said(*words: object, **more) -> str:
    done = run(*words, **more)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def refused(*words: object, **more) -> str:
    done = run(*words, **more)
    assert done.returncode not in (0, None)
    assert "Traceback" not in done.stderr
    return done.stderr


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("section") / "kisumu"
    said("keygen", made, "--site", "https://ktc.example/code", "--short", "kisumu", "--name", "Kisumu Section")
    return made


@pytest.fixture(scope="module")
def links(tmp_path_factory):
    """Records that pass the project's own check: Amina's from an Arabic page, Juma's bare."""
    path = next((ROOT / "quizzes" / "editions").glob("*.json"))
    key, drawn = json.loads(path.read_text(encoding="utf-8"))["key"], []
    for rule in key["draw"]:
        drawn += [i for i, q in enumerate(key["questions"]) if q["topic"] == rule["topic"]][: rule["count"]]
    answers = [[index, "".join(key["questions"][index]["right"])] for index in sorted(drawn)]
    found = []
    for name in ("Amina", "Juma"):
        fields = {"edition": path.stem, "finished": int(time.time()) - 60, "nonce": verify.b64(os.urandom(16)),
                  "session": "KIS1", "name": name, "answers": answers}  # fmt: skip
        found.append(verify.encode_record(fields))
    file = tmp_path_factory.mktemp("in") / "links.txt"
    file.write_text(f"https://ktc.example/code/ar/verify/index.html#r={found[0]}\n#r={found[1]}\n", encoding="utf-8")
    return file


def test_the_way_of_an_officer(folder, links, tmp_path):
    assert "2 records: 2 passed, 0 refused" in said("collect", links, "--to", tmp_path / "table.csv")
    assert "2 signed, 0 signed before, 0 refused" in said("sign", folder, tmp_path / "table.csv")
    assert "0 signed, 2 signed before, 0 refused" in said("sign", folder, links, "--no-pages")
    files = sorted((folder / "certificates").iterdir())
    assert [path.suffix for path in files] == [".html", ".json"] * 2
    pages = [path.read_text(encoding="utf-8") for path in files if path.suffix == ".html"]
    assert sorted(page.partition('<html lang="')[2][:2] for page in pages) == ["ar", "en"]
    site = tmp_path / "site"
    (site / "issuers").mkdir(parents=True)
    (folder / "publish").rename(site / "issuers" / "kisumu")
    (site / "issuers" / "kisumu").rename(folder / "publish")
    shown = said("show", files[1])
    assert "unknown-issuer" in shown and "did:web:ktc.example:code:issuers:kisumu" in shown
    assert "1 revoked, 0 were before" in said("revoke", folder, files[1], "--reason", "a test")
    assert "0 revoked, 1 were before" in said("revoke", folder, files[1].stem, "--reason", "a test")
    assert "1 places revoked, good for 30 days" in said("status", "publish", folder, "--days", 30)


def test_a_leaked_key_and_what_it_signed(folder, links):
    said("sign", folder, links, "--no-pages")
    assert "certificates become void" in said("keygen", folder, "--leaked", "--yes")
    assert "signed, " in said("sign", folder, "--again", "--no-pages")
    keys = json.loads((folder / "publish" / "issuer.json").read_text(encoding="utf-8"))["keys"]
    assert [bool(life["compromised"]) for life in keys] == [True, False]


def test_what_goes_wrong_is_said_with_its_remedy(folder, links, tmp_path):
    assert "this section has a key" in refused("keygen", folder)
    assert "needs --site, --short and --name" in refused("keygen", tmp_path / "new")
    assert "no place in the site's own folder" in refused(
        "keygen", ROOT / "new", "--site", "https://a.example", "--short", "a", "--name", "A")  # fmt: skip
    assert not (ROOT / "new").exists()
    assert "makes no issuer address" in refused(
        "keygen", tmp_path / "new", "--site", "ftp://x", "--short", "a", "--name", "A")  # fmt: skip
    assert "wrong passphrase" in refused("sign", folder, links, passphrase="other words of a sentence")
    assert "no section's folder" in refused("sign", tmp_path, links)
    assert "has not signed such a certificate" in refused("revoke", folder, "5884117e", "--reason", "x")
    assert "Missing argument" in refused("collect")
    assert "fewer than 12" in refused("keygen", tmp_path / "new", "--site", "https://a.example", "--short", "a",
                                      "--name", "A", passphrase="short")  # fmt: skip


@pytest.mark.parametrize(
    "command", ["", "keygen", "collect", "sign", "revoke", "status", "status publish", "trust check", "show"]
)
def test_every_command_has_help(command):
    assert "Usage: " in said(*command.split(), "--help")


def test_the_project_trusts_its_sections():
    assert "0 findings" in said("trust", "check")


def test_after_a_leak_the_files_hold_the_new_signatures(folder, links):
    said("sign", folder, links, "--no-pages")
    before = {path.name: path.read_text(encoding="utf-8") for path in (folder / "certificates").glob("*.json")}
    said("keygen", folder, "--leaked", "--yes")
    assert "written again" not in said("sign", folder, "--again", "--no-pages")
    after = {path.name: path.read_text(encoding="utf-8") for path in (folder / "certificates").glob("*.json")}
    fresh = [text for name, text in after.items() if text != before[name]]
    key = json.loads((folder / "publish" / "issuer.json").read_text(encoding="utf-8"))["keys"][-1]["multibase"]
    assert before.keys() == after.keys()
    assert fresh and all(f"#{key}" in text for text in fresh)
