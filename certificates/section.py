"""The folder of a section that signs: its key and ledger (private), what it gives out, and what it publishes.

section.json       who it is, and which key signs        ledger.jsonl    what was signed
key.pem            the private key, encrypted            certificates/   the files for the learners
index.csv          whose they are (private)
publish/           issuer.json, did.json, status.json, templates/: copy it to issuers/<section>/ of the site
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from certificates import verify
from certificates.errors import CertificateError
from certificates.files import write_whole

DAY = 86400
RESERVED = "demo"  # the short name of the demonstration (certificates/demo)


@dataclass(frozen=True)
class Section:
    """Who signs: `id` is a did:web, `name` what people read, `site` the address of its copy of the site."""

    folder: Path
    id: str
    name: str
    site: str
    key: str

    @property
    def publish(self) -> Path:
        return self.folder / "publish"

    @property
    def status_address(self) -> str:
        """Where the status list will be: beside did.json, where did:web says."""
        return did_address(self.id).removesuffix("did.json") + "status.json"

    @property
    def ledger(self) -> Path:
        return self.folder / "ledger.jsonl"

    def key_file(self, key: str | None = None) -> Path:
        return self.folder / f"key-{(key or self.key)[-8:]}.pem"

    def save(self) -> None:
        data = {name: value for name, value in asdict(self).items() if name != "folder"}
        write_whole(self.folder / "section.json", pretty(data))


def did_of(site: str, short: str) -> str:
    """did:web of a section on a site: its did.json will be at <site>/issuers/<short>/did.json."""
    host, _, path = site.removeprefix("https://").rstrip("/").partition("/")
    places = [host.replace(":", "%3A"), *filter(None, path.split("/")), "issuers", short]
    did = "did:web:" + ":".join(places)
    if short == RESERVED:
        raise CertificateError(f"the short name {short} is that of the demonstration", "give another one")
    if (
        not site.startswith("https://")
        or not re.fullmatch("[a-z0-9-]+", short)
        or not re.fullmatch(verify.FORMS["issuer"][1], did)
    ):
        raise CertificateError(
            f"{site} with the short name {short} makes no issuer address",
            "the site is like https://example.org/code, the short name like kenya",
        )
    return did


def did_address(did: str) -> str:
    """The address of the did.json of a did:web (did:web specification, 3.2)."""
    places = did.removeprefix("did:web:").split(":")
    return "https://" + "/".join(place.replace("%3A", ":") for place in places) + "/did.json"


def did_document(did: str, keys: list[str]) -> dict:
    """The did.json of an issuer with these public keys."""
    methods = [{"id": f"{did}#{key}", "type": "Multikey", "controller": did, "publicKeyMultibase": key} for key in keys]
    return {
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": did,
        "verificationMethod": methods,
        "assertionMethod": [method["id"] for method in methods],
    }


def load(folder: Path) -> Section:
    """The section in a folder; CertificateError where there is none."""
    try:
        return Section(folder, **json.loads((folder / "section.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as problem:
        raise CertificateError(f"{folder}: no section's folder, or a damaged one", "make one with keygen") from problem


def pretty(data: object) -> str:
    """JSON for people."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
