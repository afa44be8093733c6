#!/usr/bin/env python3
# /// script
# requires-python = ">=3.11"
# dependencies = ["cryptography>=42"]
# ///
"""Check certificates of Know the Code: one file, no network; it reads trust.json and what it is given.

A completion record is a link that a learner's browser made. A section certificate is signed: a JSON file, the page
to print, or the link in its QR code. Each goes through numbered steps. A step passes, fails, is unknown (could not be
decided) or is skipped (this kind of certificate has no such part, or a step before it left nothing to check).

 1 size       not empty, and at most 16 kB, before anything is parsed
 2 shape      written exactly as this site writes it: equal to its own re-encoding (certificates/FORMAT.md)
 3 issuer     of signed certificates: the trust list knows who signed
 4 key        of signed certificates: it was theirs, and good, when they signed
 5 signature  of signed certificates: eddsa-jcs-2022, by that key (needs the package cryptography)
 6 grade      of records: the answers, graded again by the published key of their edition, fit the draw and pass
 7 dates      not in the future; records: not before the edition was published; signed: not expired
 8 status     of signed certificates: not revoked, by the issuer's signed status list, which must not be stale
 9 name       no character that misleads; no name is fine

Any fail: INVALID. Else any unknown: UNDECIDED. Else VALID (a section vouches for the name) or SELF-RECORDED (somebody
gave these answers to this edition, and they pass; the name is what was typed). It attests study; it grants no
membership, no office, no authority to speak. What is no certificate at all is called NO CERTIFICATE.
Exit status: 0 valid or self-recorded, 1 invalid, 2 could not run, 3 undecided; of several, 2 before 1 before 3
before 0.
"""

from __future__ import annotations

import argparse
import base64
import contextlib
import hashlib
import json
import os
import re
import signal
import sys
import time
import unicodedata
import zlib
from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import chain, islice, pairwise
from pathlib import Path

LIMIT, HOLD = 16384, 65536  # bytes of one candidate; characters held of a file, so that memory stays flat
EXIT = {"valid": 0, "self-recorded": 0, "undecided": 3, "invalid": 1, "could-not-run": 2}  # of several, the last here
STEPS = ("size", "shape", "issuer", "key", "signature", "grade", "dates", "status", "name")
UNKNOWN = {"unknown-version", "unknown-template", "unknown-issuer", "no-cryptography", "unknown-edition", "date-future",
           "date-before-edition", "status-missing", "status-damaged", "status-stale"}

class RecordError(ValueError):
    """Something that is no certificate; the message is the reason code."""

class TrustError(ValueError):
    """A trust list that cannot be used; the message names the file and the remedy."""

# Grading. Twin: overrides/assets/src/js/grade.js, the same rule; both run tests/vectors/grading.json.
def grade(key: dict, answers: list) -> dict:
    """Grade [[index, ids], ...]: {reason, right, drawn, passed}; right and drawn None where nothing was counted."""
    questions = key["questions"]
    if fault := next(filter(None, (answer_fault(questions, *answer) for answer in answers)), ""):
        return {"reason": fault, "right": None, "drawn": None, "passed": False}
    wrong = [questions[i] for i, ids in answers if list(ids) != questions[i]["right"]]
    drawn, right = len(answers), len(answers) - len(wrong)
    rules = {
        "draw": draw_fits(key, [i for i, _ in answers]),
        "below-pass-mark": 100 * right >= key["pass_mark"] * drawn,
        "must-be-right": not any(question["must"] for question in wrong),
    }
    reason = next((reason for reason, kept in rules.items() if not kept), "")
    return {"reason": reason, "right": right, "drawn": drawn, "passed": not reason}

def answer_fault(questions: list, index: int, ids: str) -> str:
    if index >= len(questions):
        return "unknown-question"
    if not set(ids) <= set(questions[index]["choices"]):
        return "unknown-choice"
    return "" if SHAPES[questions[index]["kind"]](ids, questions[index]) else "answer-shape"

def ascending(ids: str, _: dict | None = None) -> bool:
    return bool(ids) and list(ids) == sorted(set(ids))

SHAPES = {  # by kind of question, whether an answer has the one way of writing; each id is offered
    "one": lambda ids, _: len(ids) == 1,
    "several": ascending,
    "order": lambda ids, question: sorted(ids) == sorted(question["choices"]),  # the sequence
    "match": lambda ids, question: len(ids) == len(question["right"]),  # right-hand ids in left-hand order
    "story": ascending,  # the path
}

def draw_fits(key: dict, indexes: list[int]) -> bool:
    """Whether these are different questions, so many of each topic as the draw rule says."""
    topics = Counter(key["questions"][i]["topic"] for i in set(indexes))
    return topics.total() == len(indexes) and topics == {d["topic"]: d["count"] for d in key["draw"]}

# Texts for bytes, numbers, times and JSON: one for each.
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
DIGITS58 = {character: digit for digit, character in enumerate(BASE58)}
EPOCH, LAST = datetime(1970, 1, 1, tzinfo=UTC), 253402300799  # 9999-12-31T23:59:59Z
canonical = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode  # RFC 8785 of `plain`

def plain(value: object) -> bool:
    """Whether `canonical` is RFC 8785 for it: ASCII keys, integers that every reader holds exactly, no floats."""
    if isinstance(value, dict):
        return all(isinstance(k, str) and k.isascii() and plain(v) for k, v in value.items())
    if isinstance(value, list):
        return all(map(plain, value))
    return value is None or isinstance(value, str) or isinstance(value, int) and abs(value) < 2**53

def jcs(value: object) -> bytes:
    """RFC 8785 bytes. ValueError for values that are not plain."""
    if not plain(value):
        raise ValueError("floats, integers over 2**53 - 1 and keys beyond ASCII have no place here")
    return canonical(value).encode()

def edition_id(key: dict, size: int = 16) -> str:
    """A name made of content: the first bytes of SHA-256 over its RFC 8785 bytes, as base64url."""
    return b64(hashlib.sha256(jcs(key)).digest()[:size])

