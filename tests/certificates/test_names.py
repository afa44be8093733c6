"""The table of characters that names may have: made by its generator, ordered, and fit for the languages."""

import unicodedata

import pytest

from certificates import names, verify
from tests.certificates.vectors import NAMES, ROOT

BABEL = {
    "Arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةىًٌٍَُِّْٰ٠١٢٣٤٥٦٧٨٩",
    "French and Spanish": "àâæçéèêëîïôœùûüÿñÑÁÍÓÚªº",
    "Swahili and neighbours": "ng'ʼ’ĩũ",
    "Hausa and Yoruba": "ɓɗƙƴẹọṣ",
    "Vietnamese": "ơưđĂẠỹ",
    "Ukrainian and Serbian": "їєґЏЉЋ",
}


@pytest.mark.skipif(unicodedata.unidata_version != names.UNICODE, reason="needs Unicode 14 (Python 3.11)")
def test_names_json_is_what_its_generator_writes():
    assert (ROOT / "certificates" / "names.json").read_text(encoding="utf-8") == names.table()


def test_another_unicode_version_is_refused(monkeypatch, capsys):
    monkeypatch.setattr(names.unicodedata, "unidata_version", "15.1.0")
    assert names.main(["--check"]) == 2
    assert "use Python 3.11" in capsys.readouterr().err


def test_ranges_ascend_and_do_not_touch():
    flat = [end for pair in NAMES["ranges"] for end in pair]
    assert flat == sorted(flat)
    assert all(b[0] > a[1] + 1 for a, b in zip(NAMES["ranges"], NAMES["ranges"][1:], strict=False))


@pytest.mark.parametrize("language", BABEL)
def test_the_letters_of_a_language_are_in_the_table(language):
    assert [c for c in BABEL[language] if not verify.in_alphabet(c, NAMES["ranges"])] == []


def test_nothing_in_the_table_is_refused_by_an_earlier_rule():
    letters = (chr(code) for first, last in NAMES["ranges"] for code in range(first, last + 1))
    refused = {c for c in letters if any(form.search(f"a{c}a") for _, form in verify.NAME_RULES)}
    assert refused == set()
