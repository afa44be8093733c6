"""Signed certificates in the browser: verdicts, reasons and steps of verify.py, by the browser's own Ed25519 and by the
library's; and the standards' vectors for both."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rules import MEANS, SCRIPTS, SIGNED, Rules

from certificates import verify
from tests.certificates import forge
from tests.certificates.standards import ALL, CARRIED, needs_all, read
from tests.certificates.test_verify_signed import candidate_of
from tests.certificates.vectors import FAULTY, NOW, load, signed_trust

VECTORS = load("credentials")["vectors"]
TRUST = signed_trust()
CHECK = "Promise.all(given.map(([text, now]) => ktc.verdict(text, ktc.trust, now, 'en')))"
VERIFY = """Promise.all(given.map(([key, message, signature]) => {
    const bytes = hex => Uint8Array.from((hex.match(/../g) || []).map(pair => parseInt(pair, 16)));
    return new Promise(done => done(means.verify(bytes(signature), bytes(message), bytes(key)))).catch(() => false);
}))"""


@pytest.fixture(scope="module", params=MEANS)
def signed(request, browser, tmp_path_factory):
    context = browser.new_context(service_workers="block")
    yield Rules(context.new_page(), tmp_path_factory.mktemp("rules"), request.param, TRUST)
    context.close()


# -- the vectors that verify.py runs too


def test_every_certificate_good_and_bad_gets_the_verdict_reason_and_steps_of_the_script(signed):
    shown = signed(CHECK, [[candidate_of(vector), vector["now"]] for vector in VECTORS])
    differ = {v["name"]: (one["verdict"], one["reason"], v["expect"]["reason"])
              for v, one in zip(VECTORS, shown, strict=True) if one != v["expect"]}  # fmt: skip
    assert differ == {}
    assert {one["verdict"] for one in shown} == {"valid", "invalid", "undecided"}


def test_the_page_finds_in_every_file_what_the_script_finds(signed):
    texts = [path.read_bytes().decode("utf-8") for path in sorted(FAULTY.iterdir())]
    texts += ["\n" + texts[0], "{ \n}", "{x", "<p>#c=1.x</p>", "<!doctype html>" + "x" * 70000, "{" * 20000]
    assert signed("given.map(ktc.findCandidates)", texts) == [verify.candidates(text) for text in texts]


def test_without_any_ed25519_there_is_no_verdict_but_on_what_is_wrong_anyway(signed):
    cases = {forge.text(): "could-not-run", forge.text(name=""): "could-not-run",
             candidate_of({"file": "bad/certificates/expired.json"}): "invalid",
             candidate_of({"file": "bad/certificates/not-canonical-empty-name.json"}): "invalid",
             candidate_of({"file": "bad/certificates/unknown-issuer.json"}): "undecided"}  # fmt: skip
    check = f"Promise.all(given.map(text => ktc.checkSigned(text, ktc.trust, {NOW}, 'en', null)))"
    assert [one["verdict"] for one in signed(check, list(cases))] == list(cases.values())


def test_the_issuer_is_named_by_the_trust_list(signed):
    (shown,) = signed(CHECK, [[forge.text(), NOW]])
    assert shown["certificate"]["issuer"] == "Section Kisumu (test)"


# -- any change at all: script and page say the same

PARTS = st.sampled_from(["", '"', "{", "}", "[", "\\", "\\u0041", "0", "é", "\ud800", ",", '"a":1,', " ", "\u2028"])
GOOD = [forge.text(), forge.text(name=""), forge.short()]


def altered(text: str) -> st.SearchStrategy:
    change = st.tuples(st.integers(0, len(text)), st.integers(0, 3), PARTS)
    return change.map(lambda c: text[: c[0]] + c[2] + text[c[0] + c[1] :])


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(GOOD).flatmap(altered), min_size=10, max_size=40))
def test_page_and_script_agree_on_any_altered_certificate(signed, texts):
    shown = signed(CHECK, [[text, NOW] for text in texts])
    assert shown == [verify.check(text, TRUST, NOW) for text in texts]


# -- the standards' own vectors


def test_ed25519_of_the_rfc(signed):
    vectors = [[v["public"], v["message"], v["signature"]] for v in CARRIED["ed25519"]]
    assert signed(VERIFY, vectors) == [True] * len(vectors)
    others = [[key, message + "00", signature] for key, message, signature in vectors]
    assert signed(VERIFY, others) == [False] * len(vectors)


@needs_all
def test_all_of_rfc_8032(signed):
    vectors = [[v["public"], v["message"], v["signature"]] for v in read("rfc8032/ed25519_sign.json")]
    assert signed(VERIFY, vectors) == [True] * len(vectors)


@needs_all
def test_all_of_wycheproof(signed):
    groups = read("wycheproof/ed25519_test.json")["testGroups"]
    tests = [(group["publicKey"]["pk"], test) for group in groups for test in group["tests"]]
    shown = signed(VERIFY, [[key, test["msg"], test["sig"]] for key, test in tests])
    assert [t["comment"] for (_, t), one in zip(tests, shown, strict=True) if one != (t["result"] == "valid")] == []


@pytest.mark.parametrize("vector", CARRIED["jcs"])
def test_jcs_of_the_rfc(signed, vector):
    assert signed("ktc.shapes.canonical(given)", vector["given"]).encode().hex() == vector["hex"]


@needs_all
def test_all_of_rfc_8785(signed):
    """Numbers too: RFC 8785 writes them as JavaScript does."""
    folder = ALL / "vectors" / "rfc8785"
    for path in sorted((folder / "input").glob("*.json")):
        text = signed("ktc.shapes.canonical(JSON.parse(given))", path.read_text(encoding="utf-8"))
        assert text.encode().hex() == "".join((folder / "outhex" / f"{path.stem}.txt").read_text().split()), path.name


@needs_all
def test_the_signature_of_w3c(signed):
    """vc-di-eddsa: hashes of its own credential, its key, its signature in base58."""
    given = read("w3c-vc-di-eddsa/eddsa-jcs-2022-signedJCS.json")
    proof = given.pop("proof")
    value, key = proof.pop("proofValue"), read("w3c-vc-di-eddsa/keyPair.json")["publicKeyMultibase"]
    fits = """(async ([options, body, key, value]) => {
        const hash = part => means.sha256(new TextEncoder().encode(ktc.shapes.canonical(part)));
        const message = Uint8Array.from([...await hash(options), ...await hash(body)]);
        return means.verify(ktc.forms.unbase58(value), message, ktc.forms.unbase58(key).slice(2));
    })(given)"""
    assert signed(fits, [proof, given, key, value]) is True
    assert signed(fits, [{**proof, "created": "2023-02-24T23:36:39Z"}, given, key, value]) is False


def test_each_script_names_its_twin_first():
    for name in SIGNED:
        if name != "crypto.js":
            assert "certificates/verify.py" in (SCRIPTS / name).read_text(encoding="utf-8")[:200]
