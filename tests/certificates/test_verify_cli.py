"""The command line of verify.py: a lone copy, run apart from the project, on everything a trainer may hand it."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from vectors import BAD, NOW, ROOT, load, text_of, trust

from certificates import verify

VECTORS = {vector["name"]: vector for vector in load("verdicts")["vectors"]}
GOOD = VECTORS["a link to a record that reaches the pass mark"]["text"]
ARABIC = VECTORS["a name in Arabic"]["text"]
FAILED = VECTORS["one right of three"]["text"]
FUTURE = VECTORS["finished 301 seconds after the checker's clock"]["text"]


class Copy:
    """verify.py and trust.json alone in a folder, as somebody downloads them."""

    def __init__(self, folder: Path):
        self.folder = folder
        shutil.copy(ROOT / "certificates" / "verify.py", folder)
        self.file("trust.json", json.dumps(trust()))

    def command(self, *given: object, python: tuple = ("-I",)) -> list:
        return [sys.executable, *python, self.folder / "verify.py", "--now", str(NOW), *map(str, given)]

    def run(self, *given: object, stdin: str = "", python: tuple = ("-I",), env=None):
        return subprocess.run(self.command(*given, python=python), input=stdin, cwd=self.folder, env=env,
                              capture_output=True, encoding="utf-8", timeout=60)

    def lines(self, *given: object, **more) -> list[dict]:
        return [json.loads(line) for line in self.run("--json", *given, **more).stdout.splitlines()]

    def file(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path


@pytest.fixture
def copy(tmp_path) -> Copy:
    return Copy(tmp_path)


def test_a_link_gives_one_line_that_says_it_all(copy):
    done = copy.run(GOOD)
    assert done.stdout == ('SELF-RECORDED · "Amina" · Colours and forms · 3 of 3 right · 2026-11-21 10:00:00Z'
                           ' · session KIS1\n')
    assert (done.returncode, done.stderr) == (0, "")


def test_a_refusal_gives_the_reason_and_what_to_do(copy):
    meaning, remedy = verify.MESSAGES["below-pass-mark"]
    assert f"below-pass-mark: {meaning} {remedy}\n" in copy.run(FAILED).stdout


@pytest.mark.parametrize(("given", "status"), [
    ((GOOD,), 0), ((GOOD, ARABIC), 0), ((FAILED,), 1), ((FUTURE,), 3), (("no-such-file",), 2),
    ((GOOD, FUTURE), 3), ((GOOD, FUTURE, FAILED), 1), ((GOOD, FUTURE, FAILED, "no-such-file"), 2),
    (("--require", "signed", GOOD), 1), (("--require", "signed", FUTURE), 3), (("--unknown-option", GOOD), 2), ((), 2),
])
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
    assert done.stderr == "3 checked: 1 self-recorded, 1 undecided, 1 invalid, 0 could-not-run\n"


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
    assert "none.txt: COULD-NOT-RUN · unreadable" in done.stdout
    assert "SELF-RECORDED" in done.stdout
    assert done.returncode == 2


def test_a_folder_with_nothing_in_it_is_not_a_pass(copy):
    (copy.folder / "empty").mkdir()
    done = copy.run("empty")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("0 checked")


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


def test_no_terminal_trick_gets_through(copy):
    shown = copy.run(BAD).stdout + copy.run("--json", BAD).stdout
    tricks = {c for c in shown if not c.isprintable()} - set("\n\u2068\u2069")
    assert tricks == set()


def test_a_right_to_left_name_is_isolated_from_the_rest_of_the_line(copy):
    name = VECTORS["a name in Arabic"]["expect"]["certificate"]["name"]
    assert f'"\u2068{name}\u2069" · Colours' in copy.run(ARABIC).stdout


def test_a_terminal_without_unicode_gets_escapes_not_a_traceback(copy):
    done = copy.run(ARABIC, python=("-I", "-X", "utf8=0"), env={**os.environ, "LC_ALL": "C"})
    assert done.returncode == 0
    assert "\\u0622" in done.stdout


def test_memory_stays_flat(copy):
    """100 times the input, in one unbroken word as well, takes the same memory within 8 MB."""
    measure = ("import resource, runpy, sys; sys.argv = sys.argv[1:]\n"
               "try: runpy.run_path(sys.argv[0], run_name='__main__')\n"
               "finally: print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)")

    def peak(name: str, times: int) -> int:
        copy.file(name, "x" * 200_000 * times + "\n" + f"{GOOD}\n" * 50 * times)
        command = [sys.executable, "-I", "-c", measure, *copy.command(name)[2:]]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=copy.folder, timeout=120)
        assert f"{50 * times} checked: {50 * times} self-recorded" in done.stderr
        return int(done.stderr.split()[-1])

    assert peak("large.txt", 100) - peak("small.txt", 1) < 8_000


def test_a_closed_pipe_ends_quietly(copy):
    copy.file("many.txt", f"{GOOD}\n" * 3000)
    with subprocess.Popen(copy.command("many.txt"), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          cwd=copy.folder) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 2


def test_an_interrupt_ends_with_a_sentence(copy):
    command = copy.command("-", python=("-I", "-u"))
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          cwd=copy.folder) as process:
        process.stdin.write(f"{GOOD} \n".encode())
        process.stdin.flush()
        assert process.stdout.readline().startswith(b"-: SELF-RECORDED")
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b"verify.py: stopped; not everything was checked.\n"
        assert process.wait(30) == 2


class Screen:
    """A terminal that keeps what is written to it."""

    def __init__(self, terminal: bool = True):
        self.isatty, self.text, self.flush = lambda: terminal, "", lambda: None

    def write(self, text: str) -> None:
        self.text += text


def test_the_bar_comes_after_two_seconds_and_goes_before_a_line(tmp_path):
    (tmp_path / "a.txt").write_text("x" * 400, encoding="utf-8")
    moments = iter([0.0, 1.9, 2.0, 2.0])
    progress = verify.Progress([str(tmp_path)], Screen(), lambda: next(moments))
    progress.add(100)
    assert progress.screen.text == ""
    progress.add(100)
    assert progress.screen.text == "\r[####################                    ]  50%"
    progress.clear()
    assert progress.screen.text.endswith("\r\x1b[K")


def test_there_is_no_bar_in_a_file():
    progress = verify.Progress(["-"], Screen(terminal=False), iter(range(0, 100, 10)).__next__)
    progress.add(1)
    assert progress.screen.text == ""


def test_help_lists_the_steps_and_the_exit_statuses(copy):
    shown = copy.run("--help").stdout
    assert all(f" {number} {step}" in shown for number, step in enumerate(verify.STEPS, 1))
    assert "3 undecided" in shown
