"""What holds of the verification script for any text: no crash, and nothing accepted that is not canonical."""

import json

import rfc8785
from hypothesis import example, given
from hypothesis import strategies as st

from certificates import verify
from tests.certificates.vectors import NOW, load, trust

TRUST = trust()
GOOD = load("verdicts")["vectors"][0]["text"]
SIGNS = st.sampled_from("0123456789abcdefghijklmnopqrstuvwxyzABCXYZ.-_#=%+ \n٣é\u200b\U0001f600")
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(max_codepoint=127)), inner),
    max_leaves=20,
)
SIXTEEN = st.binary(min_size=16, max_size=16).map(verify.b64)
FIELDS = st.fixed_dictionaries(
    {
        "edition": SIXTEEN | st.sampled_from(list(TRUST["editions"])),
        "nonce": SIXTEEN,
        "finished": st.integers(0, 253402300799),
        "session": st.text("ABCXYZ0189", max_size=12),
        "name": st.text(),
        "answers": st.dictionaries(
            st.integers(0, 9999) | st.integers(0, 5), st.text("abcdefgh", min_size=1, max_size=4), min_size=1
        ).map(lambda chosen: sorted([index, ids] for index, ids in chosen.items())),
    }
)


@given(FIELDS)
def test_a_record_comes_back_as_it_went(fields):
    assert verify.decode_record(verify.encode_record(fields)) == fields


@given(FIELDS)
def test_any_record_gets_a_verdict_with_its_own_fields(fields):
    result = verify.check("#r=" + verify.encode_record(fields), TRUST, NOW)
    assert [check["id"] for check in result["checks"]] == list(verify.STEPS)
    assert {part: result["certificate"][part] for part in ("edition", "session", "name")} == {
        part: fields[part] for part in ("edition", "session", "name")
    }
    assert (result["verdict"] == "self-recorded") == (result["reason"] == "")


@given(st.text(st.characters()) | st.text(SIGNS) | st.text(SIGNS).map("#r=1.".__add__))
@example("\ud800#r=")
@example("1." + "9" * 5000 + ".....")
def test_any_text_gets_a_verdict_and_a_line(text):
    result = verify.check(text, TRUST, NOW)
    line = verify.line({"file": text, "number": 1, **result})
    assert result["verdict"] in verify.EXIT
    assert "\n" not in line and "\x1b" not in line
    json.dumps(result)


@given(st.integers(0, len(GOOD)), st.integers(0, 3), st.text(SIGNS, max_size=3))
def test_what_is_accepted_is_canonical(place, cut, put):
    """Cut and put anywhere in a good link: accepted only where what follows #r= is its own re-encoding."""
    text = GOOD[:place] + put + GOOD[place + cut :]
    if verify.check(text, TRUST, NOW)["verdict"] == "self-recorded":
        payload = text.strip(verify.WHITE).partition("#r=")[2]
        assert verify.encode_record(verify.decode_record(payload)) == payload


@given(st.lists(st.text(SIGNS) | st.just(GOOD) | st.just("\n")))
def test_candidates_do_not_depend_on_how_a_text_arrives(pieces):
    assert list(verify.find(pieces)) == verify.candidates("".join(pieces))


@given(PLAIN)
def test_canonical_json_is_rfc8785(value):
    assert verify.jcs(value) == rfc8785.dumps(value)


@given(st.text(st.characters()))
def test_nothing_from_outside_steers_a_terminal(text):
    steering = set("\x1b\x9b\n\r\x08\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u200e\u200f\u061c")
    shown = verify.safe(text)
    assert not steering & set(shown)
    assert shown.count("\u2068") == shown.count("\u2069") <= 1