def template_id(template: dict) -> str:
    return edition_id(template, 9)

def uuid8(data: bytes) -> str:
    """A UUID of version 8 (RFC 9562, B.2): the first 16 bytes of SHA-256, with six bits replaced."""
    number = int.from_bytes(hashlib.sha256(data).digest()[:16]) & ~(0xF << 76 | 3 << 62) | 8 << 76 | 2 << 62
    return uuid_text(f"{number:032x}")

def uuid_text(digits: str) -> str:
    return "urn:uuid:" + "-".join(digits[a:b] for a, b in pairwise((0, 8, 12, 16, 20, 32)))

def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")

def unb64(text: str) -> bytes:
    """Bytes of base64url; bits to spare are dropped here, and missed by the re-encoding."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))

def base58(data: bytes) -> str:
    """Multibase base58btc."""
    number, digits = int.from_bytes(data), ""
    while number:
        number, digit = divmod(number, 58)
        digits = BASE58[digit] + digits
    return "z" + "1" * (len(data) - len(data.lstrip(b"\0"))) + digits

@lru_cache(maxsize=1024)
def unbase58(text: str) -> bytes:
    """The bytes of multibase base58btc, which has one text for each."""
    number, zeros = 0, len(text) - 1 - len(text[1:].lstrip("1"))
    for character in text[1:]:
        number = number * 58 + DIGITS58[character]
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8)

LARGEST = base58(b"\xff" * 64)

def base36(number: int) -> str:
    return (base36(number // 36) if number > 35 else "") + "0123456789abcdefghijklmnopqrstuvwxyz"[number % 36]

@lru_cache(maxsize=1024)
def moment(seconds: float) -> str:
    """YYYY-MM-DDThh:mm:ssZ of Unix seconds, from 1970 to 9999. Such texts sort as the times do."""
    return (EPOCH + timedelta(seconds=min(max(seconds // 1, 0), LAST))).strftime("%Y-%m-%dT%H:%M:%SZ")

def seconds_of(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())

def is_time(text: str) -> bool:
    with contextlib.suppress(ValueError):
        return seconds_of(text) >= 0
    return False

# Records: fields to payload and back.
FIELDS = tuple((field, reason, re.compile(form)) for field, reason, form in (  # in the order of the payload
    ("edition", "bad-edition", "[A-Za-z0-9_-]{22}"),
    ("finished", "bad-time", "[0-9a-z]{1,8}"),
    ("nonce", "bad-nonce", "[A-Za-z0-9_-]{22}"),
    ("session", "bad-session", "[A-Z0-9]{0,12}"),
    ("name", "bad-name-encoding", "[A-Za-z0-9_-]*"),
    ("answers", "bad-answers", "((0|[1-9][0-9]{0,3})[a-h]+)+"),
))

def encode_record(fields: dict) -> str:
    """The payload of {edition, finished (Unix seconds), nonce, session, name, answers: [[index, ids], ...]}."""
    answers = "".join(f"{index}{ids}" for index, ids in fields["answers"])
    return ".".join(("1", b64(unb64(fields["edition"])), base36(fields["finished"]), b64(unb64(fields["nonce"])),
                     fields["session"], b64(fields["name"].encode()), answers))

def decode_record(payload: str) -> dict:
    """The fields of a payload in its one canonical form; RecordError with the reason otherwise."""
    version, *parts = payload.split(".")
    if parts and version != "1" and re.fullmatch("[0-9]+", version):
        raise RecordError("unknown-version")
    if version != "1" or len(parts) != len(FIELDS):
        raise RecordError("malformed")
    fields = {}
    for (field, reason, form), part in zip(FIELDS, parts, strict=True):
        with contextlib.suppress(ValueError):  # base64 or UTF-8
            fields[field] = read_field(field, part) if form.fullmatch(part) else None
        if fields.get(field) is None:
            raise RecordError(reason)
    if encode_record(fields) != payload:
        raise RecordError("not-canonical")
    return fields

def read_field(field: str, part: str) -> object:
    """The value of one part that has the right form; None or ValueError where the form is not enough."""
    if field == "finished":
        return int(part, 36) if int(part, 36) <= LAST else None
    if field == "name":
        return unb64(part).decode()
    if field == "answers":
        answers = [[int(index), ids] for index, ids in re.findall("([0-9]+)([a-h]+)", part)]
        return answers if all(a[0] < b[0] for a, b in pairwise(answers)) else None
    return part

# Signed certificates and status lists: values (all texts) to JSON and back.
CONTEXTS = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]
LIST_BYTES = 16384  # of a status list: 131072 certificates
BRACKETS = 64  # in a JSON text; ours have fewer than 30
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
FORMS = {part: (reason, re.compile(form, re.ASCII), test) for parts, reason, form, test in (
    ("issuer", "bad-issuer", r"did:web:[a-z0-9.-]+(%3A\d{1,5})?(:[\w.-]+)*", len),
    ("issuer_name title description", "bad-text", f"[^\0-\x1f\x7f-\x9f\u2028\u2029{BIDI}]{{1,500}}", len),
    ("key", "bad-key", f"z6Mk[{BASE58}]{{44}}", lambda key: len(unbase58(key)) == 34),
    ("achievement criteria status", "bad-address", r"https://[\w.~:/?#@!$&'()*+,;=%-]{1,500}", len),
    ("language", "bad-language", "[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", len),
    ("edition", "bad-edition", r"[\w-]{22}", len),
    ("id", "bad-id", "urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", len),
    ("name", "bad-name-encoding", "(?s).*", lambda name: True),
    ("signed done until", "bad-time", r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", is_time),
    ("index", "bad-index", r"0|[1-9]\d{0,5}", lambda index: int(index) < 8 * LIST_BYTES),
    ("list", "status-damaged", r"u[\w-]+", len),
    ("rdfc jcs", "bad-signature", f"z[{BASE58}]{{64,88}}", lambda proof: is_signature(proof)),
    ("subject", "not-canonical", "(?s).*", lambda subject: True),
) for part in parts.split()}

def assert_forms(values: dict) -> None:
    """RecordError at the first value, in the order of FORMS, that does not have its form."""
    if not all(map(has_form, values, values.values())):
        raise RecordError(next(FORMS[part][0] for part in FORMS if part in values and not has_form(part, values[part])))

def is_signature(text: str) -> bool:
    """Whether it is 64 bytes; a number of 88 digits is, up to the largest."""
    return text <= LARGEST if len(text) == 89 and text[1] != "1" else len(unbase58(text)) == 64

@lru_cache(maxsize=4096)
def has_form(part: str, text: str) -> bool:
    _, form, test = FORMS[part]
    return bool(form.fullmatch(text) and test(text))

def certificate_of(v: dict) -> dict:
    """The certificate, without its proofs, that says these values."""
    who = {"id": v.get("subject") or uuid8(v["id"].encode())} if not v["name"] else {"identifier": [
        {"type": "IdentityObject", "hashed": False, "identityHash": v["name"], "identityType": "name"}]}
    return {
        "@context": CONTEXTS, "id": v["id"], "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": v["issuer"], "type": ["Profile"], "name": v["issuer_name"]},
        "validFrom": v["signed"], "validUntil": v["until"],
        "credentialSubject": {
            **who, "type": ["AchievementSubject"], "activityEndDate": v["done"], "achievement": {
                "id": v["achievement"], "type": ["Achievement"], "name": v["title"], "description": v["description"],
                "criteria": {"id": v["criteria"]}, "inLanguage": v["language"], "version": v["edition"]}},
        "credentialStatus": {"type": "BitstringStatusListEntry", "statusPurpose": "revocation",
                             "statusListIndex": v["index"], "statusListCredential": v["status"]}}

def certificate_values(given: dict) -> dict:
    """The values, where `certificate_of` puts them."""
    issuer, subject, status = given["issuer"], given["credentialSubject"], given["credentialStatus"]
    what, who = subject["achievement"], subject.get("identifier")
    return ({"name": who[0]["identityHash"]} if who else {"name": "", "subject": subject["id"]}) | {
        "id": given["id"], "issuer": issuer["id"], "issuer_name": issuer["name"], "signed": given["validFrom"],
        "until": given["validUntil"], "done": subject["activityEndDate"], "achievement": what["id"],
        "title": what["name"], "description": what["description"], "criteria": what["criteria"]["id"],
        "language": what["inLanguage"], "edition": what["version"], "index": status["statusListIndex"],
        "status": status["statusListCredential"]}

def list_of(v: dict) -> dict:
    """The status list, without its proofs, that says these values."""
    return {
        "@context": CONTEXTS[:1], "id": v["status"], "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": v["issuer"], "validFrom": v["signed"], "validUntil": v["until"],
        "credentialSubject": {"id": f"{v['status']}#list", "type": "BitstringStatusList",
                              "statusPurpose": "revocation", "encodedList": v["list"]}}

def list_values(given: dict) -> dict:
    """The values, where `list_of` puts them."""
    return {"status": given["id"], "issuer": given["issuer"], "signed": given["validFrom"],
            "until": given["validUntil"], "list": given["credentialSubject"]["encodedList"], "name": ""}

def body_of(values: dict) -> dict:
    return list_of(values) if "list" in values else certificate_of(values)

def proofs_of(v: dict, context: list) -> list:
    """Both proofs. The first signature is the nonce of the second proof, so that neither can be altered alone."""
    same = {"type": "DataIntegrityProof", "created": v["signed"], "proofPurpose": "assertionMethod",
            "verificationMethod": f"{v['issuer']}#{v['key']}"}
    return [{**same, "cryptosuite": "eddsa-rdfc-2022", "proofValue": v["rdfc"]},
            {**same, "cryptosuite": "eddsa-jcs-2022", "@context": context, "nonce": v["rdfc"],
             "proofValue": v.get("jcs", "")}]

def compose(values: dict) -> str:
    """The one text of the certificate, or the status list, with these values."""
    body = body_of(values)
    return canonical({**body, "proof": proofs_of(values, body["@context"])})

def signed_bytes(values: dict) -> bytes:
    """What the second proof signs (vc-di-eddsa, 3.3): hashes of its options and of the body."""
    body = body_of(values)
    options = proofs_of(values, body["@context"])[1]
    del options["proofValue"]
    return b"".join(hashlib.sha256(canonical(part).encode()).digest() for part in (options, body))

def decode_credential(text: str) -> dict:
    """The values in the JSON text of a certificate; RecordError with the reason otherwise."""
    found = AS_WRITTEN.fullmatch(text)
    values = found.groupdict() if found else parse(text, CONTEXTS, certificate_of, certificate_values)
    assert_forms(values)
    if "subject" in values and values.pop("subject") != uuid8(values["id"].encode()):
        raise RecordError("not-canonical")
    return values

def decode_list(text: str) -> dict:
    """The same of a status list."""
    values = parse(text, CONTEXTS[:1], list_of, list_values)
    assert_forms(values)
    return values

def as_written() -> re.Pattern:
    """What `compose` writes with a name and without escapes, most often: then nothing need be parsed."""
    text = re.escape(compose({part: f"~{part}~" for part in FORMS if part != "list"}))
    value = r'[^"\\\0-\x1f\ud800-\udfff]+'
    for part in FORMS:
        first, again = f"(?P<{part}>{value})", f"(?P={part})"  # a value that comes again is the same
        text = text.replace(f"\\~{part}\\~", first, 1).replace(f"\\~{part}\\~", again)
    return re.compile(text)

def parse(text: str, contexts: list, shape, values_in) -> dict:
    """The values in any JSON text that says what `shape` writes."""
    given = strict_json(text)
    if not {"@context", "credentialSubject", "proof"} <= set(given):
        raise RecordError("not-a-certificate")
    if given["@context"] != contexts:
        raise RecordError("bad-context")
    proofs, reason = given.pop("proof"), "not-canonical"
    try:
        assert_same(values := values_in(given), shape(values), given)
        reason = "bad-proof"
        first, second = proofs
        values |= {"key": first["verificationMethod"].partition("#")[2], "rdfc": first["proofValue"],
                   "jcs": second["proofValue"]}
        assert_same(values, proofs_of(values, contexts), proofs)
    except (LookupError, TypeError, ValueError, AttributeError) as problem:  # a part is missing, or not of its kind
        raise RecordError(reason) from problem
    return values

def assert_same(values: dict, written: object, given: object) -> None:
    if written != given or set(map(type, values.values())) != {str}:
        raise ValueError("not as this site writes it")

def strict_json(text: str) -> dict:
    """The object in a JSON text without numbers, repeated keys, lone surrogates; RecordError otherwise."""
    if text.count("[") + text.count("{") > BRACKETS:
        raise RecordError("json-too-deep")
    found = set()

    def members(pairs: list) -> dict:
        made = dict(pairs)
        if len(made) < len(pairs):
            found.add("json-duplicate-key")
        return made

    def number(digits: str) -> None:
        found.add("bad-json" if digits.strip("-").isalpha() else "json-number")  # NaN, Infinity

    try:
        value = json.loads(text, object_pairs_hook=members, parse_int=number, parse_float=number, parse_constant=number)
    except ValueError as problem:
        raise RecordError("bad-json") from problem
    if ("\\u" in text or not text.isascii()) and re.search("[\ud800-\udfff]", canonical(value)):
        found.add("json-surrogate")
    if found or not isinstance(value, dict):
        raise RecordError(min(found, default="not-a-certificate"))  # by the alphabet, which puts bad-json first
    return value

AS_WRITTEN = as_written()

# The QR form of a certificate: a template of the trust list, and the values that it leaves open.
TEMPLATE = "issuer issuer_name key achievement title description criteria language edition status".split()
SHORT = re.compile(r"1\.([\w-]{12})\.([\w-]{22})\.([\w-]*)" r"\.([0-9a-z]{1,8})\.([0-9a-z]{1,8})\.([0-9a-z]{1,8})"
                   r"\.(\d{1,6})\.([\w-]{86})\.([\w-]{86})", re.ASCII)

def encode_short(template: str, values: dict) -> str:
    """What follows #c= in a QR code."""
    return ".".join(("1", template, b64(bytes.fromhex(values["id"][9:].replace("-", ""))), b64(values["name"].encode()),
                     *(base36(seconds_of(values[part])) for part in ("signed", "done", "until")), values["index"],
                     b64(unbase58(values["rdfc"])), b64(unbase58(values["jcs"]))))

