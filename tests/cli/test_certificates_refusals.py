"""What an officer may do by mistake: each is refused in words, before anything is lost, signed or published."""

import csv
import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from certificates import keys, proofs, section, verify
from certificates.ledger import Ledger
from ktc.assembly.trust import assert_publishable
from ktc.cli import certificates as cli
from ktc.errors import BuildError
from tests.cli.test_certificates_command import WORDS
from tests.cli.test_certificates_command import links as records  # a fixture  # noqa: F401
from tests.places import ROOT

NEW = ("--site", "https://ktc.example/code", "--short", "kisumu", "--name", "Kisumu Section")
NUMBER = "0d43ea92-7279-8358-8ac0-061a006f0242"


def run(*words: object, passphrase: str | None = WORDS) -> Result:
    env = {"KTC_PASSPHRASE": passphrase}
    return CliRunner().invoke(cli.certificates, list(map(str, words)), env=env)


def done(*words: object) -> str:
    told = run(*words)
    assert told.exit_code == 0, f"{told.output}{told.exception!r}"
    return told.output


def refused(*words: object, **more) -> str:
    told = run(*words, **more)
    assert told.exit_code != 0, told.output
    assert isinstance(told.exception, cli.KtcError | SystemExit), repr(told.exception)
    return f"{told.output}{told.exception}"


@pytest.fixture
def folder(tmp_path) -> Path:
    done("keygen", tmp_path / "kisumu", *NEW)
    return tmp_path / "kisumu"


@pytest.fixture
def signed(folder, records) -> Path:  # noqa: F811
    done("sign", folder, records, "--no-pages")
    return folder


def lives(folder: Path) -> list[dict]:
    return json.loads((folder / "publish" / "issuer.json").read_text(encoding="utf-8"))["keys"]


def forge(folder: Path, index: str, given_id: str) -> Path:
    """A certificate that a thief signs with the section's key."""
    made = section.load(folder)
    true = verify.decode_credential(next((folder / "certificates").glob("*.json")).read_text(encoding="utf-8").strip())
    key = keys.load(made.key_file(), WORDS)
    path = folder.parent / "forgery.json"
    path.write_text(verify.compose(proofs.sign({**true, "id": given_id, "index": index}, key)), encoding="utf-8")
    return path


# -- leaks and forgeries


def test_a_leak_marks_every_key(signed):
    done("keygen", signed, "--replace")
    told = done("keygen", signed, "--leaked", "--yes")
    assert "2 certificates become void" in told
    assert [bool(life["compromised"]) for life in lives(signed)] == [True, True, False]
    assert "2 signed" in done("sign", signed, "--again", "--no-pages")


def test_a_leak_is_asked_about_and_is_no_change_of_key(signed):
    before = lives(signed)
    assert "become void" in run("keygen", signed, "--leaked").output
    assert "contradict" in refused("keygen", signed, "--replace", "--leaked")
    assert lives(signed) == before


def test_a_forgery_with_our_key_is_revoked_by_its_file(signed):
    with Ledger(signed / "ledger.jsonl") as book:
        taken = book.places()
    free = str(min(set(range(9)) - taken))
    forgery = forge(signed, free, f"urn:uuid:{NUMBER}")
    assert "1 revoked" in done("revoke", signed, forgery, "--reason", "forged")
    assert "0 revoked, 1 were before" in done("revoke", signed, forgery, "--reason", "forged")
    assert "1 places revoked" in done("status", "publish", signed)
    with Ledger(signed / "ledger.jsonl") as book:
        assert book.revoked_places() == [int(free)]


def test_a_forgery_in_a_good_place_tells_of_the_leak(signed):
    with Ledger(signed / "ledger.jsonl") as book:
        place = str(min(book.places()))
    forgery = forge(signed, place, f"urn:uuid:{NUMBER}")
    assert "your key has leaked" in refused("revoke", signed, forgery, "--reason", "forged")


