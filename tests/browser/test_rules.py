"""The rules in the browser (grade.js, record.js, verdict.js) against the shared vectors and against verify.py."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rules import RECORDS, SCRIPTS, Rules

from certificates import verify
from tests.certificates.vectors import NAMES, NOW, each, load, text_of, trust

KEYS = load("grading")["keys"]
TRUST = trust()
GOOD = [vector["text"] for vector in load("verdicts")["vectors"] if vector["expect"]["verdict"] == "self-recorded"]
EDITION = next(iter(TRUST["editions"]))


@pytest.fixture(scope="module")
def rules(browser, tmp_path_factory):
    context = browser.new_context(service_workers="block")
    yield Rules(context.new_page(), tmp_path_factory.mktemp("rules"))
    context.close()


# -- the vectors that verify.py runs too


@each("grading", "grade")
def test_grading(rules, vector):
    assert rules("ktc.grade(...given)", [KEYS[vector["key"]], vector["answers"]]) == vector["expect"]


@each("grading", "draws")
def test_draw(rules, vector):
    assert rules("ktc.drawFits(...given)", [KEYS[vector["key"]], vector["indexes"]]) is vector["fits"]


@each("record", "both")
def test_record_encodes_and_decodes(rules, vector):
    assert rules("ktc.record.encode(given)", vector["fields"]) == vector["payload"]
    assert rules("ktc.record.decode(given)", vector["payload"]) == {"reason": "", "fields": vector["fields"]}


@each("record", "refused")
def test_record_is_refused(rules, vector):
    assert rules("ktc.record.decode(given)", vector["payload"]) == {"reason": vector["reason"], "fields": None}


@each("names", "recorded")
def test_recorded_name(rules, vector):
    assert rules("ktc.record.nameProblem(...given)", [vector["recorded"], NAMES]) == vector["problem"]


@each("names", "typed")
def test_typed_name(rules, vector):
    expected = {"name": vector["cleaned"], "problem": vector["problem"]}
    assert rules("ktc.record.cleanName(...given)", [vector["typed"], NAMES]) == expected


@each("candidates", "vectors")
def test_candidates(rules, vector):
    assert rules("ktc.findCandidates(given)", vector["text"]) == vector["candidates"]


@each("verdicts", "vectors")
def test_verdict(rules, vector):
    given = [text_of(vector), TRUST, vector["now"], vector.get("language", "en")]
    assert rules("ktc.verdict(...given)", given) == vector["expect"]


# -- any text at all: script and page say the same, and nothing makes either crash

LETTERS = "".join(chr(first) for first, _ in NAMES["ranges"])
MARKS = "\u0301\u0323\u064e\u0651\u093c\u1161\u200c\u200d\u00ad\u202e\u180e\ufeff\U000e0041\ufdd0\u00a0 "
SIGNS = st.sampled_from("0123456789abcdefghijklmnopqrstuvwxyzABCXYZ.-_#=%+{ \n٣é\u200b\u2028\U0001f600\ud800")
SIXTEEN = st.binary(min_size=16, max_size=16).map(verify.b64)
NAME = st.text(LETTERS + MARKS, max_size=8) | st.text(max_size=90)


def record(edition, answers) -> st.SearchStrategy:
    """Links to records with any fields."""
    fields = {
        "edition": edition,
        "nonce": SIXTEEN,
        "finished": st.integers(0, 253402300799) | st.just(NOW - 60),
        "session": st.text("ABCXYZ0189", max_size=12),
        "name": NAME,
        "answers": answers,
    }
    return st.fixed_dictionaries(fields).map(verify.encode_record).map("#r=".__add__)


def altered(text: str) -> st.SearchStrategy:
    """A text with a few characters cut out and others put in, anywhere."""
    change = st.tuples(st.integers(0, len(text)), st.integers(0, 3), st.text(SIGNS, max_size=3))
    return change.map(lambda c: text[: c[0]] + c[2] + text[c[0] + c[1] :])


GRADABLE = st.sampled_from([[0, 1, 3], [1, 2, 4], [0, 2, 3], [0, 1]]).flatmap(
    lambda drawn: st.tuples(*(st.tuples(st.just(i), st.sampled_from(["a", "b", "c", "ac", "bc"])) for i in drawn))
)
ANSWERS = st.dictionaries(st.integers(0, 9999), st.text("abcdefgh", min_size=1, max_size=4), min_size=1).map(
    lambda chosen: sorted(chosen.items())
)
TEXT = (
    st.text(SIGNS)
    | st.text(SIGNS).map("#r=1.".__add__)
    | st.text()
    | st.sampled_from(GOOD).flatmap(altered)
    | record(SIXTEEN, ANSWERS)
    | record(st.just(EDITION), GRADABLE)
)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXT, min_size=10, max_size=60))
@example(["", "\ud800#r=", "1." + "9" * 5000 + ".....", "{" * 16385, "(" * 200000, *GOOD])
def test_page_and_script_agree_on_any_text(rules, texts):
    now = NOW + 0.5
    shown = rules(f"Promise.all(given.map(text => ktc.verdict(text, ktc.trust, {now}, 'fr')))", texts)
    for text, verdict in zip(texts, shown, strict=True):
        assert verdict == verify.check(text, TRUST, now, "fr")


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXT, min_size=10, max_size=60))
def test_what_the_page_accepts_is_its_own_encoding(rules, texts):
    links = [text for text in texts if text.startswith("#r=") and text == text.strip()]
    accepted = "given.filter(link => ktc.verdict(link, ktc.trust, 1795262400, 'en').verdict === 'self-recorded')"
    again = "ktc.record.encode(ktc.record.decode(link.slice(3)).fields)"
    for link, payload in rules(f"{accepted}.map(link => [link, {again}])", links):
        assert "#r=" + payload == link


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(SIGNS) | st.sampled_from([*GOOD, "\n", " ", "،", "«", "»."])).map("".join))
def test_page_and_script_find_the_same_candidates(rules, text):
    assert rules("ktc.findCandidates(given)", text) == verify.candidates(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(NAME, min_size=10, max_size=60))
def test_page_and_script_agree_on_any_name(rules, names):
    problems = rules("given.map(name => ktc.record.nameProblem(name, ktc.trust.names))", names)
    assert problems == [verify.name_problem(name, NAMES["ranges"]) for name in names]


def test_page_and_script_agree_on_every_character_of_the_first_two_planes_and_on_tags(rules):
    codes = [code for code in (*range(0x20000), *range(0xE0000, 0xE1001), 0x10FFFF) if not 0xD800 <= code < 0xE000]
    shown = rules("given.map(code => ktc.record.nameProblem(String.fromCodePoint(code), ktc.trust.names))", codes)
    said = [verify.name_problem(chr(code), NAMES["ranges"]) for code in codes]
    assert [(hex(c), *both) for c, *both in zip(codes, shown, said, strict=True) if both[0] != both[1]] == []


def test_grading_names_its_twin_first():
    for name in RECORDS:
        assert "certificates/verify.py" in (SCRIPTS / name).read_text(encoding="utf-8").split("*/")[0][:300]
