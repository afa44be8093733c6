"""Signing a batch: once each, the same again, and nothing lost or doubled whenever it is killed."""

import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest

from certificates import ledger, section, sign, verify
from certificates.errors import CertificateError
from certificates.ledger import Ledger
from tests.certificates import forge
from tests.certificates.issuer import Issuer, record
from tests.certificates.vectors import NOW, ROOT


@pytest.fixture
def issuer(tmp_path) -> Issuer:
    return Issuer(tmp_path / "kisumu")


def lines(issuer: Issuer) -> list[dict]:
    return [json.loads(line) for line in issuer.section.ledger.read_text(encoding="utf-8").splitlines()]


def test_what_is_signed_is_valid_as_file_and_as_qr_code(issuer):
    issuer.sign(record("Amina"), record("آمنة"), record(""))
    trust = issuer.trust()
    for text in issuer.files().values():
        result = verify.check(text, trust, NOW)
        assert (result["verdict"], result["reason"]) == ("valid", "")
        values = verify.decode_credential(text.strip())
        template = {part: values[part] for part in verify.TEMPLATE}
        short = "#c=" + verify.encode_short(verify.template_id(template), values)
        assert verify.check(short, trust, NOW) == result
    assert len(issuer.files()) == 3


def test_signing_again_signs_nothing_and_changes_nothing(issuer):
    links = [record("Amina"), record("Juma")]
    first = issuer.sign(*links)
    before, book = issuer.files(), lines(issuer)
    second = issuer.sign(*links, record("Zoë"))
    assert ((first.signed, first.before), (second.signed, second.before)) == ((2, 0), (1, 2))
    assert {name: issuer.files()[name] for name in before} == before
    assert lines(issuer)[:2] == book


def test_the_id_comes_from_the_record_and_the_place_from_chance(tmp_path):
    link, places = record(), set()
    for town in "abc":
        issuer = Issuer(tmp_path / town)
        issuer.sign(link)
        (entry,) = lines(issuer)
        assert entry["id"] == verify.uuid8(link.partition("#r=")[2].encode())
        places.add(entry["index"])
    assert len(places) > 1


def test_what_does_not_pass_is_not_signed(issuer):
    failed = record(answers=((0, "a"), (1, "a"), (3, "a")))
    outcome = issuer.sign(failed, record("Amina", nonce=bytes(16)), record("Mallory", nonce=bytes(16)))
    assert (outcome.signed, [row.reason for row in outcome.refused]) == (0, ["below-pass-mark"] + ["nonce-reused"] * 2)
    assert issuer.files() == {}


def test_a_new_key_signs_what_the_old_one_had(tmp_path):
    issuer, link = Issuer(tmp_path / "kisumu"), record()
    issuer.sign(link)
    again = Issuer(tmp_path / "kisumu", "another key")
    outcome = again.sign(link)
    assert outcome.signed == 1
    assert {entry["key"] for entry in lines(again)} == {issuer.section.key, again.section.key}
    assert len({entry["index"] for entry in lines(again)}) == 2


def test_templates_are_kept_and_never_changed(issuer):
    issuer.sign(record())
    (path,) = (issuer.section.publish / "templates").iterdir()
    before = path.read_bytes()
    issuer.sign(record("Juma"))
    assert path.read_bytes() == before
    assert verify.template_id(json.loads(before)) == path.stem


def test_a_file_that_was_lost_is_written_again_from_the_ledger(issuer):
    issuer.sign(record(), record("Juma"))
    before = issuer.files()
    lost = next((issuer.section.folder / "certificates").glob("*.json"))
    lost.unlink()
    (lost.parent / f".{lost.name}.unfinished").write_text("{", encoding="utf-8")
    assert issuer.sign().mended == 1
    assert issuer.files() == before
    assert not list(lost.parent.glob(".*"))