def decode_short(payload: str, templates: dict) -> dict:
    """The values in what follows #c=; RecordError with the reason otherwise."""
    if not (found := SHORT.fullmatch(payload)):
        raise RecordError("unknown-version" if re.match(r"(?!1\.)[0-9]+\.", payload) else "malformed")
    template, number, name, *times, index, first, second = found.groups()
    if template not in templates:
        raise RecordError("unknown-template")
    try:
        name = unb64(name).decode()
    except ValueError as problem:
        raise RecordError("bad-name-encoding") from problem
    values = {**templates[template], "id": uuid_text(unb64(number).hex()), "name": name, "index": index,
              **{part: moment(int(time, 36)) for part, time in zip(("signed", "done", "until"), times, strict=True)},
              "rdfc": base58(unb64(first)), "jcs": base58(unb64(second))}
    assert_forms(values)
    if encode_short(template, values) != payload:
        raise RecordError("not-canonical")
    return values

# The trust list.
def load_trust(path: str | Path) -> dict:
    """The trust list in a file, each part compared with its id; TrustError when it cannot be used."""
    try:
        trust = json.loads(Path(path).read_bytes())
        if trust["version"] != 1 or not all(a <= b for a, b in trust["names"]["ranges"]):
            raise ValueError("version or names")
        assert_usable(trust)
    except OSError as problem:
        raise TrustError(f"{path}: no trust list ({problem.strerror}). Put trust.json beside verify.py or give "
                         "--trust FILE.") from problem
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as problem:
        raise TrustError(f"{path}: a trust list that cannot be used ({problem!r}). {UPDATE}") from problem
    return trust

