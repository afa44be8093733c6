"""Digital Bazaar's verifier, installed by npm, on freshly signed certificates: both proofs, dates, status; offline."""

import json
import subprocess
import time
from pathlib import Path

import pytest
from filelock import FileLock

from certificates import nquads, status, verify
from certificates.section import did_document
from ktc import node
from tests.certificates import forge

FOLDER = Path(__file__).with_name("others")
SUITES = ["eddsa-jcs-2022", "eddsa-rdfc-2022"]
TIMES = {"signed": verify.moment(time.time() - 60), "done": verify.moment(time.time() - 120),
         "until": verify.moment(time.time() + 1e7)}  # fmt: skip
KEY, ADDRESS = forge.key_of("kisumu"), forge.address("kisumu")


def credential(**more) -> dict:
    return json.loads(forge.text(**{**TIMES, **more}))


def changed(whole: dict, *path, value) -> dict:
    inner = whole
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return whole


def other_signature(proof: int) -> dict:
    """A certificate with one signature of another."""
    other = credential(index=5000)["proof"][proof]["proofValue"]
    return changed(credential(), "proof", proof, "proofValue", value=other)


CASES = {
    "valid": credential(),
    "valid without a name": credential(name=""),
    "valid in Arabic": credential(name="آمنة بنت عبد الرحمن"),
    "another name": changed(credential(), "credentialSubject", "identifier", 0, "identityHash", value="Mallory"),
    "another end": changed(credential(), "validUntil", value="2099-01-01T00:00:00Z"),
    "first signature of another": other_signature(0),
    "second signature of another": other_signature(1),
    "signed with a key that is not the section's": credential(key="kisumu, next"),
    "revoked": credential(index=forge.REVOKED),
    "expired": credential(signed=verify.moment(time.time() - 9e6), until=verify.moment(time.time() - 8e6),
                          done=verify.moment(time.time() - 9e6)),
}  # fmt: skip


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> dict[str, dict]:
    """What the verifier says of each case; it is installed once, as its lock file says."""
    with FileLock(tmp_path_factory.getbasetemp().parent / "others.lock"):
        if not (FOLDER / "node_modules" / ".package-lock.json").exists():
            node.install_locked(FOLDER)
    key, window = forge.template()["key"], (TIMES["signed"], TIMES["until"])
    given = {
        "contexts": {url: nquads.load_context(url)["document"] for url in verify.CONTEXTS},
        "did": did_document(forge.did("kisumu"), [key]),
        "lists": [json.loads(status.make(forge.did("kisumu"), ADDRESS, [forge.REVOKED], window, KEY))],
        "cases": list(CASES.values()),
    }
    done = subprocess.run([node.install_node(), "judge.mjs"], cwd=FOLDER, input=json.dumps(given), text=True,
                          capture_output=True, timeout=60)  # fmt: skip
    assert done.returncode == 0, done.stderr
    return dict(zip(CASES, json.loads(done.stdout), strict=True))


@pytest.mark.parametrize("case", [case for case in CASES if case.startswith("valid")])
def test_it_accepts_both_proofs_of_what_we_sign(told, case):
    assert told[case] == {"proofs": SUITES, "wrong": []}


@pytest.mark.parametrize("case", [case for case in CASES if not case.startswith("valid")])
def test_it_refuses_what_is_not_as_we_signed_it(told, case):
    assert told[case]["wrong"]


@pytest.mark.parametrize("case", ["another name", "another end"])
def test_no_proof_holds_of_an_altered_text(told, case):
    assert told[case]["proofs"] == []


def test_our_second_proof_covers_the_first(told):
    """Each is checked on its own there; for us the first is the nonce of the second, so neither goes alone."""
    assert told["first signature of another"]["proofs"] == ["eddsa-jcs-2022"]
    assert told["second signature of another"]["proofs"] == ["eddsa-rdfc-2022"]
    for proof in (0, 1):
        assert verify.check(json.dumps(other_signature(proof)), forge.trust(), time.time())["verdict"] == "invalid"


@pytest.mark.parametrize(("case", "reason"), [("revoked", "revoked"), ("expired", 'is after "validUntil"')])
def test_it_refuses_for_that_reason_alone(told, case, reason):
    assert all(reason in said for said in told[case]["wrong"]), told[case]["wrong"]
