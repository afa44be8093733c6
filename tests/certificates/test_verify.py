"""certificates/verify.py against the vectors that the browser runs too, and what only the script does."""

import ast
import copy
import json
import re
import sys
import unicodedata
from pathlib import Path

import pytest
import rfc8785

from certificates import verify
from tests.certificates.vectors import BAD, FAULTY, FOLDER, NAMES, NOW, ROOT, each, load, text_of, trust

SCRIPT = ROOT / "certificates" / "verify.py"
KEYS = load("grading")["keys"]
TRUST = trust()


@each("grading", "grade")
def test_grading(vector):
    assert verify.grade(KEYS[vector["key"]], vector["answers"]) == vector["expect"]


@each("grading", "draws")
def test_draw(vector):
    assert verify.draw_fits(KEYS[vector["key"]], vector["indexes"]) is vector["fits"]


@each("record", "both")
def test_record_encodes_and_decodes(vector):
    assert verify.encode_record(vector["fields"]) == vector["payload"]
    assert verify.decode_record(vector["payload"]) == vector["fields"]


@each("record", "refused")
def test_record_is_refused(vector):
    with pytest.raises(verify.RecordError, match=f"^{vector['reason']}$"):
        verify.decode_record(vector["payload"])


@each("verdicts", "vectors")
def test_verdict(vector):
    language = vector.get("language", "en")
    assert verify.check(text_of(vector), TRUST, vector["now"], language) == vector["expect"]


@each("candidates", "vectors")
def test_candidates(vector):
    assert verify.candidates(vector["text"]) == vector["candidates"]


@each("names", "recorded")
def test_recorded_name(vector):
    assert verify.name_problem(vector["recorded"], NAMES["ranges"]) == vector["problem"]


@each("names", "typed")
def test_typed_name_is_cleaned_as_the_vectors_say(vector):
    words = re.split(f"[{verify.WHITE}]+", unicodedata.normalize("NFC", vector["typed"]))
    cleaned = " ".join(filter(None, words))
    assert (cleaned, verify.name_problem(cleaned, NAMES["ranges"])) == (vector["cleaned"], vector["problem"])


@pytest.mark.parametrize("file", sorted(BAD.glob("*.txt")), ids=lambda file: file.stem)
def test_bad_file_is_refused_for_the_fault_it_is_named_for(file):
    expected = max((code for code in verify.MESSAGES if file.stem.startswith(code)), key=len)
    (candidate,) = verify.candidates(file.read_text(encoding="utf-8"))
    result = verify.check(candidate, verify.load_trust(BAD / "trust.json"), NOW)
    assert result["reason"] == expected
    assert result["verdict"] == ("undecided" if expected in verify.UNKNOWN else "invalid")


def test_the_bad_files_use_the_trust_list_of_the_vectors():
    assert json.loads((BAD / "trust.json").read_text(encoding="utf-8")) == TRUST


OF_THE_COMMAND_LINE = {"self-recorded-only", "no-cryptography"}


def test_every_reason_has_a_vector_and_a_message():
    vectors = load("verdicts")["vectors"] + load("credentials")["vectors"]
    in_vectors = {check["detail"] for vector in vectors for check in vector["expect"]["checks"]}
    assert in_vectors - {""} == set(verify.MESSAGES) - OF_THE_COMMAND_LINE


def test_every_fault_has_a_bad_file():
    stems = [file.stem for folder in (BAD, FAULTY) for file in folder.iterdir()]
    missing = {code for code in verify.MESSAGES if not any(stem.startswith(code) for stem in stems)}
    assert missing == OF_THE_COMMAND_LINE


def test_vector_names_are_unique():
    for file in FOLDER.glob("*.json"):
        for part in load(file.stem).values():
            names = [vector["name"] for vector in part if "name" in vector] if isinstance(part, list) else []
            assert len(names) == len(set(names)), file.name


def test_the_steps_are_numbered_in_the_prose_and_in_the_code():
    prose = re.findall(r"^ (\d) (\w+) ", verify.__doc__, re.MULTILINE)
    assert prose == [(str(number), step) for number, step in enumerate(verify.STEPS, 1)]
    function = SCRIPT.read_text(encoding="utf-8").partition("def check(")[2].partition("\ndef ")[0]
    assert [int(n) for n in re.findall(r"# (\d)", function)] == list(range(1, 10))


