"""Packing for a stick: the same site gives the same bytes, wherever and whenever it is packed."""

import os
import shutil
from zipfile import ZipFile

import pytest

from ktc.assembly.usb import pack
from ktc.errors import BuildError


def make(folder):
    (folder / "en").mkdir(parents=True)
    (folder / "index.html").write_text("first", encoding="utf-8")
    (folder / "en" / "é.html").write_text("x" * 1000, encoding="utf-8")
    return folder


def test_the_same_site_gives_the_same_bytes(tmp_path):
    one, other = make(tmp_path / "one"), shutil.copytree(make(tmp_path / "two"), tmp_path / "other")
    os.utime(other / "index.html", (1, 1))
    (other / "index.html").chmod(0o600)
    assert pack(one, tmp_path / "a").read_bytes() == pack(other, tmp_path / "b").read_bytes()


def test_the_first_page_lies_on_top_and_all_may_read_it(tmp_path):
    with ZipFile(pack(make(tmp_path / "site"), tmp_path)) as archive:
        assert archive.namelist() == ["en/é.html", "index.html"]
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o100644}


def test_without_a_site_it_says_what_to_do(tmp_path):
    with pytest.raises(BuildError, match="make build"):
        pack(tmp_path / "site", tmp_path)
