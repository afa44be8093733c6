"""Stamping: only the digest is written, everything a translator typed stays."""

import shutil

from places import SAMPLE

from ktc.course import load_course
from ktc.course.stamp import stamp


def test_stamping_adds_digests_and_nothing_else(sample):
    before = (SAMPLE / "quizzes/fr/river-final.yml").read_text(encoding="utf-8").split("\n")
    after = (sample.root / "quizzes/fr/river-final.yml").read_text(encoding="utf-8").split("\n")
    strip = [line.replace(line[line.find('of: "') : line.find('", ') + 3], "") if 'of: "' in line and "{" in line
             else line for line in after if not line.strip().startswith("of:")]  # fmt: skip
    assert strip == before


def test_stamping_twice_changes_nothing(sample):
    assert stamp(sample.load(), "fr") == []


def test_a_stale_unit_is_stamped_only_by_name(sample):
    sample.replace("facts/facts/rc.yml", "on the river", "on each river")
    assert stamp(sample.load(), "fr") == []
    assert sample.load().view("fr").fact("RC-1").text.state == "stale"
    assert stamp(sample.load(), "fr", "RC-1") == ["facts/fr/facts/rc.yml: RC-1"]
    assert sample.load().view("fr").fact("RC-1").text.state == "drafted"


def test_a_new_file_is_stamped_whole(tmp_path):
    root = tmp_path / "course"
    shutil.copytree(SAMPLE, root)
    assert "facts/fr/facts/rc.yml: RC-1" in stamp(load_course(root), "fr")