def test_a_line_that_was_cut_off_is_dropped_and_one_that_is_damaged_stops(issuer):
    issuer.sign(record(), record("Juma"))
    whole = issuer.section.ledger.read_bytes()
    issuer.section.ledger.write_bytes(whole + whole[:50])
    with Ledger(issuer.section.ledger) as book:
        assert len(book.signed) == 2
    assert issuer.section.ledger.read_bytes() == whole
    issuer.section.ledger.write_bytes(whole.replace(b'"payload"', b'"pay', 1))
    with pytest.raises(CertificateError, match=r"ledger\.jsonl:1: this line of the ledger is damaged"):
        Ledger(issuer.section.ledger).__enter__()


def test_two_programs_do_not_use_one_ledger(issuer):
    with (
        Ledger(issuer.section.ledger),
        pytest.raises(CertificateError, match="another program"),
    ):
        Ledger(issuer.section.ledger).__enter__()


PROGRAM = """
import sys
from pathlib import Path
from tests.certificates.issuer import Issuer
issuer = Issuer.__new__(Issuer)
from certificates import section, sign
from tests.certificates import forge
issuer.key, issuer.section = forge.key_of("issuer"), section.load(Path(sys.argv[1]))
sign.BLOCK = 4
print("ready", flush=True)
issuer.sign(sys.argv[2], write=lambda found: None)
"""


def test_kill_9_at_any_moment_loses_nothing_and_signs_nothing_twice(issuer, tmp_path):
    (tmp_path / "links.txt").write_text("\n".join(record(f"Member {'abcdefghij'[n % 10]}") for n in range(120)))
    command = [sys.executable, "-c", PROGRAM, issuer.section.folder, tmp_path / "links.txt"]
    chance, given_out, killed = random.Random(5), {}, 0
    for _ in range(12):
        process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}
        )
        process.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.12))
        process.send_signal(signal.SIGKILL)
        killed += process.wait() == -signal.SIGKILL
        now = issuer.files()
        assert {name: now.get(name) for name in given_out} == given_out, "a certificate that was there has changed"
        given_out = now
    assert killed, "it was never killed in time"
    outcome = issuer.sign(str(tmp_path / "links.txt"))
    entries = lines(issuer)
    assert outcome.signed + outcome.before == 120
    assert len({entry["id"] for entry in entries}) == len({entry["index"] for entry in entries}) == len(entries) == 120
    assert {name: issuer.files()[name] for name in given_out} == given_out
    trust = issuer.trust()
    assert {verify.check(text, trust, NOW)["verdict"] for text in issuer.files().values()} == {"valid"}
    assert len(issuer.files()) == 120


def test_lines_are_on_the_disk_before_a_file_is_written(monkeypatch, issuer):
    """A power failure is worse than kill -9: what is not on the disk is gone."""
    steps, fsync = [], os.fsync
    monkeypatch.setattr(ledger.os, "fsync", lambda handle: (steps.append("disk"), fsync(handle)))
    issuer.sign(record(), write=lambda found: steps.append("files") if found else None)
    assert steps[: steps.index("files")].count("disk") == 2  # the template, the ledger


def test_a_full_status_list_says_so(monkeypatch, issuer):
    monkeypatch.setattr(sign.credential, "LIST_LENGTH", 1)
    issuer.sign(record())
    with pytest.raises(CertificateError, match="status list is full"):
        issuer.sign(record("Juma"))


def test_the_folder_of_a_section_says_what_is_wrong_with_it(tmp_path):
    with pytest.raises(CertificateError, match="no section's folder"):
        section.load(tmp_path)
    with pytest.raises(CertificateError, match="makes no issuer address"):
        section.did_of("http://Example.org", "kenya")
    assert (
        section.did_of("https://example.org:8443/a/code/", "kenya") == "did:web:example.org%3A8443:a:code:issuers:kenya"
    )
    assert section.did_address("did:web:example.org%3A8443:a:issuers:kenya") == (
        "https://example.org:8443/a/issuers/kenya/did.json")  # fmt: skip


def test_templates_refuse_what_cannot_be_signed():
    with pytest.raises(CertificateError, match="issuer name"):
        forge.template(issuer_name="Kisumu\u202e")
    assert forge.template(title="Zoe\u0308")["title"] == "Zoë"