def assert_usable(trust: dict) -> None:
    """ValueError, LookupError, TypeError or AttributeError where the steps could not rely on a part of it."""
    for edition, entry in trust["editions"].items():
        key = entry["key"]
        if edition_id(key) != edition:
            raise ValueError(f"edition-damaged: the key of edition {edition} does not match its id")
        if not all(q["kind"] in SHAPES and isinstance(q["must"], bool) for q in key["questions"]):
            raise ValueError(f"edition {edition} has a kind of question that this verify.py does not know")
        grade(key, [[index, "".join(question["right"])] for index, question in enumerate(key["questions"])])
        _ = key["quiz"], entry["title"].get("en"), datetime.fromisoformat(entry["published"])
    for did, issuer in trust["issuers"].items():
        assert_forms({"issuer": did, "issuer_name": issuer["name"]})
        for life in issuer["keys"]:
            assert_forms({"key": life["multibase"], "signed": life["from"], "until": life["until"] or life["from"],
                          "done": life["compromised"] or life["from"]})
        for address in issuer["status"]:
            assert_forms({"status": address})
    for name, template in trust["templates"].items():
        assert_forms({part: template[part] for part in TEMPLATE})
        if template_id(template) != name or len(template) != len(TEMPLATE):
            raise ValueError(f"template {name} was altered")

