"""The libraries of pages: classic scripts with their licences, made from the lock file and kept until it changes."""

import json
import re
import shutil

import pytest
from places import ROOT

from ktc.assembly import libraries
from ktc.errors import BuildError


@pytest.fixture
def made():
    return libraries.bundle(ROOT)


def test_each_is_a_classic_script_with_the_licences_of_what_is_in_it(made):
    assert {path.stem for path in made.iterdir()} == {"ed25519", "qr"}
    for path in made.iterdir():
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"^(import|export)\b", text, re.M) and "</script" not in text
        assert "MIT" in text
    names = (made / "ed25519.js").read_text(encoding="utf-8")
    assert all(name in names for name in ("noble-ed25519", "noble-hashes", "fflate"))


def test_they_are_made_once_for_each_state_of_the_folder(made, monkeypatch):
    monkeypatch.setattr(libraries, "_esbuild", lambda *given: pytest.fail("made again"))
    assert libraries.bundle(ROOT) == made


def test_what_does_not_bundle_is_told(tmp_path):
    shutil.copytree(ROOT / "libraries", tmp_path / "libraries")
    (tmp_path / "libraries" / "qr.js").write_text('import "no-such-library";', encoding="utf-8")
    with pytest.raises(BuildError, match="no-such-library"):
        libraries.bundle(tmp_path)


def test_the_lock_file_has_hashes_and_no_addresses():
    packages = json.loads((ROOT / "libraries" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert all("integrity" in one for name, one in packages.items() if name)
    assert not any("resolved" in one for one in packages.values())