def test_what_is_no_certificate_is_not_revoked(signed, tmp_path):
    (tmp_path / "photo.jpg").write_bytes(bytes(range(256)) * 9)
    for given in (tmp_path, tmp_path / "photo.jpg"):
        assert "not one signed certificate" in refused("revoke", signed, given, "--reason", "x")


# -- what may be published


@pytest.fixture
def site(signed, tmp_path) -> Path:
    (tmp_path / "site" / "issuers").mkdir(parents=True)
    (tmp_path / "site" / "issuers" / "README.md").write_text("Sections", encoding="utf-8")
    (signed / "publish").rename(tmp_path / "site" / "issuers" / "kisumu")
    return tmp_path / "site"


def test_a_whole_folder_may_be_published(site):
    assert_publishable(site)


def damage(site: Path) -> None:
    (site / "issuers" / "kisumu" / "issuer.json").write_text("{", encoding="utf-8")


def put(name: str):
    def spoil(site: Path) -> None:
        (site / "issuers" / name).parent.mkdir(parents=True, exist_ok=True)
        (site / "issuers" / name).write_text("x", encoding="utf-8")

    return spoil


@pytest.mark.parametrize(("spoil", "message"), [
    (put("kisumu/ledger.jsonl"), "kisumu/ledger.jsonl: this file has no place here"),
    (put("kisumu/section.json"), "kisumu/section.json: this file has no place here"),
    (put("kisumu/templates/deep/key.pem"), "deep/key.pem: a private key must never be published"),
    (put("key.pem"), "issuers/key.pem: a private key must never be published"),
    (put("lyon/did.json"), "lyon/issuer.json: missing"),
    (damage, "kisumu/issuer.json: cannot be used: missing or damaged"),
    (lambda site: (site / "issuers/kisumu").rename(site / "issuers/lyon"), "it is the section kisumu"),
    (lambda site: (site / "issuers/kisumu").rename(site / "issuers/demo"), "that of the demonstration"),
])  # fmt: skip
def test_the_build_and_the_check_stop_at_what_may_not_be_published(site, monkeypatch, spoil, message):
    spoil(site)
    with pytest.raises(BuildError) as stopped:
        assert_publishable(site)
    monkeypatch.setattr(cli, "ROOT", site)
    told = run("trust", "check")
    assert message in str(stopped.value) and message in told.output
    assert told.exit_code == 1
    assert "TrustError" not in told.output


def test_missing_templates_are_told(site, monkeypatch):
    for path in (site / "issuers" / "kisumu" / "templates").iterdir():
        path.unlink()
    (site / "issuers" / "kisumu" / "templates").rmdir()
    monkeypatch.setattr(cli, "ROOT", site)
    assert "kisumu/templates: missing" in run("trust", "check").output


# -- what was lost


@pytest.mark.parametrize("words", [("sign", None, "records"), ("revoke", None, NUMBER, "--reason", "x"),
                                   ("status", "publish", None)])  # fmt: skip
@pytest.mark.parametrize(
    ("lost", "message"), [("ledger.jsonl", "restore the ledger"), ("publish", "restore the folder")]
)
def test_nothing_is_signed_without_ledger_or_keys(signed, records, words, lost, message):  # noqa: F811
    (signed / lost).rename(signed / "elsewhere")
    given = [{None: signed, "records": records}.get(word, word) for word in words]
    assert message in refused(*given)
    assert not (signed / lost).exists()


def test_a_ledger_that_forgot_a_withdrawal_is_refused(signed, records):  # noqa: F811
    before = (signed / "ledger.jsonl").read_bytes()
    done("revoke", signed, next((signed / "certificates").glob("*.json")), "--reason", "x")
    (signed / "ledger.jsonl").write_bytes(before)
    assert "1 certificates are revoked in the published list" in refused("status", "publish", signed)
    assert "1 certificates are revoked in the published list" in refused("sign", signed, records)