def add_status_lists(trust: dict, files: list[str]) -> None:
    """Put the status lists in these files where the trust list has none or older ones; TrustError otherwise."""
    for file in files:
        try:
            with Path(file).open(encoding="utf-8") as stream:
                text = stream.read(HOLD)
            listed = decode_list(text)
        except (OSError, ValueError) as problem:
            raise TrustError(f"{file}: no status list that can be used ({problem}).") from problem
        held = trust.setdefault("status", {}).get(listed["status"])
        if held is None or read_status(held)[0].get("signed", "") < listed["signed"]:
            trust["status"][listed["status"]] = text

# Signatures, keys, status lists.
@lru_cache(maxsize=256)
def public_key(multibase: str):
    """ImportError without the package cryptography."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    return Ed25519PublicKey.from_public_bytes(unbase58(multibase)[2:])

def check_signature(values: dict) -> str:
    """The second proof, by Ed25519 (RFC 8032) and the key that it names, which check_key judges."""
    try:
        from cryptography.exceptions import InvalidSignature

        public_key(values["key"]).verify(unbase58(values["jcs"]), signed_bytes(values))
    except ImportError:
        return "no-cryptography"
    except InvalidSignature:
        return "signature-wrong"
    return ""

def check_key(issuer: dict, key: str, signed: str) -> str:
    """Whether a key is on the trust list as the issuer's, has not leaked, and was in use at that time."""
    life = next((life for life in issuer["keys"] if life["multibase"] == key), None)
    if life is None or life["compromised"]:
        return "key-compromised" if life else "unknown-key"
    return "" if life["from"] <= signed <= (life["until"] or "9999") else "key-outside-life"