def test_the_script_imports_the_standard_library_and_cryptography_where_it_checks_a_signature():
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"))
    standard = {"__future__", *sys.stdlib_module_names}

    def others(nodes: list) -> set:
        found = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
        found |= {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
        return {name.partition(".")[0] for name in found} - standard

    assert others(tree.body) == set()
    assert others(list(ast.walk(tree))) == {"cryptography"}


def test_grading_names_its_twin_first():
    text = SCRIPT.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("# Grading."))
    assert "overrides/assets/src/js/grade.js" in line
    assert text.partition(line + "\n")[2].startswith("def grade(")


@pytest.mark.parametrize(
    "value", [{}, [], {"b": 1, "a": "é", "A": [True, None, -(2**53) + 1]}, '\x00\x1f\x7f"\\/\u2028😀']
)
def test_jcs_agrees_with_rfc8785(value):
    assert verify.jcs(value) == rfc8785.dumps(value)


@pytest.mark.parametrize("value", [1.0, float("nan"), 2**53, {"é": 1}, {1: 1}, [{"a": [0.5]}], {"a": {1}}, "\ud800"])
def test_jcs_refuses_what_it_cannot_write(value):
    with pytest.raises(ValueError):
        verify.jcs(value)


def test_edition_id_is_the_one_that_other_tools_compute():
    # printf '{"a":"é","b":[1,true,null]}' | sha256sum | cut -c1-32 | xxd -r -p | base64 | tr '+/' '-_' | tr -d =
    assert verify.edition_id({"b": [1, True, None], "a": "é"}) == "FwQJkX4ylx555x3ywKBMyA"


def test_the_editions_of_the_vectors_carry_their_own_name():
    assert all(verify.edition_id(entry["key"]) == edition for edition, entry in TRUST["editions"].items())


def test_require_signed_refuses_a_record_and_says_so_in_its_step():
    accepted = load("verdicts")["vectors"][0]
    result = verify.require_signed(verify.check(accepted["text"], TRUST, NOW))
    assert (result["verdict"], result["reason"]) == ("invalid", "self-recorded-only")
    assert {"id": "signature", "result": "fail", "detail": "self-recorded-only"} in result["checks"]


def broken_trust_lists():
    """(what is wrong, trust list) pairs; each differs from a good one in one place."""
    edition, entry = next(iter(TRUST["editions"].items()))
    key = entry["key"]
    matching = {**key, "questions": [{**key["questions"][0], "kind": "essay"}]}
    unmarked = {name: value for name, value in key.items() if name != "pass_mark"}
    yield "edition-damaged", {**TRUST, "editions": {edition: {**entry, "key": {**key, "pass_mark": 1}}}}
    yield "edition-damaged", {**TRUST, "editions": {"A" * 22: entry}}
    yield "kind of question", {**TRUST, "editions": {verify.edition_id(matching): {**entry, "key": matching}}}
    yield "pass_mark", {**TRUST, "editions": {verify.edition_id(unmarked): {**entry, "key": unmarked}}}
    yield "month", {**TRUST, "editions": {edition: {**entry, "published": "2026-13-01"}}}
    yield "title", {**TRUST, "editions": {edition: {"key": key, "published": "2026-11-01"}}}
    yield "version", {**TRUST, "version": 2}
    yield "names", {name: value for name, value in TRUST.items() if name != "names"}
    yield "cannot be used", []


@pytest.mark.parametrize(("what", "content"), list(broken_trust_lists()))
def test_a_broken_trust_list_is_named_with_its_file(what, content, tmp_path):
    file = tmp_path / "trust.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(verify.TrustError, match=what) as caught:
        verify.load_trust(file)
    assert str(file) in str(caught.value)


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "\ufffe", "null"])
def test_a_file_that_is_no_trust_list_is_refused(text, tmp_path):
    file = tmp_path / "trust.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(verify.TrustError, match="cannot be used"):
        verify.load_trust(file)


def test_a_missing_trust_list_says_where_to_put_it(tmp_path):
    with pytest.raises(verify.TrustError, match="Put trust.json beside verify.py"):
        verify.load_trust(Path(tmp_path, "none.json"))


def test_checking_leaves_the_trust_list_alone():
    before = copy.deepcopy(TRUST)
    verify.check(load("verdicts")["vectors"][0]["text"], TRUST, NOW)
    assert before == TRUST
