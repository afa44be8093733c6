"""Write nquads.json: the RDF statements of what we sign, with {holes}, as a JSON-LD processor reads them.

Run `python -m certificates.nquads` after a change of a shape in verify.py (`--check` only compares). It needs the
packages of the tests: PyLD, and openbadgeslib, which brings the contexts of Open Badges, so none stands here. Signing
needs neither: it fills the holes (certificates/rdfc.py).
"""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path

from certificates import verify

TABLE = Path(__file__).with_name("nquads.json")
FILES = dict(zip(verify.CONTEXTS, ("credentials-v2.json", "ob-v3p0-context-3.0.3.json"), strict=True))
SENTINEL = "urn:x-hole:"  # an absolute IRI, so that it may stand for an address too


def load_context(url: str, options: dict | None = None) -> dict:
    """A document loader for PyLD that knows the two contexts and never asks the network."""
    package = importlib.util.find_spec("openbadgeslib").submodule_search_locations[0]
    text = (Path(package) / "ob3" / "contexts" / FILES[url]).read_text(encoding="utf-8")
    return {"contextUrl": None, "documentUrl": url, "document": json.loads(text)}


def canonize(document: dict) -> str:
    """RDFC-1.0 of a JSON-LD document by PyLD: slow, for this table and as the judge of the fast way."""
    from pyld import jsonld

    options = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": load_context}
    return jsonld.normalize(document, options)


def with_holes(document: dict) -> list[str]:
    """The statements of a document of sentinels: {name} for a hole, {_0}, {_1} ... for a blank node."""
    text = re.sub(rf"{SENTINEL}(\w+)", r"{\1}", canonize(document))
    return re.sub(r"_:c14n(\d+)", r"{_\1}", text).splitlines()


def options_of(proof: dict, contexts: list) -> dict:
    """The options of the first proof, as vc-di-eddsa 3.2.5 canonizes them."""
    return {"@context": contexts} | {part: value for part, value in proof.items() if part != "proofValue"}


def table() -> str:
    """The text of nquads.json."""
    names = {name: SENTINEL + name for name in verify.FORMS}
    nameless, listed = {**names, "name": ""}, {**names}
    del names["list"], nameless["list"]
    shapes = {"named": names, "nameless": nameless, "list": listed}
    found = {kind: with_holes(verify.body_of(values)) for kind, values in shapes.items()}
    first, _ = verify.proofs_of(names, verify.CONTEXTS)
    found["options"] = with_holes(options_of(first, verify.CONTEXTS))
    return json.dumps(found, indent=1, ensure_ascii=False) + "\n"


def main(arguments: list[str]) -> int:
    """Write nquads.json, or with --check say whether it is what this module would write."""
    text = table()
    if arguments == ["--check"]:
        return int(TABLE.read_text(encoding="utf-8") != text)
    TABLE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