def check_status(values: dict, trust: dict, now: float) -> str:
    """Whether the list says revoked; one that is out of date may still say so, but not the contrary."""
    issuer, address = trust["issuers"][values["issuer"]], values["status"]
    if address not in issuer["status"]:
        return "status-address"
    if address not in trust.get("status", {}):
        return "status-missing"
    listed, bits, reason = read_status(trust["status"][address])
    if reason == "no-cryptography":
        return reason
    theirs = not reason and (listed["status"], listed["issuer"]) == (address, values["issuer"])
    if not theirs or check_key(issuer, listed["key"], listed["signed"]):
        return "status-damaged"
    index = int(values["index"])
    if bits[index // 8] >> (7 - index % 8) & 1:
        return "revoked"
    return "" if listed["signed"] <= moment(now + 300) and moment(now) <= listed["until"] else "status-stale"

@lru_cache(maxsize=64)
def read_status(text: str) -> tuple[dict, bytes, str]:
    """(values, bits, reason) of a status list, its signature checked with the key that it names."""
    try:
        values, unpack = decode_list(text), zlib.decompressobj(31)
        bits = unpack.decompress(unb64(values["list"][1:]), LIST_BYTES + 1)
    except (ValueError, zlib.error):
        return {}, b"", "status-damaged"
    whole = unpack.eof and not unpack.unused_data and len(bits) == LIST_BYTES
    return values, bits, check_signature(values) if whole else "status-damaged"

# Names. Every rule is a fixed table, so that all versions of Unicode agree.
IGNORABLE = (  # Default_Ignorable_Code_Point, without the bidi controls
    "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff")
LAST_TWO = "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
NAME_RULES = tuple((reason, re.compile(form)) for reason, form in (  # in this order
    ("name-too-long", "(?s).{81}"),
    ("name-control", "[\0-\x1f\x7f-\x9f]"),
    ("name-noncharacter", f"[\ufdd0-\ufdef{LAST_TWO}]"),
    ("name-bidi", f"[{BIDI}]"),
    ("name-zero-width", f"[{IGNORABLE}]|(?<![\u0600-\u109f\u1780-\u18af])[\u200c\u200d]|[\u200c\u200d]\\Z"),
    ("name-space", "^ | \\Z|  |[\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"),
))

def name_problem(name: str, ranges: list) -> str:
    """The reason why a name could mislead, or ""; ranges: the alphabet, names.ranges of the trust list."""
    for reason, form in NAME_RULES:
        if form.search(name):
            return reason
    if not all(in_alphabet(character, ranges) for character in set(name)):
        return "name-alphabet"
    return "" if unicodedata.is_normalized("NFC", name) else "name-not-nfc"

def in_alphabet(character: str, ranges: list) -> bool:
    place = bisect_right(ranges, [ord(character), 0x110000])
    return character in "\u200c\u200d" or place > 0 and ord(character) <= ranges[place - 1][1]

# The check of one candidate.
WHITE = "\t\n\v\f\r \xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))

def check(text: str, trust: dict, now: float, language: str = "en") -> dict:
    """{verdict, reason, checks, certificate} of one candidate; now: Unix seconds of the checker's clock.
    A step that is not in `found`, or is None there, was skipped."""
    found = {"size": check_size(text)}  # 1
    try:
        given = {} if found["size"] else read(text.strip(WHITE), trust["templates"])
    except RecordError as problem:
        given, found["shape"] = {}, str(problem)  # 2
    if not given:
        return conclude(found, None)
    entry, issuer = trust["editions"].get(given["edition"]), trust["issuers"].get(given.get("issuer"))
    found["shape"], graded = "", {}
    if "issuer" in given:
        found["issuer"] = "" if issuer else "unknown-issuer"  # 3
        found["key"] = check_key(issuer, given["key"], given["signed"]) if issuer else None  # 4
        sure = found["key"] not in (None, "unknown-key")
        found["signature"] = check_signature(given) if sure else None  # 5
    else:
        graded = grade(entry["key"], given["answers"]) if entry else {"reason": "unknown-edition"}
        found["grade"] = graded["reason"]  # 6
    found["dates"] = check_dates(given, entry, now)  # 7
    found["status"] = check_status(given, trust, now) if issuer else None  # 8
    found["name"] = name_problem(given["name"], trust["names"]["ranges"])  # 9
    return conclude(found, shown(given, entry, issuer, graded, language))

def check_size(text: str) -> str:
    if len(text) > LIMIT or 4 * len(text) > LIMIT < len(text.encode("utf-8", "surrogatepass")):
        return "too-large"
    return "" if text.strip(WHITE) else "empty"

def read(text: str, templates: dict) -> dict:
    """What a candidate says: the fields of a record, or the values of a signed certificate, which have an issuer."""
    if text.startswith("{"):
        return decode_credential(text)
    record, mark, payload = text.partition("#r=")
    if not mark and "#c=" in text:
        return decode_short(text.partition("#c=")[2], templates)
    if not mark and not looks_like_payload(text):
        raise RecordError("not-a-certificate")
    return decode_record(payload if mark else record)

def looks_like_payload(text: str) -> bool:
    return text.count(".") == 6 and bool(re.match("[0-9]+[.]", text))

def check_dates(given: dict, entry: dict | None, now: float) -> str | None:
    """Clocks may differ by five minutes. Of a record without its edition, only the future can be told."""
    signed = given.get("signed") or moment(given["finished"])
    if "issuer" in given and not given["done"] <= signed < given["until"]:
        return "date-order"
    if signed > moment(now + 300):
        return "date-future"
    if "issuer" in given:
        return "expired" if given["until"] < moment(now) else ""
    return ("date-before-edition" if signed < entry["published"] else "") if entry else None

def shown(given: dict, entry: dict | None, issuer: dict | None, graded: dict, language: str) -> dict:
    """What a reader is shown; right, drawn and passed are None where nothing was graded."""
    titles = entry["title"] if entry else {}
    section = {"issuer": issuer["name"] if issuer else "", **{part: given[part] for part in (
        "id", "language", "signed", "until")}} if "issuer" in given else {}
    return {"level": "section" if section else "self-recorded", "quiz": entry["key"]["quiz"] if entry else "",
            "title": titles.get(language) or titles.get("en") or given.get("title", ""), "edition": given["edition"],
            "finished": given.get("done") or moment(given["finished"]), "session": given.get("session", ""),
            "name": given["name"], **{part: graded.get(part) for part in ("right", "drawn", "passed")}, **section}

OUTCOMES = {None: "skip", "": "pass", **dict.fromkeys(UNKNOWN, "unknown")}  # of other reasons: fail

def conclude(found: dict, certificate: dict | None) -> dict:
    """The verdict on {step: reason}, where "" is a pass and None, or no entry, a skip."""
    checks = [{"id": step, "result": OUTCOMES.get(found.get(step), "fail"), "detail": found.get(step) or ""}
              for step in STEPS]
    reasons = {c["result"]: c["detail"] for c in reversed(checks)}  # of each outcome the first
    outcome = next(outcome for outcome in ("fail", "unknown", "pass") if outcome in reasons)
    accepted = "valid" if certificate and certificate["level"] == "section" else "self-recorded"
    verdict, reason = {"fail": "invalid", "unknown": "undecided", "pass": accepted}[outcome], reasons[outcome]
    if outcome == "unknown" and "no-cryptography" in found.values():
        verdict, reason = "could-not-run", "no-cryptography"
    return {"verdict": verdict, "reason": reason, "checks": checks, "certificate": certificate}

def require_signed(judged: dict) -> dict:
    """The same result where only signed certificates will do."""
    if judged["verdict"] != "self-recorded":
        return judged
    found = {c["id"]: None if c["result"] == "skip" else c["detail"] for c in judged["checks"]}
    return conclude({**found, "signature": "self-recorded-only"}, judged["certificate"])

# Candidates: links and payloads among other text, in pieces of any size.
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
AROUND, AFTER = "<>()[]{}\"'«»“”‘’", ".,;:!?،؛؟"
EMBEDDED = re.compile('<script type="application/ld\\+json" id="ktc-certificate">(.*?)</script>', re.DOTALL)
LINK = re.compile("[^\0-\x1f\ufffd]*?#[rc]=")  # in a photo, #r= may stand by chance among what is no text

def candidates(text: str) -> list[str]:
    """The links and payloads in a text, in order; the whole text where it has none."""
    return list(find([text]))

def is_candidate(word: str) -> bool:
    return bool(LINK.match(word)) or looks_like_payload(word)

def find(pieces: Iterable[str]) -> Iterator[str]:
    """The candidates of a text that comes in pieces; what is longer than any certificate is not held."""
    pieces, start = iter(pieces), ""
    for piece in pieces:
        start += piece
        if len(start) > HOLD or start.lstrip(WHITE)[:1] not in ("", "{", "<"):
            break
    if re.match('{[\\s]*["}]', start.lstrip(WHITE)):  # a JSON file is one candidate
        yield start[:LIMIT + 1]
    elif found := EMBEDDED.findall(start[:HOLD]):  # so is each in a page to print
        yield from found
    else:
        yield from find_words(chain([start], pieces))

def find_words(pieces: Iterable[str]) -> Iterator[str]:
    whole, word, none = "", "", True
    for piece in chain(pieces, [None]):
        words = re.split(f"[{WHITE}]+", word + (piece or ""))
        word = "" if piece is None else words.pop()[:LIMIT + 1]
        whole = (whole + (piece or ""))[:LIMIT + 1] if none else ""
        for found in (w.lstrip(AROUND).rstrip(AROUND + AFTER).translate(DIGITS) for w in words):
            if is_candidate(found):
                none = False
                yield found
    if none:
        yield whole

# Each reason in words: what it means, what to do.
AGAIN, RETRY = "Ask for the link again, copied whole.", "The learner may study and try again."
ISSUER, LIST = "Ask the section that is said to have signed it.", "Get the section's newest status list: --status FILE."
UPDATE, RENAME = "Download verify.py and trust.json again.", "Ask for one made with a plainly written name."
PASTE = "Give a certificate's file, or its whole link with all that follows the # sign."
MESSAGES = {code: (meaning, remedy) for codes, meaning, remedy in (
    ("too-large", "There is no certificate in it: it is larger than 16 kB.", PASTE),
    ("empty", "There is no certificate in it: it is empty.", PASTE),
    ("not-a-certificate", "There is no certificate in it.", PASTE),
    ("malformed bad-edition bad-time bad-nonce bad-session bad-name-encoding bad-answers",
     "The link is cut off or damaged.", AGAIN),
    ("bad-json json-too-deep json-duplicate-key json-number json-surrogate",
     "The JSON in it is damaged, or is not the kind that certificates are written in.", "Ask for the file again."),
    ("bad-context bad-proof bad-issuer bad-key bad-address bad-text bad-language bad-id bad-index bad-signature",
     "A part of the certificate does not have the form that this site writes: it was damaged or altered.", ISSUER),
    ("not-canonical", "The site does not write it this way: it was altered.", AGAIN),
    ("unknown-version", "It comes from a newer version of the site.", UPDATE),
    ("unknown-template", "The trust list does not know this template.", "Use the newest trust.json, or the JSON file."),
    ("unknown-issuer", "The trust list does not know who signed it.", "Use the newest trust.json of a site you trust."),
    ("unknown-key", "It is signed with a key that is not the section's.", ISSUER),
    ("key-compromised", "The key that signed it has leaked, so anyone may have signed it.", ISSUER),
    ("key-outside-life", "It is dated outside the time in which its key was in use.", ISSUER),
    ("signature-wrong", "The signature does not fit: it was altered, or the section never signed it.", ISSUER),
    ("no-cryptography", "Signatures were not checked: the Python package cryptography is missing.",
     "Install it (pip install cryptography), or run: uv run verify.py"),
    ("expired", "It has expired.", "Ask for a new one."),
    ("date-order", "Its dates contradict each other.", ISSUER),
    ("status-address", "It names a status list that is not the section's.", ISSUER),
    ("status-missing", "There is no status list to tell whether it was revoked.", LIST),
    ("status-damaged", "The status list is damaged or not signed by the section.", LIST),
    ("status-stale", "The status list is out of date, or a clock is wrong.", LIST),
    ("revoked", "The section has revoked it.", ISSUER),
    ("unknown-edition", "The trust list does not know this edition of the quiz.", "Use the trust.json of its site."),
    ("unknown-question unknown-choice answer-shape", "Its answers do not belong to this quiz: it was altered.", AGAIN),
    ("draw", "Its questions were not drawn by the rule of the quiz.", RETRY),
    ("below-pass-mark", "Fewer answers are right than the pass mark asks.", RETRY),
    ("must-be-right", "A question that must be right is wrong.", RETRY),
    ("date-future", "It is dated in the future: a clock is wrong.", "Compare clocks, or ask when it was made."),
    ("date-before-edition", "It is dated before this quiz was published: a clock is wrong.", "Ask when it was made."),
    ("name-too-long", "The name is longer than 80 characters.", RENAME),
    ("name-control name-noncharacter name-zero-width", "The name holds invisible characters.", RENAME),
    ("name-bidi", "The name holds characters that reverse the reading order.", RENAME),
    ("name-space", "The name holds unusual, double or outer spaces.", RENAME),
    ("name-alphabet", "The name holds characters that are not letters.", RENAME),
    ("name-not-nfc", "The accents in the name are not in the standard form (NFC).", RENAME),
    ("self-recorded-only", "It is not signed, and --require signed was given.", "Ask a section to sign it."),
) for code in codes.split()}
NO_CERTIFICATE = {"too-large", "empty", "not-a-certificate", "bad-json", "json-too-deep", "json-number"}
TROUBLE = {  # before any check
    "no-such-file": ("There is no file or folder of that name, and it is no certificate's link.", PASTE),
    "empty-folder": ("There is nothing in this folder.", "Look whether it is the right one."),
    "unreadable": ("The file or folder cannot be read.", "Look at its permissions."),
}

# The command line.
SETTINGS = []  # of judge, in a process that helps
ALONE, CHUNK = 400, 100  # candidates checked before others help; given to one of them at a time

class Progress:
    """A bar on the terminal once the work has taken two seconds: what was read, of the bytes in the files given."""

    def __init__(self, given: list[str], screen=sys.stderr, clock=time.monotonic) -> None:
        self.given, self.screen, self.clock = given, screen, clock
        self.done, self.total, self.shown, self.next = 0, 0, False, clock() + 2

    def add(self, size: int) -> None:
        self.done += size
        if self.clock() >= self.next and self.screen.isatty():
            self.next, self.shown = self.clock() + 0.2, True
            files = filter(os.path.isfile, chain.from_iterable(map(walk, self.given)))
            self.total = self.total or sum(map(os.path.getsize, files)) or self.done
            part = min(1, self.done / self.total)
            print(f"\r[{'#' * int(40 * part):<40}] {part:4.0%}", end="", file=self.screen, flush=True)

    def clear(self) -> None:
        if self.shown:
            print("\r\x1b[K", end="", file=self.screen, flush=True)
            self.shown = False

def walk(given: str) -> Iterator[str]:
    """The files in a folder, sorted: no hidden ones, no links to folders, not this script and its trust list. Of
    anything else the name."""
    waiting = [given]
    while waiting:
        path = waiting.pop()
        try:
            waiting += sorted((entry.path for entry in os.scandir(path) if wanted(entry)), reverse=True)
        except OSError:  # no folder, or none that may be read
            yield path

def wanted(entry: os.DirEntry) -> bool:
    ours = entry.name.startswith(".") or entry.name in ("verify.py", "trust.json")
    return not ours and (entry.is_file() or entry.is_dir(follow_symlinks=False))

def pieces_of(path: str, progress: Progress) -> Iterator[str]:
    """The text of a file, or of standard input for -, by lines and parts of long ones; U+FFFD for what is no UTF-8."""
    with open(0 if path == "-" else path, encoding="utf-8", errors="replace", newline="") as stream:
        while piece := stream.readline(HOLD):
            progress.add(len(piece))
            yield piece

def jobs(given: str, progress: Progress) -> Iterator[tuple]:
    """(file, number, text, trouble) of each candidate in a file (number: its place there), a folder or a link."""
    link, none = is_candidate(given) and not os.path.exists(given), True
    for path in [given] if link or given == "-" else walk(given):
        none, source = False, path.encode("utf-8", "replace").decode()
        try:
            for number, text in enumerate(find([path] if link else pieces_of(path, progress)), 1):
                yield source, number, text, ""
        except OSError:
            yield source, 0, "", "unreadable" if os.path.lexists(path) else "no-such-file"
    if none:
        yield given, 0, "", "empty-folder"

def judge(job: tuple, trust: dict, now: float, language: str, signed_only: bool) -> dict:
    """{file, number, ...result} of a job."""
    file, number, text, trouble = job
    if trouble:
        result = {"verdict": "could-not-run", "reason": trouble, "checks": [], "certificate": None}
    else:
        result = check(text, trust, now, language)
    return {"file": file, "number": number, **(require_signed(result) if signed_only else result)}

def judge_all(waiting: Iterator[tuple], settings: tuple) -> Iterator[dict]:
    """The results in order: of a few at once, of many by all processors, with few in memory."""
    yield from (judge(job, *settings) for job in islice(waiting, ALONE))
    chunks, running = iter(lambda: list(islice(waiting, CHUNK)), []), deque()
    if (first := next(chunks, None)) is None:
        return
    from concurrent.futures import ProcessPoolExecutor

    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(workers, initializer=start_worker, initargs=settings) as pool:
        try:
            for chunk in chain([first], chunks):
                running.append(pool.submit(judge_chunk, chunk))
                if len(running) > 2 * workers:
                    yield from running.popleft().result()
            while running:
                yield from running.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)

