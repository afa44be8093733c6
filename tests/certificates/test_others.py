"""Verifiers and rules that others wrote accept a freshly signed certificate, and refuse it altered: offline."""

import json
import time

import jsonschema
import pytest
from cryptography.hazmat.primitives import serialization
from openbadgeslib.ob3 import ldp
from openbadgeslib.ob3.verifier import OB3VerificationError
from openvc.errors import OpenvcError
from openvc.proof.di_jcs import EddsaJcsProofSuite
from openvc.status import get_status_bit
from openvc.status.bitstring import decode_bitstring

from certificates import status, verify
from tests.certificates import forge
from tests.certificates.standards import ALL, needs_all

TIMES = {"signed": verify.moment(time.time() - 60), "done": verify.moment(time.time() - 120),
         "until": verify.moment(time.time() + 1e7)}  # fmt: skip
KEY, NOBODY = forge.key_of("kisumu"), forge.key_of("nobody's")


def credential(name: str = forge.NAME, **more) -> dict:
    return json.loads(forge.text(name=name, **{**TIMES, **more}))


def listed() -> bytes:
    window = (TIMES["signed"], TIMES["until"])
    return status.make(forge.did("kisumu"), forge.address("kisumu"), [forge.REVOKED], window, KEY).encode()


def pem(key) -> bytes:
    parts = serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    return key.public_key().public_bytes(*parts)


def openbadges(whole: dict, key=KEY) -> str:
    """openbadgeslib: eddsa-rdfc-2022, Open Badges 3.0, the status list; "" or what it says."""
    try:
        ldp.OB3LdpVerifier(pubkey_pem=pem(key)).verify(whole, check_status=True, download=lambda url: listed(),
                                                       verify_status_list=False)  # fmt: skip
    except OB3VerificationError as problem:
        return str(problem)
    return ""


def openvc(whole: dict, key=KEY) -> str:
    """openvc-core: eddsa-jcs-2022, of the two proofs the second; "" or what it says."""
    raw = key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    jwk = {"kty": "OKP", "crv": "Ed25519", "x": verify.b64(raw)}
    try:
        EddsaJcsProofSuite().verify({**whole, "proof": whole["proof"][1]}, public_key_jwk=jwk)
    except OpenvcError as problem:
        return str(problem) or "refused"
    return ""


@pytest.mark.parametrize("judge", [openbadges, openvc])
@pytest.mark.parametrize("name", [forge.NAME, "", "آمنة بنت عبد الرحمن", "Ñandú ’ʼ Ελένη 明"])
def test_others_accept_what_we_sign(judge, name):
    assert judge(credential(name)) == ""


@pytest.mark.parametrize("judge", [openbadges, openvc])
def test_others_refuse_what_was_altered_or_signed_with_another_key(judge):
    tampered = credential()
    tampered["credentialSubject"]["identifier"][0]["identityHash"] = "Mallory"
    assert judge(tampered)
    assert judge(credential(), NOBODY)
    expired = {part: verify.moment(time.time() - ago) for part, ago in (("signed", 9000), ("until", 4000))}
    assert judge(credential(**expired))


def test_others_refuse_what_is_revoked():
    assert "'revocation' is set" in openbadges(credential(index=forge.REVOKED))


def test_others_read_our_status_list_and_its_first_proof():
    whole = json.loads(listed())
    ldp.verify_data_integrity_proof(whole, pem(KEY))
    assert openvc(whole) == ""
    with pytest.raises(OB3VerificationError):
        ldp.verify_data_integrity_proof({**whole, "validUntil": "2099-01-01T00:00:00Z"}, pem(KEY))
    bits = decode_bitstring(whole["credentialSubject"]["encodedList"])
    assert [get_status_bit(bits, place) for place in (forge.REVOKED - 1, forge.REVOKED, forge.REVOKED + 1)] == [0, 1, 0]
    assert len(bits) * 8 == 131072


@needs_all
@pytest.mark.parametrize("name", [forge.NAME, ""])
def test_the_schema_of_open_badges_accepts_it(name):
    path = ALL / "schemas" / "ob_v3p0_achievementcredential_schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    judge = jsonschema.Draft201909Validator(schema, format_checker=jsonschema.FormatChecker())
    judge.validate(credential(name))
    with pytest.raises(jsonschema.ValidationError):
        judge.validate({part: value for part, value in credential(name).items() if part != "validFrom"})


@needs_all
def test_the_contexts_of_the_dependency_are_the_published_ones():
    """For the terms that we use: the newer printing of the 3.0.3 context added two that we do not."""
    from certificates import nquads

    for url, file in zip(verify.CONTEXTS, ("credentials-v2.json", "ob-v3p0-context-3.0.3.newer.json"), strict=True):
        published = json.loads((ALL / "contexts" / file).read_text(encoding="utf-8"))
        assert nquads.load_context(url)["document"] == published


def test_no_context_is_pasted_into_the_project():
    from tests.certificates.vectors import ROOT

    for folder in ("certificates", "ktc"):
        for path in (ROOT / folder).rglob("*.json"):
            assert "@protected" not in path.read_text(encoding="utf-8"), path
