"""Signed certificates in verify.py: the vectors that the browser runs too, and what only the script does."""

import ast
import json
import tracemalloc

import pytest
import rfc8785

from certificates import verify
from tests.certificates import forge
from tests.certificates.vectors import FAULTY, NOW, ROOT, each, load, signed_trust

TRUST = signed_trust()
TESTS = ROOT / "tests"


def candidate_of(vector: dict) -> str:
    """The text of a vector, or the one candidate in its file."""
    if "text" in vector:
        return vector["text"]
    (found,) = verify.candidates((TESTS / vector["file"]).read_bytes().decode("utf-8"))
    return found


@each("credentials", "vectors")
def test_signed_certificate(vector):
    assert verify.check(candidate_of(vector), TRUST, vector["now"]) == vector["expect"]


@each("credentials", "vectors")
def test_a_faulty_file_is_refused_for_the_fault_it_is_named_for(vector):
    if "file" not in vector:
        assert (vector["expect"]["verdict"], vector["expect"]["reason"]) == ("valid", "")
    else:
        reason = forge.reason_of(vector["name"].rpartition(".")[0])
        verdict = "undecided" if reason in verify.UNKNOWN else "invalid"
        assert (vector["expect"]["reason"], vector["expect"]["verdict"]) == (reason, verdict)


def test_every_faulty_file_is_a_vector_and_uses_its_trust_list():
    files = {file.name for file in FAULTY.iterdir()} - {"trust.json"}
    assert files == {vector["name"] for vector in load("credentials")["vectors"] if "file" in vector}
    assert json.loads((FAULTY / "trust.json").read_text(encoding="utf-8")) == TRUST


def test_the_vectors_are_what_forge_makes():
    """Signatures come out again; a status list may be packed otherwise by another zlib."""
    texts = {vector["name"]: vector["text"] for vector in load("credentials")["vectors"] if "text" in vector}
    assert texts == forge.good()
    assert {name: (FAULTY / name).read_bytes().decode() for name in forge.faults()} == forge.faults()


def test_json_and_qr_code_give_the_same_result():
    vectors = {vector["name"]: vector["expect"] for vector in load("credentials")["vectors"]}
    assert vectors["a certificate as its file"] == vectors["the link of its QR code"]
    assert vectors["no name"] == vectors["no name, in the QR code"]
    assert vectors["a certificate as its file"] == vectors["indented, its members in another order"]


@pytest.mark.parametrize("name", ["", 'Zoë \\ "quoted"\n\t\u2028', "😀𐤀", "آمنة"])
def test_a_certificate_is_written_as_rfc_8785_says(name):
    found = forge.values(name=name)
    assert verify.compose(found).encode() == rfc8785.dumps(json.loads(verify.compose(found)))
    assert verify.decode_credential(verify.compose(found)) == found


def test_the_qr_code_rebuilds_the_file_byte_for_byte():
    payload = forge.short().partition("#c=")[2]
    assert verify.compose(verify.decode_short(payload, TRUST["templates"])) == forge.text()


def test_the_issuer_is_named_by_the_trust_list_never_by_the_file():
    shown = verify.check(forge.text(), TRUST, NOW)["certificate"]
    assert (shown["issuer"], forge.template()["issuer_name"]) == ("Section Kisumu (test)", "Section Kisumu")
    unknown = (FAULTY / "unknown-issuer-look-alike.json").read_text(encoding="utf-8")
    assert verify.check(unknown, TRUST, NOW)["certificate"]["issuer"] == ""


def test_every_value_changed_after_signing_is_noticed():
    """For each hole of the shape: another value of the right form never passes."""
    good = forge.values()
    others = {**forge.values(name="Juma", index=12, done="2026-11-21T09:00:00Z", until="2028-11-21T11:00:00Z",
                             signed="2026-11-21T11:00:01Z", id=verify.uuid8(b"another")),
              **forge.template(town="lyon", title="Other", description="Other", language="fr",
                               edition="B" * 22, achievement="https://ktc.example/other",
                               criteria="https://ktc.example/criteria")}  # fmt: skip
    for part in good:
        changed = {**good, part: others[part]}
        assert changed != good, part
        assert verify.check(verify.compose(changed), TRUST, NOW)["verdict"] in ("invalid", "undecided"), part


