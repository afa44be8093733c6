"""Keys: encrypted, private, never overwritten; every refusal says what to do."""

import stat

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, x25519

from certificates import keys
from certificates.errors import CertificateError

WORDS = "three words of a sentence"


def pem(key, encryption) -> bytes:
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, encryption)


def test_a_key_comes_back_with_its_passphrase(tmp_path):
    key = keys.generate(tmp_path / "key.pem", WORDS)
    assert keys.multibase(keys.load(tmp_path / "key.pem", WORDS)) == keys.multibase(key)
    assert keys.multibase(key).startswith("z6Mk")


def test_the_file_is_encrypted_and_its_owners_alone(tmp_path):
    keys.generate(tmp_path / "key.pem", WORDS)
    assert stat.S_IMODE((tmp_path / "key.pem").stat().st_mode) == 0o600
    assert (tmp_path / "key.pem").read_bytes().startswith(b"-----BEGIN ENCRYPTED PRIVATE KEY-----\n")


def test_a_key_is_never_overwritten(tmp_path):
    keys.generate(tmp_path / "key.pem", WORDS)
    before = (tmp_path / "key.pem").read_bytes()
    with pytest.raises(CertificateError, match="not overwritten"):
        keys.generate(tmp_path / "key.pem", WORDS)
    assert (tmp_path / "key.pem").read_bytes() == before


def test_a_short_passphrase_is_refused_before_there_is_a_file(tmp_path):
    with pytest.raises(CertificateError, match="fewer than 12"):
        keys.generate(tmp_path / "key.pem", "short")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("spoil", "words", "message"), [
    (lambda path: None, "other words of a sentence", "wrong passphrase"),
    (lambda path: path.chmod(0o644), WORDS, "others on this computer"),
    (lambda path: path.unlink(), WORDS, "no key"),
    (lambda path: path.write_bytes(path.read_bytes()[:80]), WORDS, "wrong passphrase, or a damaged file"),
    (lambda path: path.write_bytes(pem(ed25519.Ed25519PrivateKey.generate(), serialization.NoEncryption())), WORDS,
     "not an encrypted key"),
    (lambda path: path.write_bytes(pem(x25519.X25519PrivateKey.generate(),
                                       serialization.BestAvailableEncryption(WORDS.encode()))),
     WORDS, "not an Ed25519"),
])  # fmt: skip
def test_what_is_wrong_with_a_key_is_said(tmp_path, spoil, words, message):
    path = tmp_path / "key.pem"
    keys.generate(path, WORDS)
    spoil(path)
    with pytest.raises(CertificateError, match=message):
        keys.load(path, words)
