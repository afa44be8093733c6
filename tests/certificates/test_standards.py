"""Standards' own vectors drive our code: Ed25519 (RFC 8032, Wycheproof), JCS (RFC 8785), proofs (W3C vc-di-eddsa)."""

import hashlib
import json

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from certificates import keys, nquads, verify
from tests.certificates.standards import ALL, CARRIED, ids, needs_all, read

W3C = "w3c-vc-di-eddsa/"


def verified(public: bytes, message: bytes, signature: bytes) -> bool:
    """As check_signature does it, from the same key object."""
    try:
        verify.public_key(verify.base58(b"\xed\x01" + public)).verify(signature, message)
    except InvalidSignature:
        return False
    return True


@pytest.mark.parametrize("vector", CARRIED["ed25519"], ids=ids(CARRIED["ed25519"]))
def test_ed25519_of_the_rfc(vector):
    secret, public, message, signature = (bytes.fromhex(vector[part]) for part in (
        "secret", "public", "message", "signature"))  # fmt: skip
    key = Ed25519PrivateKey.from_private_bytes(secret)
    assert key.sign(message) == signature
    assert keys.multibase(key) == verify.base58(b"\xed\x01" + public)
    assert verified(public, message, signature)
    assert not verified(public, message + b"x", signature)


@pytest.mark.parametrize("vector", CARRIED["jcs"], ids=ids(CARRIED["jcs"]))
def test_jcs_of_the_rfc(vector):
    assert verify.jcs(vector["given"]).hex() == vector["hex"]


@needs_all
def test_all_of_rfc_8032():
    for vector in read("rfc8032/ed25519_sign.json"):
        key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(vector["secret"]))
        assert key.sign(bytes.fromhex(vector["message"])).hex() == vector["signature"], vector["name"]


@needs_all
def test_all_of_wycheproof():
    wrong = []
    for group in read("wycheproof/ed25519_test.json")["testGroups"]:
        public = bytes.fromhex(group["publicKey"]["pk"])
        for test in group["tests"]:
            given = verified(public, bytes.fromhex(test["msg"]), bytes.fromhex(test["sig"]))
            if given != (test["result"] == "valid"):
                wrong.append((test["tcId"], test["comment"]))
    assert wrong == []


@needs_all
def test_all_of_rfc_8785_that_has_no_floats_and_no_names_beyond_ascii():
    folder, done = ALL / "vectors" / "rfc8785", []
    for path in sorted((folder / "input").glob("*.json")):
        value = json.loads(path.read_text(encoding="utf-8"))
        try:
            text = verify.jcs(value)
        except ValueError:
            continue
        assert text.hex() == "".join((folder / "outhex" / f"{path.stem}.txt").read_text().split()), path.name
        done.append(path.stem)
    assert done


@needs_all
def test_the_key_of_w3c_in_multibase():
    pair = read(W3C + "keyPair.json")
    key = Ed25519PrivateKey.from_private_bytes(verify.unbase58(pair["privateKeyMultibase"])[2:])
    assert keys.multibase(key) == pair["publicKeyMultibase"]


@needs_all
def test_the_jcs_proof_of_w3c():
    """The steps of proofs.py and verify.signed_bytes on W3C's own credential come to its hashes and its signature."""
    signed = read(W3C + "eddsa-jcs-2022-signedJCS.json")
    proof = signed.pop("proof")
    value = proof.pop("proofValue")
    texts = [verify.canonical(part) for part in (proof, signed)]
    folder = ALL / "vectors" / W3C
    assert texts[0] == (folder / "eddsa-jcs-2022-proofCanonJCS.txt").read_text(encoding="utf-8").strip()
    assert texts[1] == (folder / "eddsa-jcs-2022-canonDocJCS.txt").read_text(encoding="utf-8").strip()
    hashes = b"".join(hashlib.sha256(text.encode()).digest() for text in texts)
    assert hashes.hex() == (folder / "eddsa-jcs-2022-combinedHashJCS.txt").read_text().strip()
    check(hashes, value)


@needs_all
def test_the_rdfc_proof_of_w3c(monkeypatch):
    """The judge of our fast canonization, on W3C's own credential."""
    signed = read(W3C + "eddsa-rdfc-2022-signedDataInt.json")
    examples = read(W3C + "credentials-examples-v2.json")
    known = nquads.load_context

    def load(url: str, options: dict | None = None) -> dict:
        named = {"contextUrl": None, "documentUrl": url, "document": examples}
        return named if url.endswith("examples/v2") else known(url)

    monkeypatch.setattr(nquads, "load_context", load)
    proof = signed.pop("proof")
    value, contexts = proof["proofValue"], signed["@context"]
    texts = [nquads.canonize(nquads.options_of(proof, contexts)), nquads.canonize(signed)]
    folder = ALL / "vectors" / W3C
    assert texts[1] == (folder / "eddsa-rdfc-2022-canonDocDataInt.txt").read_text(encoding="utf-8")
    hashes = b"".join(hashlib.sha256(text.encode()).digest() for text in texts)
    assert hashes.hex() == (folder / "eddsa-rdfc-2022-combinedHashDataInt.txt").read_text().strip()
    check(hashes, value)


def check(hashes: bytes, value: str) -> None:
    """The signature comes out of the key, and fits it; base58 goes both ways."""
    pair = read(W3C + "keyPair.json")
    key = Ed25519PrivateKey.from_private_bytes(verify.unbase58(pair["privateKeyMultibase"])[2:])
    assert verify.base58(key.sign(hashes)) == value
    assert verify.base58(verify.unbase58(value)) == value
    verify.public_key(pair["publicKeyMultibase"]).verify(verify.unbase58(value), hashes)
