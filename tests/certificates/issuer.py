"""An invented section with a folder of its own, and records that pass, for the tests of signing."""

import json
import os
from pathlib import Path

from certificates import collect, keys, publish, section, sign, verify
from certificates.ledger import Ledger
from tests.certificates import forge
from tests.certificates.vectors import NOW, signed_trust

TRUST = signed_trust()
SITE = "https://ktc.example"


class Issuer:
    """A section in a folder; its key does not wait for a passphrase."""

    def __init__(self, folder: Path, sentence: str = "issuer"):
        self.key = forge.key_of(sentence)
        self.section = section.Section(folder, f"did:web:ktc.example:issuers:{folder.name}", "Kisumu Section", SITE,
                                       keys.multibase(self.key))  # fmt: skip
        folder.mkdir(exist_ok=True)
        self.section.save()
        publish.new_key(self.section, NOW - 3600)

    def rows(self, *texts: str, book: Ledger | None = None) -> list[collect.Row]:
        return collect.collect(texts, TRUST, NOW, book.nonces if book else None)

    def batch(self) -> sign.Batch:
        return sign.Batch(self.section, self.key, verify.moment(NOW), verify.moment(NOW + 1e8), achievement)

    def sign(self, *texts: str, write=lambda found: None) -> sign.Outcome:
        with Ledger(self.section.ledger) as book:
            outcome = sign.sign(self.batch(), self.rows(*texts, book=book), book, write)
            publish.publish_status(self.section, book, self.key, NOW, 90)
        return outcome

    def files(self) -> dict[str, str]:
        folder = self.section.folder / "certificates"
        found = sorted(folder.glob("*.json")) if folder.exists() else []
        return {path.name: path.read_text(encoding="utf-8") for path in found}

    def trust(self) -> dict:
        """The trust list of a site that has taken what this section publishes."""
        public = self.section.publish
        issuer = json.loads((public / "issuer.json").read_text(encoding="utf-8"))
        templates = {path.stem: json.loads(path.read_text(encoding="utf-8"))
                     for path in (public / "templates").glob("*.json")}  # fmt: skip
        listed = (public / "status.json").read_text(encoding="utf-8").strip()
        return {**TRUST, "issuers": {issuer["id"]: issuer}, "templates": templates,
                "status": {self.section.status_address: listed}}  # fmt: skip


def achievement(edition: str, language: str) -> dict[str, str]:
    return {"achievement": f"{SITE}/{language}/codes/index.html#{edition}", "title": "Colours and forms",
            "description": "Studied.", "criteria": f"{SITE}/{language}/about/index.html", 
            "language": language}  # fmt: skip


def record(name: str = "Amina", nonce: bytes | None = None, answers=((0, "b"), (1, "ac"), (3, "c"))) -> str:
    """A link to a record that passes, with a random number of its own."""
    fields = {"edition": forge.EDITION, "finished": NOW - 7200, "nonce": verify.b64(nonce or os.urandom(16)),
              "session": "KIS1", "name": name, "answers": [list(answer) for answer in answers]}  # fmt: skip
    return f"{SITE}/en/verify/index.html#r={verify.encode_record(fields)}"