def test_nothing_private_lies_in_the_project(signed, records, monkeypatch):  # noqa: F811
    table = signed / "table.csv"
    monkeypatch.setattr(cli, "ROOT", signed.parent)
    for words in (("sign", signed, records), ("revoke", signed, NUMBER, "--reason", "x"),
                  ("status", "publish", signed), ("collect", records, "--to", table)):  # fmt: skip
        assert "no place in the site's own folder" in refused(*words)
    assert not table.exists()


# -- what is given to collect, keygen and sign


def test_places_that_are_not_there(folder, records, tmp_path):  # noqa: F811
    assert "no such folder" in refused("collect", records, "--to", tmp_path / "none" / "table.csv")
    assert "no such file or folder" in refused("collect", tmp_path / "none")
    assert "no such file or folder" in refused("sign", folder, tmp_path / "none")
    assert "this is a file" in refused("keygen", records, *NEW)
    assert "demonstration" in refused("keygen", tmp_path / "x", *NEW[:2], "--short", "demo", "--name", "D")
    assert "makes no issuer" in refused("keygen", tmp_path / "x", "--site", "ktc.example", *NEW[2:])


def test_a_new_key_tells_the_next_steps(tmp_path):
    told = done("keygen", tmp_path / "kisumu", *NEW)
    steps = ["status publish", "mkdir -p issuers/kisumu", "cp -r", "trust check", "make build"]
    assert [told.find(step) for step in steps] == sorted(told.find(step) for step in steps)
    assert -1 not in [told.find(step) for step in steps]


def table(folder: Path, records: Path, change) -> Path:  # noqa: F811
    path = folder.parent / "table.csv"
    done("collect", records, "--to", path)
    path.write_bytes(change(path.read_bytes().decode()).encode())
    return path


def test_a_name_cannot_be_changed_in_the_table(folder, records):  # noqa: F811
    path = table(folder, records, lambda text: text.replace('"Juma"', '"Juma O."').replace('","', '";"'))
    told = done("sign", folder, path, "--no-pages")
    assert "1 signed, 0 signed before, 1 refused" in told
    assert "by the learner making a new record" in told
    assert "line 3" in told and records.name in told and '"Juma"' in told


def test_nothing_to_sign_is_said_before_the_passphrase(folder, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "photo.jpg").write_bytes(os.urandom(3000))
    done("collect", tmp_path / "in", "--to", tmp_path / "table.csv")
    (head, line) = csv.reader((tmp_path / "table.csv").read_text(encoding="utf-8-sig").splitlines())
    assert (line[0], line[-1]) == ("refused", "")
    for given in ("in", "table.csv"):
        told = refused("sign", folder, tmp_path / given, passphrase="a wrong one of them")
        assert "nothing to sign" in told and "photo.jpg" in told
    assert "nothing to sign" in refused("sign", folder)


def test_what_was_withdrawn_is_not_signed_again(signed, records):  # noqa: F811
    done("revoke", signed, next((signed / "certificates").glob("*.json")), "--reason", "x")
    done("keygen", signed, "--leaked", "--yes")
    told = done("sign", signed, records, "--no-pages")
    assert "1 signed, 0 signed before, 1 refused" in told and "withdrawn" in told


def test_the_demonstration_is_not_signed(folder):
    from ktc.assembly.examples import record

    path = next((ROOT / "quizzes" / "editions").glob("*.json"))
    payload = record(path.stem, json.loads(path.read_text(encoding="utf-8")))["valid"]
    assert "example of the verify page" in refused("sign", folder, f"#r={payload}")


def test_the_index_tells_whose_the_files_are(signed):
    lines = list(csv.DictReader((signed / "index.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [(line["name"], line["session"]) for line in lines] == [("Amina", "KIS1"), ("Juma", "KIS1")]
    assert {f"{line['number']}.json" for line in lines} == {path.name for path in (signed / "certificates").iterdir()}
