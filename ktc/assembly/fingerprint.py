"""Gives every link to an asset the digest of its bytes, so that what is held under one address never goes stale."""

import hashlib
import re
from functools import cache
from pathlib import Path

_LINK = re.compile(r'(?<=")([^"?]*?)(assets/(?:ktc|javascripts|stylesheets|images)/[\w./-]+)(?:\?h=\w+)?(?=")')


def fingerprint(site: Path) -> None:
    """Write `?h=<digest>` behind the assets that pages name. The files keep their names: a file: address works too."""
    digests = cache(digest)
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        inside = path.relative_to(site).parts
        language = inside[0] if len(inside) > 1 else ""
        linked = _LINK.sub(lambda link, own=language: _link(site, own, link, digests), html)
        if linked != html:
            path.write_text(linked, encoding="utf-8", newline="\n")


def digest(path: Path) -> str:
    """Short, for an address: 48 bits of SHA-256 in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def _link(site: Path, language: str, link: re.Match, digests) -> str:
    way, asset = link.groups()
    file = site / (language or way.rstrip("/").rpartition("/")[2]) / asset
    return f"{way}{asset}?h={digests(file)}" if file.exists() else link[0]
