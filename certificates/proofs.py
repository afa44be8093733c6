"""Both proofs of a certificate or a status list: eddsa-rdfc-2022, then eddsa-jcs-2022 (vc-di-eddsa 3.2 and 3.3)."""

from __future__ import annotations

import hashlib

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from certificates import rdfc, verify


def sign(values: dict[str, str], key: Ed25519PrivateKey) -> dict[str, str]:
    """The values of a certificate or a status list with both signatures; verify.compose then writes it.

    rdfc.CanonizeError where a value cannot be signed safely.
    """
    signed = {**values, "rdfc": verify.base58(key.sign(rdfc_bytes(values)))}
    return {**signed, "jcs": verify.base58(key.sign(verify.signed_bytes(signed)))}


def rdfc_bytes(values: dict[str, str]) -> bytes:
    """What the first proof signs: hashes of its canonical options and of the canonical body."""
    options = {name: values[name] for name in ("issuer", "key", "signed")}
    kind, body = shape_of(values)
    return b"".join(
        hashlib.sha256(part).digest() for part in (rdfc.canonize("options", options), rdfc.canonize(kind, body))
    )


def shape_of(values: dict[str, str]) -> tuple[str, dict[str, str]]:
    """The shape in nquads.json, and the values that fill it."""
    body = {name: value for name, value in values.items() if name not in ("key", "rdfc", "jcs")}
    if "list" in values:
        return "list", body
    if values["name"]:
        return "named", body
    return "nameless", {**body, "subject": verify.uuid8(values["id"].encode())}
