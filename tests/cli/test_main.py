"""The command line: exit statuses, messages for a person, no traceback."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def ktc(folder, *words):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "ktc", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


def test_check_passes_a_good_course_and_strict_counts_warnings(sample):
    ktc(sample.root, "schemas")
    good = ktc(sample.root, "check")
    assert good.returncode == 0, good.stdout + good.stderr
    assert "0 errors, 1 warning\n" in good.stdout  # no git history to compare editions with
    assert ktc(sample.root, "check", "--strict").returncode == 1


def test_check_names_file_line_and_remedy(sample):
    ktc(sample.root, "schemas")
    sample.replace("facts/fr/facts/rc.yml", "42 bateaux", "24 bateaux")
    run = ktc(sample.root, "check")
    assert run.returncode == 1
    assert "error: facts/fr/facts/rc.yml:3: 'RC-2.text': numbers differ" in run.stdout
    assert "numbers must agree" in run.stdout


def test_a_broken_file_gives_words_and_no_traceback(sample):
    sample.replace("facts/facts/rc.yml", "RC-2: {", "RC-2: {{")
    run = ktc(sample.root, "check")
    assert run.returncode == 1
    assert "facts/facts/rc.yml" in run.stderr
    assert "Traceback" not in run.stderr


def test_an_unknown_language_is_told(sample):
    run = ktc(sample.root, "translations", "stamp", "xx")
    assert run.returncode == 1
    assert "no translated language 'xx'" in run.stderr


def test_publish_says_what_to_do_with_the_new_edition(sample):
    sample.replace("quizzes/river-final.yml", "pass_mark: 50", "pass_mark: 60")
    run = ktc(sample.root, "editions", "publish")
    assert run.returncode == 0
    assert "commit it" in run.stdout
    assert "nothing to publish" in ktc(sample.root, "editions", "publish").stdout


def test_publish_refuses_a_bank_with_errors(sample):
    sample.replace("quizzes/river-final.yml", "A jacket, right: true", "A jacket")
    run = ktc(sample.root, "editions", "publish")
    assert run.returncode == 1
    assert "0 right choices" in run.stderr


def test_stamp_refuses_an_unknown_name_and_a_page_that_is_still_english(sample):
    assert "nothing called 'IM-99'" in ktc(sample.root, "translations", "stamp", "fr", "--unit", "IM-99").stderr
    english = (sample.root / "docs/en/codes/river/index.md").read_text(encoding="utf-8")
    (sample.root / "docs/fr/codes/river/index.md").write_text(english, encoding="utf-8")
    run = ktc(sample.root, "translations", "stamp", "fr")
    assert run.returncode == 1
    assert "translate it and say `state: drafted`" in run.stderr


def test_stamp_tells_what_is_stale(sample):
    sample.replace("facts/facts/rc.yml", "on the river", "on each river")
    assert "1 are stale" in ktc(sample.root, "translations", "stamp", "fr").stdout


def test_a_language_that_babel_or_the_theme_does_not_know_is_told(sample):
    sample.replace("facts/languages.yml", "fr: {", "qq: {name: Q, dir: ltr, numerals: latn, babel: qq}\nfr: {")
    assert "'qq' is no locale" in ktc(sample.root, "check").stderr
    sample.replace("facts/languages.yml", "babel: qq", "babel: ln")
    assert "the theme does not know the language 'qq'" in ktc(sample.root, "check").stdout


def test_status_counts_by_language(sample):
    sample.remove("facts/fr/words.yml")
    run = ktc(sample.root, "translations", "status")
    assert "fr texts: " in run.stdout and "5 missing" in run.stdout