def start_worker(*settings: object) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process tells of an interrupt
    SETTINGS.extend(settings)

def judge_chunk(chunk: list[tuple]) -> list[dict]:
    return [judge(job, *SETTINGS) for job in chunk]

def safe(text: str) -> str:
    """Text from outside, made harmless: no control, bidi or unknown characters; right-to-left text isolated."""
    seen = "".join(c if c.isprintable() and c != '"' else f"\\u{{{ord(c):x}}}" for c in text)
    return f"\u2068{seen}\u2069" if any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in seen) else seen

def short_of(text: str, most: int = 48) -> str:
    """A text, of a long one the beginning and the end."""
    return safe(text if len(text) <= most else f"{text[:most // 2]}…{text[-most // 2:]}")

def line(judged: dict) -> str:
    """One result in words: which file or link, the verdict, what the certificate says, why, what to do."""
    certificate, reason, verdict = judged["certificate"], judged["reason"], judged["verdict"].upper()
    source = short_of(judged["file"]) + (f" ({judged['number']})" if judged["number"] > 1 else "")
    parts = ["NO CERTIFICATE" if reason in NO_CERTIFICATE else verdict]
    if certificate:
        right, time = certificate["right"], certificate["finished"].replace("T", " ")
        score = "not graded" if right is None else f"{right} of {certificate['drawn']} right"
        more = [score, time, f"session {certificate['session'] or 'none'}"]
        if certificate["level"] == "section":
            proven = {check["id"] for check in judged["checks"] if check["result"] == "pass"} >= {"key", "signature"}
            more = [f"signed by {safe(certificate['issuer'])}" if proven else "not shown to be signed by anyone known",
                    time, f"good until {certificate['until'][:10]}"]
        name = f'"{short_of(certificate["name"], 80)}"' if certificate["name"] else "no name"
        parts += [name, safe(certificate["title"]) or "unknown quiz", *more]
    if reason:
        parts.append(f"{reason}: {' '.join((MESSAGES | TROUBLE)[reason])}")
    return f"{source}: {' · '.join(parts)}"

