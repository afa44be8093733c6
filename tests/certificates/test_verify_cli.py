"""The command line of verify.py: a lone copy, run apart from the project, on everything a trainer may hand it."""

import json
from pathlib import Path

import pytest

from certificates import verify
from tests.certificates.vectors import BAD, load, text_of, trust

VECTORS = {vector["name"]: vector for vector in load("verdicts")["vectors"]}
GOOD = VECTORS["a link to a record that reaches the pass mark"]["text"]
ARABIC = VECTORS["a name in Arabic"]["text"]
FAILED = VECTORS["one right of three"]["text"]
FUTURE = VECTORS["finished 301 seconds after the checker's clock"]["text"]


def test_a_link_gives_one_line_that_says_it_all(copy):
    done = copy.run(GOOD)
    assert done.stdout == (
        "https://ktc.example/en/v…ODw.KIS1.QW1pbmE.0b1ac3c: "
        'SELF-RECORDED · "Amina" · Colours and forms · 3 of 3 right · 2026-11-21 10:00:00Z · session KIS1\n'
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_refusal_gives_the_reason_and_what_to_do(copy):
    meaning, remedy = verify.MESSAGES["below-pass-mark"]
    assert f"below-pass-mark: {meaning} {remedy}\n" in copy.run(FAILED).stdout


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ((GOOD,), 0),
        ((GOOD, ARABIC), 0),
        ((FAILED,), 1),
        ((FUTURE,), 3),
        (("no-such-file",), 2),
        ((GOOD, FUTURE), 3),
        ((GOOD, FUTURE, FAILED), 1),
        ((GOOD, FUTURE, FAILED, "no-such-file"), 2),
        (("--require", "signed", GOOD), 1),
        (("--require", "signed", FUTURE), 3),
        (("--unknown-option", GOOD), 2),
        ((), 2),
    ],
)
def test_exit_status(copy, given, status):
    done = copy.run(*given)
    assert done.returncode == status
    assert "Traceback" not in done.stderr


def test_every_verdict_vector_gives_the_same_from_a_file(copy):
    """Files, read in one run: each gives the object of the vectors, where its text is one candidate."""
    chosen = [v for v in VECTORS.values() if "language" not in v and verify.candidates(text_of(v)) == [text_of(v)]]
    for number, vector in enumerate(chosen):
        (copy.folder / f"{number:03}.txt").write_bytes(text_of(vector).encode())
    found = copy.lines(*[f"{number:03}.txt" for number in range(len(chosen))])
    assert [{part: line[part] for part in chosen[0]["expect"]} for line in found] == [v["expect"] for v in chosen]
    assert len(chosen) > 80


def test_a_folder_is_read_sorted_with_its_folders_and_without_what_is_ours(copy):
    for name in ("b.txt", "a/2.txt", "a/10.txt", "C.txt", ".hidden.txt", ".git/x.txt"):
        copy.file(name, GOOD)
    (copy.folder / "a" / "loop").symlink_to(copy.folder)
    names = [str(Path(line["file"]).relative_to(copy.folder)) for line in copy.lines(copy.folder)]
    assert names == ["C.txt", "a/10.txt", "a/2.txt", "b.txt"]


def test_the_bad_files_as_a_folder(copy):
    found = copy.lines(BAD)
    assert len(found) == len(list(BAD.glob("*.txt")))
    assert all(Path(line["file"]).stem.startswith(line["reason"]) for line in found)


def test_standard_input_with_many_links_numbers_them(copy):
    done = copy.run("-", stdin=f"Amina <{GOOD}>\nJuma {FAILED}.\n{FUTURE}\n")
    starts = [line.partition(" · ")[0] for line in done.stdout.splitlines()]
    assert starts == ["-: SELF-RECORDED", "- (2): INVALID", "- (3): UNDECIDED"]
    assert done.stderr == "3 checked: 0 valid, 1 self-recorded, 1 undecided, 1 invalid, 0 could-not-run\n"


def test_json_lines_name_the_file_and_the_place_in_it(copy):
    copy.file("links.txt", f"{GOOD} {FAILED}")
    first, second = copy.lines("links.txt")
    assert (first["file"], first["number"], second["number"]) == ("links.txt", 1, 2)
    assert list(first) == ["file", "number", "verdict", "reason", "checks", "certificate"]


def test_a_file_whose_name_looks_like_a_payload_is_a_file(copy):
    copy.file("2026.11.21.kisumu.group.a.txt", GOOD)
    assert copy.run("2026.11.21.kisumu.group.a.txt").returncode == 0


def test_a_link_longer_than_any_file_name_is_a_link(copy):
    result = copy.lines(GOOD + "3c" * 9000)[0]
    assert result["reason"] == "too-large"


def test_the_title_comes_in_the_language_asked_for(copy):
    assert "Couleurs et formes" in copy.run("--language", "fr", GOOD).stdout


def test_an_unreadable_file_does_not_stop_the_others(copy):
    done = copy.run("none.txt", GOOD)
    assert "none.txt: COULD-NOT-RUN · no-such-file" in done.stdout
    assert "SELF-RECORDED" in done.stdout
    assert done.returncode == 2


def test_a_folder_with_nothing_in_it_is_not_a_pass(copy):
    (copy.folder / "empty").mkdir()
    done = copy.run("empty")
    assert (done.returncode, done.stderr) == (2, "")
    assert done.stdout.startswith("empty: COULD-NOT-RUN · empty-folder: There is nothing in this folder.")


def test_without_a_trust_list_nothing_is_checked(copy):
    (copy.folder / "trust.json").unlink()
    done = copy.run(GOOD)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Put trust.json beside verify.py or give --trust FILE." in done.stderr


def test_a_damaged_edition_stops_everything(copy):
    copy.file("other.json", json.dumps(trust()).replace('"pass_mark": 66', '"pass_mark": 33'))
    done = copy.run("--trust", "other.json", GOOD)
    assert (done.returncode, done.stdout) == (2, "")
    assert "edition-damaged" in done.stderr and "Traceback" not in done.stderr


def test_help_lists_the_steps_and_the_exit_statuses(copy):
    shown = copy.run("--help").stdout
    assert all(f" {number} {step}" in shown for number, step in enumerate(verify.STEPS, 1))
    assert "3 undecided" in shown
