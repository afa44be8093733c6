"""Keys of a section: made once, kept encrypted, named by their public part."""

from __future__ import annotations

import os
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from certificates import verify
from certificates.errors import CertificateError

SHORTEST = 12  # characters of a passphrase


def multibase(key: Ed25519PrivateKey) -> str:
    """The public key as Multikey (base58btc of 0xed01 and 32 bytes): z6Mk..."""
    public = key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    return verify.base58(b"\xed\x01" + public)


def generate(path: Path, passphrase: str) -> Ed25519PrivateKey:
    """Make a key and keep it in a new file: encrypted PKCS#8 PEM, readable by its owner alone."""
    if len(passphrase) < SHORTEST:
        raise CertificateError(f"the passphrase has fewer than {SHORTEST} characters", "use a few words of a sentence")
    key = Ed25519PrivateKey.generate()
    encryption = serialization.BestAvailableEncryption(passphrase.encode())
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, encryption)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as problem:
        raise CertificateError(
            f"{path}: there is a key already, and it is not overwritten",
            "give another folder, or move the old key to a safe place first",
        ) from problem
    with os.fdopen(handle, "wb") as file:
        file.write(pem)
        file.flush()
        os.fsync(file.fileno())
    return key


def load(path: Path, passphrase: str) -> Ed25519PrivateKey:
    """The key in a file that `generate` wrote; refuses files that others can read, and keys that are not encrypted."""
    try:
        pem = path.read_bytes()
    except OSError as problem:
        raise CertificateError(f"{path}: no key ({problem.strerror})", "run keygen, or give its folder") from problem
    if os.name == "posix" and path.stat().st_mode & 0o077:
        raise CertificateError(f"{path}: others on this computer can read the key", f"run: chmod 600 {path}")
    if b"BEGIN ENCRYPTED PRIVATE KEY" not in pem:
        raise CertificateError(f"{path}: this is not an encrypted key", "make a new one with keygen")
    try:
        key = serialization.load_pem_private_key(pem, passphrase.encode())
    except (ValueError, TypeError) as problem:
        raise CertificateError(f"{path}: wrong passphrase, or a damaged file", "try again, or restore it") from problem
    if not isinstance(key, Ed25519PrivateKey):
        raise CertificateError(f"{path}: this is not an Ed25519 key", "make a new one with keygen")
    return key
