"""Signed certificates for the tests, good and bad: run `python -m tests.certificates.forge` to write them anew.

It writes tests/vectors/credentials.json (for the script and the browser) and tests/bad/certificates/ (a file per
fault, named for its reason). Keys come from sentences, so the same files come out again.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import shutil

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from certificates import keys, proofs, rdfc, status, verify
from certificates.credential import make_template
from tests.certificates.vectors import FAULTY, FOLDER, NAMES, NOW, load

PAYLOAD = "1.m-1GME2q4jqEWtQryemNYw.toujs0.AAECAwQFBgcICQoLDA0ODw.KIS1.QW1pbmE.0b1ac3c"
EDITION = PAYLOAD.split(".")[1]
SIGNED, UNTIL = "2026-11-21T11:00:00Z", "2029-11-21T11:00:00Z"  # NOW is 12:00 that day
HOST = "https://ktc.example"
NAME, REVOKED = "Amina Wanjiru", 77


def key_of(sentence: str) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(hashlib.sha256(f"tests of Know the Code: {sentence}".encode()).digest())


def life(sentence: str, since="2026-01-01T00:00:00Z", until=None, compromised=None) -> dict:
    return {"multibase": keys.multibase(key_of(sentence)), "from": since, "until": until, "compromised": compromised}


LIVES = {  # keys of each section
    "kisumu": [life("kisumu"), life("kisumu, retired", until="2026-06-30T23:59:59Z"),
               life("kisumu, leaked", compromised="2026-11-01T00:00:00Z"),
               life("kisumu, next", since="2027-01-01T00:00:00Z")],
    **{town: [life(town)] for town in ("lyon", "lima", "oslo", "quito", "dakar", "minsk", "tunis")},
}  # fmt: skip


def did(town: str) -> str:
    return f"did:web:ktc.example:issuers:{town}"


def address(town: str) -> str:
    return f"{HOST}/issuers/{town}/status.json"


def template(town: str = "kisumu", key: str = "", **other: str) -> dict:
    return make_template(**{
        "issuer": did(town), "issuer_name": f"Section {town.title()}", "key": keys.multibase(key_of(key or town)),
        "achievement": f"{HOST}/en/check/index.html#{EDITION}", "title": "Colours and forms",
        "description": "Studied colours and forms, and passed the final check.",
        "criteria": f"{HOST}/en/about/certificates/index.html", "language": "en", "edition": EDITION,
        "status": address(town), **other})  # fmt: skip


def values(town: str = "kisumu", key: str = "", name: str = NAME, index: int = 4711, shared=None, **other) -> dict:
    """The values of a signed certificate. What our signer would refuse gets a first signature of zeros."""
    found = {**(shared or template(town, key)), "id": verify.uuid8(PAYLOAD.encode()), "name": name, "signed": SIGNED,
             "done": "2026-11-21T10:00:00Z", "until": UNTIL, "index": str(index), **other}  # fmt: skip
    signer = key_of(key or town)
    try:
        return proofs.sign(found, signer)
    except (rdfc.CanonizeError, UnicodeEncodeError):
        found["rdfc"] = verify.base58(bytes(64))
        return {**found, "jcs": verify.base58(signer.sign(verify.signed_bytes(found)))}


def text(**more) -> str:
    return verify.compose(values(**more))


def short(shared: dict | None = None, **more) -> str:
    shared = shared or template()
    return f"{HOST}/en/verify/index.html#c=" + verify.encode_short(
        verify.template_id(shared), values(shared=shared, **more)
    )


def status_list(town: str, key: str = "", times=(SIGNED, "2027-11-21T11:00:00Z"), packed: bytes | None = None) -> str:
    if packed is None:
        return status.make(did(town), address(town), [REVOKED], times, key_of(key or town)).strip()
    found = {"issuer": did(town), "status": address(town), "key": keys.multibase(key_of(town)), "name": "",
             "signed": times[0], "until": times[1], "list": "u" + verify.b64(packed)}  # fmt: skip
    return verify.compose(proofs.sign(found, key_of(town)))


def trust() -> dict:
    """The invented trust list; its names are those of certificates/names.json."""
    shared = template()
    names = {town: f"Section {town.title()} (test)" for town in LIVES}
    return {
        "version": 1, "names": NAMES, "editions": load("verdicts")["trust"]["editions"],
        "issuers": {did(town): {"name": names[town], "status": [address(town)], "keys": lives}
                    for town, lives in LIVES.items()},
        "templates": {verify.template_id(shared): shared},
        "status": {
            address("kisumu"): status_list("kisumu"),
            address("lyon"): status_list("lyon", times=("2026-01-01T00:00:00Z", "2026-11-21T11:59:59Z")),
            address("oslo"): status_list("oslo", key="lyon"),
            address("quito"): status_list("quito", packed=gzip.compress(bytes(verify.LIST_BYTES - 1), mtime=0)),
            address("dakar"): status_list("dakar", packed=gzip.compress(bytes(10_000_000), mtime=0)),
            address("tunis"): status.make(did("tunis"), f"{address('tunis')}?2", [], ("2026-11-21T11:00:00Z", UNTIL),
                                          key_of("tunis")).strip(),
            address("minsk"): status_list("minsk", times=("2026-11-21T12:05:01Z", "2027-11-21T11:00:00Z")),
        }}  # fmt: skip


def changed(*path, value=None, **more) -> str:
    """A certificate in which one member was changed, or taken out, after it was signed."""
    whole = json.loads(text(**more))
    inner = whole
    for step in path[:-1]:
        inner = inner[step]
    if value is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return verify.canonical(whole)


def replaced(old: str, new: str, whole: str | None = None) -> str:
    whole = whole or text()
    assert old in whole, old
    return whole.replace(old, new, 1)


def edited(number: int, value: str) -> str:
    """A short form with another part."""
    before, _, payload = short().partition("#c=")
    parts = payload.split(".")
    parts[number] = value
    return f"{before}#c={'.'.join(parts)}"


def page(whole: str, name: str = NAME) -> str:
    escaped = whole.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return f'<!DOCTYPE html>\n<title>{name}</title>\n<script type="application/ld+json" id="ktc-certificate">' \
           f"{escaped}</script>\n<p>{name}</p>\n"  # fmt: skip


def good() -> dict[str, str]:
    """Texts that are accepted, by what is special about them."""
    arabic = "آمنة بنت عبد الرحمن بن يوسف الأنصاري المقدسي"[:40].strip()
    return {
        "a certificate as its file": text(),
        "indented, its members in another order": json.dumps(json.loads(text()), indent=2),
        "escaped as ASCII": json.dumps(json.loads(text(name="Zoë ’Ñ")), ensure_ascii=True),
        "the link of its QR code": short(),
        "the QR code of a copy without an address": "#c=" + short().partition("#c=")[2],
        "no name": text(name=""),
        "no name, in the QR code": short(name=""),
        "a long name in Arabic": text(name=arabic),
        "a long name in Arabic, in the QR code": short(name=arabic),
        "a name with a zero-width non-joiner in Persian": text(name="می\u200cخواهم"),
        "a title with quotation marks and a backslash": text(
            shared=template(title='Colours "and" \\ forms', edition="A" * 22)),
        "a retired key, while it was in use": text(key="kisumu, retired", signed="2026-06-30T23:59:59Z",
                                                   done="2026-06-30T23:59:59Z", until=UNTIL),
        "the last place of the status list": text(index=8 * verify.LIST_BYTES - 1),
        "signed five minutes ahead of this clock": text(signed="2026-11-21T12:05:00Z"),
        "good until this second": text(until="2026-11-21T12:00:00Z"),
    }  # fmt: skip


def faults() -> dict[str, str]:
    """Texts that are refused, by the name of their file: reason, then what is special."""
    subject, achievement = "credentialSubject", ("credentialSubject", "achievement")
    other_key = keys.multibase(key_of("nobody's"))
    zeros, spare = "z" + "1" * 64, base64.urlsafe_b64encode(bytes(16)).decode()[:21] + "B"
    look_alike = template(issuer="did:web:ktc-example:issuers:kisumu", key=keys.multibase(key_of("nobody's")))
    return {
        "empty.json": " \n",
        "too-large.json": json.dumps(json.loads(text()), indent=2000),
        "not-a-certificate-other-json.json": '{"type": "VerifiableCredential"}',
        "not-a-certificate-list.json": "{}",
        "not-a-certificate-no-proof.json": changed("proof"),
        "bad-json-cut-off.json": text()[:-1],
        "bad-json-two.json": text() + text(),
        "bad-json-comma.json": text()[:-1] + ",}",
        "bad-json-not-a-number.json": replaced('"index"', "NaN", replaced("4711", "index")),
        "bad-json-infinity.json": replaced('"index"', "-Infinity", replaced("4711", "index")),
        "bad-json-line-break-in-a-text.json": replaced(NAME, "Amina\nWanjiru"),
        "json-too-deep.json": '{"a":' + "[" * 5000 + "]" * 5000 + "}",
        "json-too-deep-by-one.json": replaced('"id"', f'"deep":{"[" * 49}{"]" * 49},"id"'),
        "json-duplicate-key-name.json": replaced('"identityHash"', '"identityHash":"Mallory","identityHash"'),
        "json-duplicate-key-proof.json": replaced('"proof":', '"proof":[],"proof":'),
        "json-number-float.json": replaced('"4711"', "4711.0"),
        "json-number-whole.json": replaced('"4711"', "4711"),
        "json-number-huge.json": replaced('"4711"', "9" * 5000),
        "json-surrogate.json": replaced(NAME, "Amina \\ud800"),
        "bad-context-appended.json": changed("@context", value=[*verify.CONTEXTS, "https://evil.example/c"]),
        "bad-context-inline.json": changed("@context", 1, value={"name": "https://evil.example/name"}),
        "bad-context-missing.json": changed("@context", 1),
        "bad-context-text.json": changed("@context", value=verify.CONTEXTS[0]),
        "bad-proof-algorithm-none.json": changed("proof", 1, "alg", value="none"),
        "bad-proof-other-suite.json": changed("proof", 1, "cryptosuite", value="ecdsa-jcs-2019"),
        "bad-proof-other-type.json": changed("proof", 1, "type", value="Ed25519Signature2020"),
        "bad-proof-key-in-the-file.json": changed("proof", 1, "publicKeyMultibase", value=other_key),
        "bad-proof-first-only.json": changed("proof", 1),
        "bad-proof-second-only.json": changed("proof", 0),
        "bad-proof-third.json": changed("proof", value=json.loads(text())["proof"] + [json.loads(text())["proof"][1]]),
        "bad-proof-swapped.json": changed("proof", value=json.loads(text())["proof"][::-1]),
        "bad-proof-object.json": changed("proof", value=json.loads(text())["proof"][1]),
        "bad-proof-purpose.json": changed("proof", 1, "proofPurpose", value="authentication"),
        "bad-proof-other-time.json": changed("proof", 1, "created", value="2026-11-21T11:00:01Z"),
        "bad-proof-no-nonce.json": changed("proof", 1, "nonce"),
        "bad-proof-first-altered.json": changed("proof", 0, "proofValue", value=zeros),
        "bad-proof-other-issuer-in-method.json": changed(
            "proof", 1, "verificationMethod", value=f"{did('lyon')}#{template()['key']}"),
        "bad-issuer-web-address.json": text(issuer="https://ktc.example/issuers/kisumu"),
        "bad-issuer-key.json": text(issuer="did:key:" + other_key),
        "bad-issuer-capital.json": text(issuer="did:web:KTC.example:issuers:kisumu"),
        "bad-issuer-cyrillic.json": text(issuer="did:web:ktc.exаmple:issuers:kisumu"),
        "bad-key-other-curve.json": replaced_key("zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169"),
        "bad-key-short.json": replaced_key(template()["key"][:-1]),
        "bad-address-plain-http.json": text(achievement="http://ktc.example/en/check/index.html"),
        "bad-address-script.json": text(criteria="javascript:alert(1)"),
        "bad-address-of-the-list.json": text(status="file:///etc/passwd"),
        "bad-text-title-control.json": text(title="Colours\u001b[2J"),
        "bad-text-title-bidi.json": text(title="Colours \u202eforms"),
        "bad-text-issuer-line.json": text(issuer_name="Section\nKisumu"),
        "bad-text-empty-title.json": text(title=""),
        "bad-text-description-too-long.json": text(description="x" * 501),
        "bad-language.json": text(language="English"),
        "bad-edition-short.json": text(edition="A" * 21),
        "bad-id-version-4.json": text(id="urn:uuid:5884117e-7d39-4218-a5a2-d17c64a3771f"),
        "bad-id-capital.json": text(id=values()["id"].upper().replace("URN:UUID", "urn:uuid")),
        "bad-id-address.json": text(id="https://ktc.example/1"),
        "bad-index-arabic-digits.json": text(index="٤٧١١"),
        "bad-index-zero-in-front.json": text(index="04711"),
        "bad-index-plus.json": text(index="+4711"),
        "bad-index-minus.json": text(index="-1"),
        "bad-index-beyond-the-list.json": text(index=8 * verify.LIST_BYTES),
        "bad-index-empty.json": text(index=""),
        "bad-signature-63-bytes.json": signature(bytes(63)),
        "bad-signature-65-bytes.json": signature(bytes(65)),
        "bad-signature-other-alphabet.json": signature(bytes(64), spoil=lambda value: value[:-1] + "0"),
        "bad-signature-other-base.json": signature(bytes(64), spoil=lambda value: "u" + verify.b64(bytes(64))),
        "bad-signature-empty.json": signature(bytes(64), spoil=lambda value: ""),
        "bad-time-offset.json": text(signed="2026-11-21T11:00:00+00:00"),
        "bad-time-fraction.json": text(until="2029-11-21T11:00:00.5Z"),
        "bad-time-30-february.json": text(done="2026-02-30T10:00:00Z"),
        "bad-time-before-1970.json": text(done="1969-12-31T23:59:59Z"),
        "bad-time-arabic-digits.json": text(done="٢٠٢٦-11-21T10:00:00Z"),
        "not-canonical-more-members.json": changed("evidence", value=[{"type": ["Evidence"]}]),
        "not-canonical-member-missing.json": changed("validUntil"),
        "not-canonical-hashed.json": changed(subject, "identifier", 0, "hashed", value=True),
        "not-canonical-salt.json": changed(subject, "identifier", 0, "salt", value="x"),
        "not-canonical-two-names.json": changed(
            subject, "identifier", value=json.loads(text())[subject]["identifier"] * 2),
        "not-canonical-name-and-id.json": changed(subject, "id", value="urn:uuid:" + values()["id"][9:]),
        "not-canonical-empty-name.json": changed(subject, "identifier", 0, "identityHash", value=""),
        "not-canonical-other-subject.json": changed(subject, "id", value=values()["id"], name=""),
        "not-canonical-types.json": changed("type", value=["OpenBadgeCredential", "VerifiableCredential"]),
        "not-canonical-suspension.json": changed("credentialStatus", "statusPurpose", value="suspension"),
        "not-canonical-image.json": changed(
            *achievement, "image", value={"id": "https://evil.example/p.png", "type": "Image"}),
        "not-canonical-title-in-two-languages.json": changed(*achievement, "name", value={"en": "Colours"}),
        "malformed-short-form-cut-off.txt": short()[:-1],
        "malformed-short-form-part-missing.txt": short().rpartition(".")[0],
        "malformed-short-form-part-too-many.txt": short() + ".x",
        "malformed-short-form-record.txt": "#c=" + PAYLOAD,
        "malformed-short-form-index-plus.txt": edited(7, "+4711"),
        "bad-id-short-form.txt": edited(2, verify.b64(bytes(16))),
        "bad-index-short-form-zero-in-front.txt": edited(7, "04711"),
        "bad-index-short-form-beyond-the-list.txt": edited(7, "131072"),
        "bad-name-encoding-short-form.txt": edited(3, verify.b64("Zoë".encode("latin-1"))),
        "not-canonical-short-form-name.txt": edited(3, "QW1pbmF="[:6] + "b"),
        "not-canonical-short-form-time.txt": edited(4, "0" + verify.base36(1795258800)),
        "not-canonical-short-form-year-10000.txt": edited(6, "zzzzzzzz"),
        "not-canonical-short-form-id.txt": edited(2, short().partition("#c=")[2].split(".")[2][:21] + spare[-1]),
        "unknown-version-short-form.txt": edited(0, "2"),
        "unknown-template.txt": edited(1, "AAAAAAAAAAAA"),
        "unknown-issuer.json": text(town="nowhere"),
        "unknown-issuer-look-alike.json": verify.compose(values(key="nobody's", shared=look_alike)),
        "unknown-key-of-nobody.json": text(key="nobody's"),
        "unknown-key-of-another-section.json": text(key="lyon"),
        "key-compromised.json": text(key="kisumu, leaked"),
        "key-compromised-dated-before-the-leak.json": text(key="kisumu, leaked", signed="2026-02-01T00:00:00Z",
                                                           done="2026-01-31T00:00:00Z"),
        "key-outside-life-too-early.json": text(key="kisumu, next"),
        "key-outside-life-too-late.json": text(key="kisumu, retired"),
        "key-outside-life-by-a-second.json": text(key="kisumu, retired", signed="2026-07-01T00:00:00Z",
                                                  done="2026-06-30T10:00:00Z"),
        "signature-wrong-name.json": replaced(NAME, "Mallory Wanjiru"),
        "signature-wrong-name-taken-out.json": verify.compose({**values(), "name": ""}),
        "signature-wrong-done.json": replaced("2026-11-21T10:00:00Z", "2026-11-20T10:00:00Z"),
        "signature-wrong-until.json": replaced("2029-11-21", "2039-11-21"),
        "signature-wrong-title.json": replaced("Colours and forms", "Colours and norms"),
        "signature-wrong-index.json": replaced("4711", "4712"),
        "signature-wrong-both-first-altered.json": verify.compose({**values(), "rdfc": zeros}),
        "signature-wrong-of-another-certificate.json": verify.compose({**values(), "jcs": values(name="Juma")["jcs"]}),
        "signature-wrong-zeros.json": verify.compose({**values(), "jcs": zeros}),
        "signature-wrong-s-plus-l.json": verify.compose({**values(), "jcs": s_plus_l(values()["jcs"])}),
        "signature-wrong-short-form-name.txt": edited(3, verify.b64(b"Mallory")),
        "signature-wrong-short-form-until.txt": edited(6, verify.base36(4000000000)),
        "signature-wrong-page.html": page(replaced(NAME, "Mallory Wanjiru"), "Mallory Wanjiru"),
        "date-order-done-after-signing.json": text(done="2026-11-21T11:00:01Z"),
        "date-order-ends-before-it-begins.json": text(until="2026-11-21T11:00:00Z"),
        "date-future.json": text(signed="2026-11-21T12:05:01Z"),
        "expired.json": text(until="2026-11-21T11:59:59Z"),
        "status-address-of-another-section.json": text(status=address("lyon")),
        "status-address-of-nobody.json": text(status="https://evil.example/status.json"),
        "status-missing.json": text(town="lima"),
        "status-damaged-signed-by-another-section.json": text(town="oslo"),
        "status-damaged-another-list-of-the-section.json": text(town="tunis"),
        "status-damaged-too-short.json": text(town="quito"),
        "status-damaged-bomb.json": text(town="dakar"),
        "status-stale.json": text(town="lyon"),
        "status-stale-from-the-future.json": text(town="minsk"),
        "revoked.json": text(index=REVOKED),
        "revoked-by-a-stale-list.json": text(town="lyon", index=REVOKED),
        "revoked-short-form.txt": short(index=REVOKED),
        "name-too-long-81.json": text(name="a" * 81),
        "name-control-ansi-escape.json": text(name="Amina\u001b[2K"),
        "name-control-line-break.json": text(name="Amina\nVALID"),
        "name-noncharacter.json": text(name="Amina\uffff"),
        "name-bidi-override.json": text(name="Amina\u202eanimA"),
        "name-zero-width-space.json": text(name="Ami\u200bna"),
        "name-zero-width-joiner-in-latin.json": text(name="Ami\u200dna"),
        "name-space-double.json": text(name="Amina  Wanjiru"),
        "name-space-in-front-of-a-formula.json": text(name=" =1+1"),
        "name-alphabet-formula.json": text(name="=HYPERLINK(1)"),
        "name-alphabet-at.json": text(name="@SUM(A1)"),
        "name-alphabet-markup.json": text(name="<b>Amina</b>"),
        "name-alphabet-markup-page.html": page(text(name="</script><b>")),
        "name-alphabet-quotation.json": text(name='Amina "VALID"'),
        "name-not-nfc.json": text(name="Zoe\u0308"),
    }  # fmt: skip


def replaced_key(key: str) -> str:
    return text().replace(template()["key"], key)


def signature(data: bytes, spoil=lambda value: value) -> str:
    """A certificate whose second signature is of another size or alphabet."""
    return text().replace(values()["jcs"], spoil(verify.base58(data)))


def s_plus_l(proof: str) -> str:
    """The same signature with S + L for S, which RFC 8032 (5.1.7) refuses: else anyone could make a second one."""
    order = 2**252 + 27742317777372353535851937790883648493
    data = verify.unbase58(proof)
    return verify.base58(data[:32] + (int.from_bytes(data[32:], "little") + order).to_bytes(32, "little"))


def reason_of(stem: str) -> str:
    return max((code for code in verify.MESSAGES if f"{stem}-".startswith(code + "-")), key=len)


def write() -> None:
    whole = trust()
    shutil.rmtree(FAULTY, ignore_errors=True)
    FAULTY.mkdir(parents=True)
    (FAULTY / "trust.json").write_text(json.dumps(whole, ensure_ascii=False) + "\n", encoding="utf-8")
    vectors = [{"name": name, "text": whole_text, "now": NOW, "expect": verify.check(whole_text, whole, NOW)}
               for name, whole_text in good().items()]  # fmt: skip
    for file, faulty in faults().items():
        (FAULTY / file).write_bytes(faulty.encode("utf-8", "surrogatepass"))
        (candidate,) = verify.candidates(faulty)
        vectors.append({"name": file, "file": f"bad/certificates/{file}", "now": NOW,
                        "expect": verify.check(candidate, whole, NOW)})  # fmt: skip
    about = (
        "Signed certificates for certificates/verify.py and the verify page, written by tests/certificates/forge.py. "
        "The text of a vector, or the one candidate in its file (in tests/). The tests put certificates/names.json in "
        "trust.names. certificates/FORMAT.md says what every part is."
    )
    lines = ",\n".join("  " + json.dumps(vector, ensure_ascii=False) for vector in vectors)
    head = json.dumps({"about": about, "trust": {**whole, "names": "certificates/names.json"}}, ensure_ascii=False)
    (FOLDER / "credentials.json").write_text(f'{head[:-1]},\n "vectors": [\n{lines}\n ]}}\n', encoding="utf-8")


if __name__ == "__main__":
    write()