def test_a_wrong_signature_by_a_listed_key_is_not_excused_by_an_unknown_status():
    lists = {**TRUST, "status": {}}
    result = verify.check((FAULTY / "signature-wrong-name.json").read_text(encoding="utf-8"), lists, NOW)
    assert (result["verdict"], result["reason"]) == ("invalid", "signature-wrong")


def test_a_status_list_that_swells_is_not_unpacked():
    verify.read_status.cache_clear()
    tracemalloc.start()
    assert verify.read_status(TRUST["status"][forge.address("dakar")])[2] == "status-damaged"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000  # of the ten million bytes in it


def test_without_cryptography_nothing_is_valid(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "cryptography.exceptions", None)
    verify.read_status.cache_clear()
    result = verify.check(forge.text(), TRUST, NOW)
    verify.read_status.cache_clear()
    assert (result["verdict"], result["reason"]) == ("could-not-run", "no-cryptography")
    assert verify.check((FAULTY / "expired.json").read_text(encoding="utf-8"), TRUST, NOW)["verdict"] == "invalid"
    verify.read_status.cache_clear()
    record = load("verdicts")["vectors"][0]["text"]
    assert verify.check(record, {**TRUST, "editions": load("verdicts")["trust"]["editions"]}, NOW)["reason"] == ""


def test_the_one_table_of_reasons_has_them_all():
    table = (ROOT / "certificates" / "FORMAT.md").read_text(encoding="utf-8").partition("| reason |")[2]
    rows = [row.split("|")[1] for row in table.splitlines()[2:]]
    listed = {code.strip() for row in rows for code in row.split(",")}
    names = {reason for reason, _ in verify.NAME_RULES} | {"name-alphabet", "name-not-nfc"}
    assert listed - {"name-..."} == set(verify.MESSAGES | verify.TROUBLE) - names


def test_no_status_address_is_ever_opened():
    """The script has no way to fetch: nothing that opens an address is imported."""
    tree = ast.parse((ROOT / "certificates" / "verify.py").read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert not names & {"urllib", "http", "socket", "ssl", "subprocess"}


def renamed(template: dict) -> dict:
    """A template that is none, under the name that its content gives."""
    return {verify.template_id(template): template}


@pytest.mark.parametrize("damage", [
    lambda trust: trust["issuers"][forge.did("kisumu")]["keys"][0].update(multibase="z6Mk"),
    lambda trust: trust["issuers"][forge.did("kisumu")]["keys"][0].update({"from": "2026"}),
    lambda trust: trust["issuers"][forge.did("kisumu")].update(status=["http://x"]),
    lambda trust: trust["issuers"][forge.did("kisumu")].update(name="Kisumu\u202e"),
    lambda trust: trust["issuers"].update({"https://x": {"name": "x", "status": [], "keys": []}}),
    lambda trust: next(iter(trust["templates"].values())).update(title="Other"),
    lambda trust: trust.pop("issuers"),
    lambda trust: trust.update(templates=renamed({**forge.template(), "list": "uA"})),
    lambda trust: trust.update(templates=renamed({"issuer": forge.did("kisumu")})),
])  # fmt: skip
def test_a_damaged_trust_list_could_not_run(tmp_path, damage):
    trust = json.loads(json.dumps(TRUST))
    damage(trust)
    (tmp_path / "trust.json").write_text(json.dumps(trust), encoding="utf-8")
    with pytest.raises(verify.TrustError, match=r"trust\.json"):
        verify.load_trust(tmp_path / "trust.json")
