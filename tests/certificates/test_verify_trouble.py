"""verify.py where it could go wrong: on a terminal, in a pipe, interrupted, with more input than memory."""

import os
import signal
import subprocess
import sys

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


def test_memory_stays_flat(copy):
    """100 times the input, with 100 times the longest unbroken word, takes 1 MB more, and 1 MB for other processes."""
    measure = (
        "import runpy, sys, tracemalloc; sys.argv = sys.argv[1:]; tracemalloc.start()\n"
        "try: runpy.run_path(sys.argv[0], run_name='__main__')\n"
        "finally: print(tracemalloc.get_traced_memory()[1], file=sys.stderr)"
    )

    def peak(name: str, times: int) -> int:
        copy.file(name, "x" * 100_000 * times + "\n" + f"{GOOD}\n" * 20 * times)
        command = [sys.executable, "-I", "-c", measure, *copy.command(name)[2:]]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=copy.folder, timeout=120)
        assert f"{20 * times} checked: 0 valid, {20 * times} self-recorded" in done.stderr
        return int(done.stderr.split()[-1])

    assert peak("large.txt", 100) - peak("small.txt", 1) < 2_000_000


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
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=copy.folder
    ) as process:
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
