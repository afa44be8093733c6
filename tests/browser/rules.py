"""The scripts that judge, in a page with nothing else: the same rules as certificates/verify.py."""

import json

from ktc.assembly.libraries import bundle
from tests.certificates.vectors import ROOT, trust

SCRIPTS = ROOT / "overrides" / "assets" / "src" / "js"
RECORDS = ("grade.js", "record.js", "verdict.js", "candidates.js")
SIGNED = ("shapes.js", "forms.js", "crypto.js", "credential.js", "signed.js")
MEANS = {"own": "ktc.means.own()", "library": "ktc.ed25519"}


class Rules:
    """JSON both ways, so that lone surrogates arrive as they are. `means`: Ed25519 of the browser or of the library."""

    def __init__(self, page, folder, means: str = "own", trusted: dict | None = None):
        self.page = page
        (folder / "blank.html").write_text("<!doctype html><meta charset=utf-8><title>Rules</title>", encoding="utf-8")
        page.goto((folder / "blank.html").as_uri())  # a page of a file has crypto.subtle, about:blank has not
        for path in [*(SCRIPTS / name for name in (*RECORDS, *SIGNED)), bundle(ROOT) / "ed25519.js"]:
            page.add_script_tag(path=path)
        self("ktc.trust = given", trusted or trust())
        self("void (ktc.signed = (...asked) => ktc.checkSigned(...asked, means))")
        assert self(f"Boolean(window.means = await {MEANS[means]})"), f"no Ed25519 by these means: {means}"

    def __call__(self, expression: str, given=None):
        code = f"const given = JSON.parse(text); return JSON.stringify(await ({expression})) || 'null'"
        return json.loads(self.page.evaluate(f"async text => {{ {code} }}", json.dumps(given)))
