"""The officer's guide (docs/en/host/certificates): every command in it, in its order; all languages have the same."""

import re
import shlex
import subprocess
import textwrap
from pathlib import Path

import pytest
from click.testing import CliRunner

from ktc.cli import certificates as cli
from tests.cli.test_certificates_command import WORDS
from tests.cli.test_certificates_command import links as records  # a fixture  # noqa: F401
from tests.places import ROOT

BLOCK = re.compile(r"^( *)```\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
PAGE, NUMBER = "host/certificates/index.md", "0d43ea92-7279-8358-8ac0-061a006f0242"
LINKED = ("certificates", "docs", "facts", "ktc", "macros", "overrides", "quizzes")


def commands(language: str) -> list[str]:
    text = (ROOT / "docs" / language / PAGE).read_text(encoding="utf-8")
    return [line for _, block in BLOCK.findall(text) for line in textwrap.dedent(block).splitlines()]


def run(command: str, project: Path, home: Path) -> str:
    """What a command says: our own in this process, which is quicker, others by a shell."""
    words = [word.replace("~", str(home)) for word in shlex.split(command)]
    if words[:4] == [".venv/bin/python", "-m", "ktc", "certificates"]:
        done = CliRunner().invoke(cli.certificates, words[4:], env={"KTC_PASSPHRASE": WORDS}, input="y\n")
        assert done.exit_code == 0, f"{command}\n{done.output}{done.exception!r}"
        return done.output
    subprocess.run(words, cwd=project, check=True)
    return ""


@pytest.fixture(scope="module")
def said(records, tmp_path_factory) -> dict[str, str]:  # noqa: F811
    """What each command said; a command that comes again has the later one."""
    project, home, found = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("home"), {}
    for name in LINKED:
        (project / name).symlink_to(ROOT / name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cli, "ROOT", project)
        for command in commands("en"):
            if "make build" in command:
                continue
            if "collect" in command:
                (home / "ktc-example" / "records").mkdir()
                (home / "ktc-example" / "records" / "links.txt").write_bytes(records.read_bytes())
            signed = sorted((home / "ktc-example" / "certificates").glob("*.json"))
            told = run(command.replace(NUMBER, signed[0].stem if signed else NUMBER), project, home)
            found[command.partition("certificates ")[2]] = told
    return found


@pytest.mark.parametrize(("command", "words"), [
    ("trust check", "1 sections, 0 findings"),
    ("collect ~/ktc-example/records --to ~/ktc-example/table.csv", "2 records: 2 passed, 0 refused"),
    ("sign ~/ktc-example ~/ktc-example/table.csv", "2 signed, 0 signed before, 0 refused"),
    ("status publish ~/ktc-example", "1 places revoked, good for 90 days"),
    ("keygen ~/ktc-example --replace", "key z6Mk"),
    ("keygen ~/ktc-example --leaked", "1 certificates become void, until they are signed again"),
    ("sign ~/ktc-example --again", "1 signed, 0 signed before, 0 refused"),
])  # fmt: skip
def test_a_command_of_the_guide_does_what_the_guide_says(said, command, words):
    assert words in said[command]


def test_withdrawing_is_told(said):
    (told,) = [words for command, words in said.items() if command.startswith("revoke")]
    assert "1 revoked, 0 were before" in told


def test_a_certificate_is_shown_with_all_its_fields(said):
    told = said["show ~/ktc-example/certificates"]
    assert "id           urn:uuid:" in told and '"Amina"' in told and '"Juma"' in told


@pytest.mark.parametrize("language", ["fr", "es", "ar", "sw"])
def test_the_commands_are_the_same_in_every_language(language):
    assert commands(language) == commands("en")
    assert len(commands("en")) > 12
