"""Collecting: what counts once, what is refused, and a table that is safe to open and can be signed."""

import csv
import io

import pytest

from certificates import collect, table
from certificates.ledger import Ledger
from tests.certificates import forge
from tests.certificates.issuer import TRUST, record
from tests.certificates.vectors import NOW


def rows(*given: str, known=None) -> list[collect.Row]:
    return collect.collect(given, TRUST, NOW, known)


def test_links_files_and_texts_with_many_links(tmp_path):
    (tmp_path / "a.txt").write_text(f"Amina <{record()}>\nJuma: {record('Juma')}.", encoding="utf-8")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c.txt").write_text(record("Zoë"), encoding="utf-8")
    found = rows(str(tmp_path), record("Ñandú"))
    assert [row.certificate["name"] for row in found] == ["Amina", "Juma", "Zoë", "Ñandú"]
    assert {row.reason for row in found} == {""}
    assert {row.language for row in found} == {"en"}


def test_the_same_record_twice_counts_once():
    link = record()
    assert [row.reason for row in rows(link, link.partition("#r=")[2], "#r=" + link.partition("#r=")[2])] == [
        "", "duplicate", "duplicate"]  # fmt: skip


@pytest.mark.parametrize("other", [{"name": "Mallory"}, {"answers": ((0, "b"), (1, "ac"), (4, "bc"))}])
def test_one_random_number_under_another_name_refuses_both(other):
    both = [record("Amina", nonce=bytes(16)), record(**{"name": "Amina", "nonce": bytes(16), **other})]
    assert [row.reason for row in rows(*both)] == ["nonce-reused"] * 2
    assert all("another name" in row.why for row in rows(*both))


def test_a_random_number_that_was_signed_under_another_name_is_refused():
    first, second = record("Amina", nonce=bytes(16)), record("Mallory", nonce=bytes(16))
    known = {"A" * 22: first.partition("#r=")[2]}
    assert [row.reason for row in rows(second, known=known)] == ["nonce-reused"]
    assert [row.reason for row in rows(first, known=known)] == [""]


def test_what_does_not_pass_is_in_the_table_with_its_reason(tmp_path):
    failed = record(answers=((0, "a"), (1, "a"), (3, "a")))
    found = rows(failed, forge.text(), "#c=x", str(tmp_path / "none"))
    assert [row.reason for row in found[:1]] == ["below-pass-mark"]
    (tmp_path / "signed.json").write_text(forge.text(), encoding="utf-8")
    assert [row.reason for row in rows(str(tmp_path / "signed.json"))] == ["signed-already"]
    assert [row.reason for row in rows(str(tmp_path / "none"))] == ["no-such-file"]


def test_no_cell_of_the_table_is_a_formula(tmp_path):
    (tmp_path / "=cmd.txt").write_text(record(), encoding="utf-8")
    spoiled = collect.Row("=1+1", "@SUM(A1)", "not-a-certificate")
    text = collect.as_table([*rows(str(tmp_path)), spoiled])
    lines = list(csv.reader(io.StringIO(text.lstrip("\ufeff"))))
    assert [cell for line in lines for cell in line if cell[:1] in "=+-@"] == [""] * sum(
        cell == "" for line in lines for cell in line
    )
    assert lines[2][-2:] == ["'=1+1", ""], "what is no record does not land in the table"
    assert table.cell('a"b;=1') == '"a""b;\'=1"'


def test_the_table_can_be_read_again_without_a_line_that_was_taken_out(tmp_path):
    found = rows(record("Amina, the first"), record("Juma"), record())
    lines = collect.as_table(found).splitlines(keepends=True)
    (tmp_path / "table.csv").write_text("".join(lines[:2] + lines[3:]), encoding="utf-8")
    again = rows(str(tmp_path / "table.csv"))
    assert [row.payload for row in again] == [found[0].payload, found[2].payload]
    assert [row.language for row in again] == ["en", "en"]


def test_a_folder_deeper_than_any_needs_no_more_memory(tmp_path):
    deep = tmp_path
    for number in range(60):
        deep = deep / str(number)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text(record(), encoding="utf-8")
    assert [row.reason for row in rows(str(tmp_path))] == [""]


def test_the_ledger_knows_the_random_numbers(tmp_path):
    with Ledger(tmp_path / "ledger.jsonl") as book:
        assert book.nonces == {}
