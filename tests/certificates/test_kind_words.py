"""What verify.py says to somebody who gives it the wrong thing: never that it is forged, and what to give instead."""

import random

import pytest

from certificates import verify
from tests.certificates.vectors import load

GOOD = next(v for v in load("verdicts")["vectors"] if v["expect"]["verdict"] == "self-recorded")["text"]
BYTES = random.Random(1).randbytes(400_000)
FILES = {
    "nothing.txt": b"",
    "spaces.txt": b" \r\n\t",
    "photo.jpg": b"\xff\xd8\xff\xe0" + BYTES,
    "small.png": b"\x89PNG" + BYTES[:5000],
    "marks.jpg": b"\xff\xd8" + b"".join(b"\xb7\x00#r=\x97\x03\xe9#c=\x80\n" for _ in range(3000)),
    "letter.txt": b"Dear all,\nthe session is at 10.\n",
    "page.html": b"<!DOCTYPE html>\n<p>Something else</p>\n",
    "other.json": b'{"members": [1, 2, 3]}',
    "list.json": b'{"type": ["Group"]}',
    "deep.json": b'{"a":' + b"[" * 5000,
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_holds_no_certificate_is_called_so(copy, name):
    (copy.folder / name).write_bytes(FILES[name])
    done = copy.run(name)
    assert done.stdout.startswith(f"{name}: NO CERTIFICATE · ")
    assert (done.returncode, done.stdout.count("\n"), done.stderr) == (1, 1, "")
    assert not {"INVALID", "altered", "forged"} & set(done.stdout.split())


@pytest.mark.parametrize(
    "given", ["garbage", "https://ktc.example/en/verify/index.html", "x" * 5000, "#", "kisumu.txt"]
)
def test_what_is_neither_a_file_nor_a_link_is_told_what_to_paste(copy, given):
    done = copy.run(given)
    assert f"COULD-NOT-RUN · no-such-file: {' '.join(verify.TROUBLE['no-such-file'])}" in done.stdout
    assert "whole link with all that follows the # sign" in done.stdout
    assert done.returncode == 2


def test_a_link_in_a_picture_counts_only_where_it_is_text(copy):
    """Bytes of a picture that look like the mark of a link are no link; a link that stands in it as text is one."""
    (copy.folder / "both.jpg").write_bytes(FILES["marks.jpg"] + f"\n{GOOD}\n".encode() + BYTES)
    assert copy.run("both.jpg").stdout.startswith("both.jpg: SELF-RECORDED")


def test_a_link_cut_off_is_damaged_not_forged(copy):
    done = copy.run(GOOD[:-30])
    assert "The link is cut off or damaged. Ask for the link again, copied whole." in done.stdout


def test_each_line_names_its_file_or_link(copy):
    copy.file("links.txt", f"{GOOD}\n{GOOD}")
    copy.file("one.txt", GOOD)
    starts = [line.partition(": ")[0] for line in copy.run("links.txt", "one.txt", GOOD).stdout.splitlines()]
    assert starts == ["links.txt", "links.txt (2)", "one.txt", f"{GOOD[:24]}…{GOOD[-24:]}"]
