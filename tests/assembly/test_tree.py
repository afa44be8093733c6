"""Assembling a language: own pages first, English marked where one is missing, the bank beside its check."""

import json

import yaml

from ktc.assembly.tree import assemble


def meta(path):
    return yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])


def test_a_language_has_every_page_of_english(sample, tmp_path):
    docs = assemble(sample.load(), "fr", tmp_path / "out")
    assert (docs / "codes/river/index.md").exists()
    assert meta(docs / "index.md") == {"title": "Rivière", "facts": ["RC-1"], "state": "drafted"}


def test_a_missing_page_is_the_english_one_marked(sample, tmp_path):
    sample.remove("docs/fr/index.md")
    docs = assemble(sample.load(), "fr", tmp_path / "out")
    assert meta(docs / "index.md")["state"] == "missing"
    assert "The club had 42 boats" in (docs / "index.md").read_text(encoding="utf-8")


def test_a_stale_page_keeps_its_text_and_says_so(sample, tmp_path):
    sample.replace("docs/en/index.md", "The club", "That club")
    docs = assemble(sample.load(), "fr", tmp_path / "out")
    assert meta(docs / "index.md")["state"] == "stale"
    assert "Le club" in (docs / "index.md").read_text(encoding="utf-8")


def test_english_pages_carry_no_state(sample, tmp_path):
    assert "state" not in meta(assemble(sample.load(), "en", tmp_path / "out") / "index.md")


def bank(docs):
    text = (docs / "check/river/bank.js").read_text(encoding="utf-8")
    assert text.startswith("ktc.bank(") and text.endswith(");\n")
    return json.loads(text[len("ktc.bank(") : -len(");\n")])


def test_the_bank_has_the_order_and_ids_of_the_grading_key_and_the_words_of_the_language(sample, tmp_path):
    course = sample.load()
    data = bank(assemble(course, "fr", tmp_path / "out"))
    assert data["edition"] == course.edition("river-final")
    assert [question["id"] for question in data["questions"]] == ["jacket-cold", "jacket-swim"]
    assert data["questions"][1]["right"] == ["a", "b"]
    assert data["questions"][0]["stem"].startswith("Il fait froid")


def test_a_question_without_translation_says_that_it_is_english(sample, tmp_path):
    sample.replace("quizzes/river-final.yml", "It is cold in Aldermoor", "It snows in Aldermoor")
    data = bank(assemble(sample.load(), "fr", tmp_path / "out"))
    assert data["questions"][0]["lang"] == "en"
    assert "lang" not in data["questions"][1]


def test_assembling_again_leaves_nothing_of_before(sample, tmp_path):
    docs = assemble(sample.load(), "en", tmp_path / "out")
    (docs / "old.md").write_text("old")
    assert not (assemble(sample.load(), "en", tmp_path / "out") / "old.md").exists()