def run(options: argparse.Namespace) -> int:
    """Print a line for each candidate and a summary of several; the exit status."""
    trust, now = load_trust(options.trust), time.time() if options.now is None else options.now
    add_status_lists(trust, options.status)
    progress, counts = Progress(options.given), Counter()
    waiting = chain.from_iterable(jobs(given, progress) for given in options.given)
    for judged in judge_all(waiting, (trust, now, options.language, bool(options.require))):
        counts[judged["verdict"]] += 1
        progress.clear()
        print(json.dumps(judged) if options.json else line(judged))
    sys.stdout.flush()
    progress.clear()
    if counts.total() > 1:
        print(f"{counts.total()} checked: " + ", ".join(f"{counts[v]} {v}" for v in EXIT), file=sys.stderr)
    return EXIT[max(counts, key=list(EXIT).index)]

def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("verify.py", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    option, beside = parser.add_argument, Path(__file__).with_name("trust.json")
    option("given", nargs="+", metavar="PATH|LINK|-", help="file, folder, link, QR text; - is standard input")
    option("--trust", metavar="FILE", default=beside, help="the trust list (trust.json beside this script)")
    option("--status", metavar="FILE", action="append", default=[], help="a section's status list, if newer")
    option("--json", action="store_true", help="one JSON object a line: file, number, verdict, reason ...")
    option("--require", choices=["signed"], help="refuse what is not signed")
    option("--language", metavar="CODE", default="en", help="language of the quiz titles")
    option("--now", metavar="SECONDS", type=int, help="check as of this Unix time")
    return parser

def main(given: list[str] | None = None) -> int:
    """Exit status of the command line; trouble is a sentence, never a traceback."""
    options = arguments().parse_args(given)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")
    try:
        return run(options)
    except TrustError as problem:
        print(f"verify.py: {safe(str(problem))}", file=sys.stderr)
    except KeyboardInterrupt:
        print("verify.py: stopped; not everything was checked.", file=sys.stderr)
    except BrokenPipeError:  # whoever read the output has gone; nothing may be written at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return EXIT["could-not-run"]

if __name__ == "__main__":
    sys.exit(main())
