"""The development server: which languages a saved file concerns, and a port that is taken."""

import socket

import pytest

from ktc.assembly.serve import languages_of, server
from ktc.errors import BuildError

KNOWN = ["en", "fr", "ar"]


@pytest.mark.parametrize(
    ("file", "languages"),
    [
        ("docs/fr/index.md", ["fr"]),
        ("facts/ar/words.yml", ["ar"]),
        ("quizzes/fr/river-final.yml", ["fr"]),
        ("docs/en/index.md", None),
        ("facts/facts/im.yml", None),
        ("quizzes/river-final.yml", None),
        ("overrides/main.html", None),
    ],
)
def test_a_saved_file_rebuilds_its_language_or_all(tmp_path, file, languages):
    assert languages_of(tmp_path / file, tmp_path, KNOWN) == languages


def test_a_taken_port_is_told_with_a_remedy(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(BuildError, match=f"port {port} cannot be used.*PORT={port + 1}"):
            server(tmp_path, port)
