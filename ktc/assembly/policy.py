"""The Content Security Policy of every page (CSP Level 3), and the headers for hosts that can set them."""

import base64
import hashlib
import re
from pathlib import Path

_INLINE = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>(.*?)</script>", re.S)
_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.S)
_CHARSET = re.compile(r'<meta charset="?utf-8"?\s*/?>')

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "media-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def policy(html: str) -> str:
    """The policy of one page: its own files, and its inline scripts and styles by their SHA-256."""
    scripts, styles = (sorted({f"'sha256-{_hash(one)}'" for one in kind.findall(html)}) for kind in (_INLINE, _STYLE))
    sources = DIRECTIVES | {"script-src": " ".join(["'self'", *scripts]), "style-src": " ".join(["'self'", *styles])}
    return "; ".join(f"{name} {value}" for name, value in sources.items())


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")


def secured(html: str) -> str:
    """The page with its policy right after the character set, before anything can load."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(html)}">'
    page, count = _CHARSET.subn(lambda match: match[0] + meta, html, count=1)
    if not count:
        raise ValueError("a page without <meta charset> cannot carry a policy")
    return page


def secure(site: Path) -> None:
    """Put the policy into every page and write `_headers` (the format of several static hosts)."""
    styles = set()
    for path in sorted(site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        styles.update(re.findall(r"<style.*?</style>", html, re.S))
        if "Content-Security-Policy" not in html:
            path.write_text(secured(html), encoding="utf-8", newline="\n")
    whole = "; ".join([policy("".join(sorted(styles))), "frame-ancestors 'none'"])
    lines = ["/*", f"  Content-Security-Policy: {whole}", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    (site / "_headers").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
