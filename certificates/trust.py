"""What a site knows of its sections: the folders issuers/<section>/, and what is wrong with them.

Each holds issuer.json (name, status addresses, keys with their life), did.json, status.json and templates/: copies of
the `publish` folder of the section. The build puts them into the trust list.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from certificates import folders as layout
from certificates import verify
from certificates.folders import Finding, folders, read, usable
from certificates.section import DAY, did_document

SOON = 30 * DAY


def parts(root: Path) -> dict:
    """`issuers`, `templates` and `status` of the trust list, from the folders under root/issuers."""
    found = {"issuers": {}, "templates": {}, "status": {}}
    for folder in folders(root):
        issuer = usable(folder)
        found["issuers"][issuer["id"]] = {part: issuer[part] for part in ("name", "status", "keys")}
        for path in sorted((folder / "templates").glob("*.json")):
            found["templates"][path.stem] = read(path)
        if (folder / "status.json").exists():
            found["status"][issuer["status"][0]] = (folder / "status.json").read_text(encoding="utf-8").strip()
    return found


def check(root: Path, now: float) -> list[Finding]:
    """All that is wrong with, or about to expire in, the folders under root/issuers."""
    found, names = layout.faults(root), {}
    for folder in folders(root):
        try:
            issuer = usable(folder)
        except verify.TrustError:
            continue  # among the faults
        found += [*check_did(folder, issuer), *check_keys(folder, issuer, now), *check_templates(folder, issuer),
                  *check_status(folder, issuer, now)]  # fmt: skip
        twin = names.setdefault(skeleton(issuer["name"]), folder.name)
        if twin != folder.name:
            found.append(Finding(f"{folder.name}/issuer.json", f"its name looks like that of {twin}",
                                 "give it a name that people can tell apart"))  # fmt: skip
    return found


def skeleton(name: str) -> str:
    """A name without what the eye passes over: case, accents, marks."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKD", name).casefold())


def check_did(folder: Path, issuer: dict) -> Iterator[Finding]:
    keys = [life["multibase"] for life in issuer["keys"] if not life["compromised"]]
    try:
        same = read(folder / "did.json") == did_document(issuer["id"], keys)
    except verify.TrustError:
        same = False
    if not same:
        yield Finding(f"{folder.name}/did.json", "does not list exactly the keys that have not leaked",
                      "publish the section's folder again, whole")  # fmt: skip


def check_keys(folder: Path, issuer: dict, now: float) -> Iterator[Finding]:
    file = f"{folder.name}/issuer.json"
    live = [life for life in issuer["keys"] if not life["compromised"] and verify.moment(now) <= (life["until"] or "9")]
    if not live:
        yield Finding(file, "no key can sign any more", "make a new key: keygen")
    elif not any((life["until"] or "9") > verify.moment(now + SOON) for life in live):
        yield Finding(file, f"its last key is good until {live[-1]['until']} only", "make a new key: keygen", "warning")


def check_templates(folder: Path, issuer: dict) -> Iterator[Finding]:
    if not (folder / "templates").is_dir():
        yield Finding(f"{folder.name}/templates", "missing: certificates from QR codes cannot be checked",
                      "copy it too, if this section has signed", "warning")  # fmt: skip
    for path in sorted((folder / "templates").glob("*.json")):
        file = f"{folder.name}/templates/{path.name}"
        try:
            template = read(path)
            verify.assert_forms(template)
            whole = verify.template_id(template) == path.stem and template["issuer"] == issuer["id"]
        except (ValueError, KeyError, TypeError, AttributeError):
            whole = False
        if not whole:
            yield Finding(file, "this template was altered, or is another section's", "publish it again")


def check_status(folder: Path, issuer: dict, now: float) -> Iterator[Finding]:
    file, path = f"{folder.name}/status.json", folder / "status.json"
    again = "sign and copy a new one: status publish"
    values, _, reason = verify.read_status(path.read_text(encoding="utf-8").strip() if path.exists() else "")
    if reason or values["issuer"] != issuer["id"] or values["status"] not in issuer["status"]:
        yield Finding(file, "missing, damaged, or not this section's", again)
    elif fault := verify.check_key(issuer, values["key"], values["signed"]):
        yield Finding(file, f"signed with a key that is not good ({fault})", again)
    elif values["until"] < verify.moment(now):
        yield Finding(file, f"expired on {values['until'][:10]}: certificates are undecided", again)
    elif values["until"] < verify.moment(now + SOON):
        yield Finding(file, f"expires on {values['until'][:10]}", again, "warning")
