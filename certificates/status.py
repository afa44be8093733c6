"""The status list of a section: a signed file that says which certificates are revoked, and expires.

W3C Bitstring Status List 1.0: one bit a certificate, 131072 of them (its least, so that a place says little), gzip,
base64url. The first bit is the highest one of the first byte.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from certificates import keys, proofs, verify


def encode(indexes: Iterable[int]) -> str:
    """`encodedList` in which these places are set."""
    bits = bytearray(verify.LIST_BYTES)
    for index in indexes:
        bits[index // 8] |= 1 << 7 - index % 8
    return "u" + verify.b64(gzip.compress(bytes(bits), 9, mtime=0))


def places(bits: bytes) -> set[int]:
    """The places that are set in an unpacked list."""
    return {8 * at + bit for at, byte in enumerate(bits) if byte for bit in range(8) if byte & 1 << 7 - bit}


def make(issuer: str, address: str, revoked: Iterable[int], times: tuple[str, str], key: Ed25519PrivateKey) -> str:
    """The text of a status list that is signed at times[0] and good until times[1]; `address` is where it will be."""
    values = {
        "issuer": issuer,
        "status": address,
        "key": keys.multibase(key),
        "name": "",
        "list": encode(revoked),
        "signed": times[0],
        "until": times[1],
    }
    return verify.compose(proofs.sign(values, key)) + "\n"
