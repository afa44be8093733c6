"""Examples to try on the verify page, signed by a demonstration issuer whose key everybody has.

site/examples/{valid,revoked,tampered}.json and self-recorded.txt, each with its page to print, and trust.json, the only
trust list that knows the demonstration (demonstration.js: the same with the examples, for the verify page). The same
course always gives the same files.
"""

import hashlib
import json
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from certificates import credential, keys, page, proofs, section, status, verify
from certificates.files import write_whole
from ktc.assembly.sheets import achievement, tongue
from ktc.assembly.trust import trust
from ktc.course.course import Course
from ktc.course.editions import published

DEMO = "certificates/demo/issuer.json"
REVOKED, YEARS = 4711, 20


def write_examples(course: Course, site: Path) -> None:
    """Write site/examples and site/issuers/demo; nothing where no final check is published."""
    known = published(course.root)
    current = [course.edition(quiz.id) for quiz in course.quizzes.values() if quiz.kind == "final"]
    if not (edition := next((edition for edition in current if edition in known), "")):
        return
    demo, key = issuer(course.root)
    made = section.Section(site / "issuers" / "demo", demo["id"], demo["name"], demo["site"], keys.multibase(key))
    payload, times = record(edition, known[edition]), lives(known[edition])
    template = credential.make_template(
        issuer=made.id, issuer_name=made.name, key=made.key, status=made.status_address, edition=edition,
        **achievement(course, made.site, edition, "en"))  # fmt: skip
    values = {name: certificate(template, payload[name], times, index, key)
              for name, index in (("valid", 12), ("revoked", REVOKED))}  # fmt: skip
    values["tampered"] = {**values["valid"], "name": "Mallory Example"}
    english, name = tongue(course, "en"), verify.template_id(template)
    for example, found in values.items():
        write_whole(site / "examples" / f"{example}.json", verify.compose(found) + "\n")
        sheet = page.of_certificate(found, name, english, made.site, demonstration=True)
        write_whole(site / "examples" / f"{example}.html", sheet)
    listed = status.make(made.id, made.status_address, [REVOKED], times, key)
    own = publish_demo(site, made, times, listed, name, template)
    texts = {example: verify.compose(found) for example, found in values.items()}
    write_trust(site, {**trust(course), **own}, {**texts, "self-recorded": f"#r={payload['valid']}"})
    write_record(site, payload["valid"], english, trust(course))


def issuer(root: Path) -> tuple[dict, Ed25519PrivateKey]:
    """The demonstration issuer, and the key that anyone can make from its sentence."""
    demo = json.loads((root / DEMO).read_text(encoding="utf-8"))
    return demo, Ed25519PrivateKey.from_private_bytes(hashlib.sha256(demo["sentence"].encode()).digest())


def lives(entry: dict) -> tuple[str, str]:
    """From the day on which the edition was published, for many years: examples do not expire in the meantime."""
    began = datetime.fromisoformat(entry["published"] + "T00:00:00Z").timestamp()
    return verify.moment(began), verify.moment(began + YEARS * 365.25 * section.DAY)


def record(edition: str, entry: dict) -> dict[str, str]:
    """A passing record for each example."""
    drawn = []
    for rule in entry["key"]["draw"]:
        stock = [i for i, question in enumerate(entry["key"]["questions"]) if question["topic"] == rule["topic"]]
        drawn += stock[: rule["count"]]
    answers = [[index, "".join(entry["key"]["questions"][index]["right"])] for index in sorted(drawn)]
    finished = int(datetime.fromisoformat(entry["published"] + "T00:00:00Z").timestamp())
    return {
        name: verify.encode_record({
            "edition": edition, "finished": finished, "nonce": credential.example_nonce(name),
            "session": "DEMO", "name": f"{first} Example", "answers": answers})
        for name, first in (("valid", "Amina"), ("revoked", "Juma"))}  # fmt: skip


def certificate(template: dict, payload: str, times: tuple[str, str], index: int, key: Ed25519PrivateKey) -> dict:
    return proofs.sign(credential.values(template, payload, *times, index), key)


def publish_demo(
    site: Path, made: section.Section, times: tuple[str, str], listed: str, name: str, template: dict
) -> dict:
    """Write the issuer's folder; its part of a trust list."""
    life = {"multibase": made.key, "from": times[0], "until": None, "compromised": None}
    write_whole(made.folder / "did.json", section.pretty(section.did_document(made.id, [made.key])))
    write_whole(made.folder / "status.json", listed)
    return {
        "issuers": {made.id: {"name": made.name, "status": [made.status_address], "keys": [life]}},
        "templates": {name: template}, "status": {made.status_address: listed.strip()},
    }  # fmt: skip


def write_trust(site: Path, whole: dict, texts: dict[str, str]) -> None:
    """The demonstration's own trust list, for the script and (apart from the real one, with the examples) for pages."""
    write_whole(site / "examples" / "trust.json", compact(whole) + "\n")
    both = compact({"trust": whole, "examples": texts})
    write_whole(site / "examples" / "demonstration.js", f"ktc.demonstration={both};\n")


def compact(value: dict) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def write_record(site: Path, payload: str, english: page.Tongue, trusted: dict) -> None:
    shown = verify.check(payload, trusted, 4e9)["certificate"]
    write_whole(site / "examples" / "self-recorded.txt", f"#r={payload}\n")
    write_whole(site / "examples" / "self-recorded.html", page.of_record(payload, shown, english))
