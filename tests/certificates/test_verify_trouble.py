"""verify.py where it could go wrong: on a terminal, in a pipe, interrupted, with more input than memory."""

import os
import signal
import subprocess
from functools import partial
from pathlib import Path

import pytest

from certificates import verify
from tests.certificates.vectors import BAD, load

VECTORS = {vector["name"]: vector for vector in load("verdicts")["vectors"]}
GOOD = VECTORS["a link to a record that reaches the pass mark"]["text"]
ARABIC = VECTORS["a name in Arabic"]["text"]


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


@pytest.fixture
def small(copy) -> float:
    copy.file("small.txt", f"{GOOD}\n" * 20)
    return copy.megabytes("small.txt")


def test_memory_stays_flat_on_a_large_file(copy, small):
    """A hundred megabytes in one word, then many links: no more than on a small file, but for other processes."""
    with (copy.folder / "large.txt").open("wb") as file:
        file.truncate(100_000_000)
        file.seek(0, 2)
        file.write(f"\n{GOOD}\n".encode() * 2000)
    assert copy.megabytes("large.txt") < small + 6


def test_memory_stays_flat_on_a_large_folder(copy, small):
    for number in range(3000):
        copy.file(f"many/{number}.txt", GOOD + "\n" + " " * 30_000)
    assert copy.megabytes("many") < small + 6


def test_folders_in_folders_deeper_than_the_stack_are_no_trouble(copy):
    levels = [str(copy.folder) + "/d" * depth for depth in range(1, 1300)]
    for level in levels:
        Path(level).mkdir()
    file = copy.file(f"{levels[-1]}/x.txt", GOOD)
    done = copy.run(levels[0])
    file.unlink()
    for level in reversed(levels):  # nobody else could: pytest walks down by recursion
        Path(level).rmdir()
    assert (done.returncode, done.stdout.count("SELF-RECORDED")) == (0, 1), done.stderr[-300:]


def test_a_closed_pipe_ends_quietly(copy):
    copy.file("many.txt", f"{GOOD}\n" * 3000)
    with subprocess.Popen(
        copy.command("many.txt"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=copy.folder
    ) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 2


def test_an_interrupt_ends_with_a_sentence(copy):
    command = copy.command("-", python=("-I", "-u"))
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a shell's background jobs begin deaf to it
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen(command, **pipes, cwd=copy.folder, preexec_fn=heard) as process:
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
