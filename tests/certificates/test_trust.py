"""The folders of the sections: whole ones make the trust list, and everything wrong in one is said."""

import json
import shutil

import pytest

from certificates import publish, trust, verify
from certificates.ledger import Ledger
from certificates.section import DAY
from tests.certificates import forge
from tests.certificates.issuer import Issuer, record
from tests.certificates.vectors import NOW


@pytest.fixture
def root(tmp_path):
    """A site with one section that has signed."""
    issuer = Issuer(tmp_path / "kisumu")
    issuer.sign(record())
    shutil.copytree(issuer.section.publish, tmp_path / "issuers" / "kisumu")
    return tmp_path


def said(root, now=NOW) -> list[str]:
    return [f"{finding.severity}: {finding.file}: {finding.what}" for finding in trust.check(root, now)]


def edit(root, name: str, change) -> None:
    path = root / "issuers" / "kisumu" / name
    data = json.loads(path.read_text(encoding="utf-8"))
    change(data)
    path.write_text(json.dumps(data), encoding="utf-8")


def test_a_whole_folder_is_trusted_and_without_findings(root):
    assert said(root) == []
    found = trust.parts(root)
    text = next((root / "kisumu" / "certificates").glob("*.json")).read_text(encoding="utf-8")
    whole = {"names": {"ranges": [[32, 122]]}, "editions": {}, "version": 1, **found}
    assert verify.check(text, whole, NOW)["verdict"] == "valid"


def test_a_site_without_sections_has_an_empty_list(tmp_path):
    assert trust.parts(tmp_path) == {"issuers": {}, "templates": {}, "status": {}}
    assert said(tmp_path) == []


@pytest.mark.parametrize(("spoil", "message"), [
    (lambda root: edit(root, "issuer.json", lambda data: data.pop("keys")),
     "error: kisumu/issuer.json: cannot be used"),
    (lambda root: edit(root, "issuer.json", lambda data: data["keys"][0].update(multibase="z6Mk")), "cannot be used"),
    (lambda root: edit(root, "did.json", lambda data: data["verificationMethod"].clear()), "error: kisumu/did.json"),
    (lambda root: (root / "issuers/kisumu/did.json").unlink(), "error: kisumu/did.json"),
    (lambda root: (root / "issuers/kisumu/status.json").unlink(), "status.json: missing, damaged"),
    (lambda root: (root / "issuers/kisumu/status.json").write_text(forge.status_list("lyon")), "not this section's"),
    (lambda root: edit(root, "issuer.json", lambda data: data["keys"][0].update(compromised="2026-11-21T00:00:00Z")),
     "no key can sign any more"),
    (lambda root: edit(root, "issuer.json", lambda data: data["keys"][0].update(compromised="2026-11-21T00:00:00Z")),
     "a key that is not good (key-compromised)"),
    (lambda root: edit(root, "issuer.json", lambda data: data["keys"][0].update(until="2026-12-01T00:00:00Z")),
     "warning: kisumu/issuer.json: its last key is good until 2026-12-01T00:00:00Z only"),
    (lambda root: edit(root, f"templates/{next((root / 'issuers/kisumu/templates').iterdir()).name}",
                       lambda data: data.update(title="Other")), "this template was altered"),
    (lambda root: (root / "issuers/kisumu/key.pem").write_text("-----BEGIN ENCRYPTED PRIVATE KEY-----"),
     "a private key must never be published"),
    (lambda root: (shutil.copytree(root / "issuers/kisumu", root / "issuers/lyon"),
                   (root / "issuers/lyon/issuer.json").write_text((root / "issuers/kisumu/issuer.json").read_text(
                   ).replace("Kisumu Section", "KÌSUMU  section"))), "its name looks like that of kisumu"),
])  # fmt: skip
def test_what_is_wrong_is_said(root, spoil, message):
    spoil(root)
    assert any(message in line for line in said(root)), said(root)


def test_what_is_about_to_expire_is_said_in_time(root):
    assert said(root, NOW + 59 * DAY) == []
    assert said(root, NOW + 61 * DAY) == ["warning: kisumu/status.json: expires on 2027-02-19"]
    assert said(root, NOW + 91 * DAY) == [
        "error: kisumu/status.json: expired on 2027-02-19: certificates are undecided"
    ]


def test_revoking_and_a_leaked_key(tmp_path):
    issuer = Issuer(tmp_path / "kisumu")
    issuer.sign(record(), record("Juma"))
    first, second = (verify.decode_credential(text.strip())["id"] for text in issuer.files().values())
    with Ledger(issuer.section.ledger) as book:
        book.add([{"revoked": first, "at": verify.moment(NOW), "reason": "a test"}])
        publish.publish_status(issuer.section, book, issuer.key, NOW, 90)
    results = [verify.check(text, issuer.trust(), NOW)["reason"] for text in issuer.files().values()]
    assert results == ["revoked", ""]
    new = Issuer.__new__(Issuer)
    new.key = forge.key_of("a new key")
    new.section = type(issuer.section)(**{**vars(issuer.section), "key": forge.keys.multibase(new.key)})
    publish.new_key(new.section, NOW, leaked=True)
    with Ledger(new.section.ledger) as book:
        publish.publish_status(new.section, book, new.key, NOW, 90)
    results = [verify.check(text, new.trust(), NOW)["reason"] for text in issuer.files().values()]
    assert results == ["key-compromised", "key-compromised"]
    document = json.loads((new.section.publish / "did.json").read_text(encoding="utf-8"))
    assert document["assertionMethod"] == [f"{new.section.id}#{new.section.key}"]
    assert second
