"""What makes the site installable and readable without a network: manifests, icons, the service worker."""

import hashlib
import json
import re
import shutil
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ktc.assembly.fingerprint import digest
from ktc.course.course import Course
from ktc.course.view import View

# Beside the languages, what the worker keeps for all of them: the first page, the trust file, the script.
SHARED = ("index.html", "offline.html", "trust.js", "trust.json", "verify.py")
EXAMPLES = "examples/demonstration.js"
ICONS = {
    "icon-192.png": ("192x192", "any"),
    "icon-512.png": ("512x512", "any"),
    "mask-512.png": ("512x512", "maskable"),
}
# The colours of overrides/assets/src/css/tokens.css in light: --ktc-accent and --ktc-paper.
COLOURS = {"theme_color": "#2a37a8", "background_color": "#fbf9f4"}


def write_manifests(course: Course, site: Path) -> None:
    """One manifest a language, so that the installed site has its name and opens in it; and the icons they share."""
    shutil.copytree(course.root / "overrides" / "root" / "icons", site / "icons", dirs_exist_ok=True)
    for code in course.language_codes:
        text = json.dumps(manifest(course.view(code)), ensure_ascii=False, indent=1)
        (site / code / "manifest.webmanifest").write_text(text + "\n", encoding="utf-8", newline="\n")


def manifest(view: View) -> dict:
    """Web Application Manifest (W3C); addresses are relative to the language's folder."""
    icons = [{"src": f"../icons/{name}", "sizes": sizes, "type": "image/png", "purpose": purpose}
             for name, (sizes, purpose) in ICONS.items()]  # fmt: skip
    return {
        "id": "index.html",
        "name": view.word("site.name"),
        "short_name": view.word("site.name"),
        "description": view.word("site.tagline"),
        "lang": view.language.code,
        "dir": view.language.dir,
        "start_url": "index.html",
        "scope": "../",
        "display": "standalone",
        "display_override": ["minimal-ui", "standalone"],
        **COLOURS,
        "icons": icons,
    }


def write_worker(course: Course, site: Path) -> None:
    """Write sw.js, which knows every file of this build, and sw-off.js, which takes a worker back. Comes last."""
    files = {"": shared_files(site)} | {code: language_files(site, code) for code in course.language_codes}
    templates = Environment(loader=FileSystemLoader(course.root / "overrides" / "root"), undefined=StrictUndefined)
    for name in ("sw.js", "sw-off.js"):
        text = templates.get_template(name).render(files=files, build=build_id(site, files))
        (site / name).write_text(text + "\n", encoding="utf-8", newline="\n")


def shared_files(site: Path) -> list[str]:
    """SHARED, what the pages among them ask for, and the examples of the verify page."""
    pages = [(site / name).read_text(encoding="utf-8") for name in SHARED if name.endswith(".html")]
    asked = {link for html in pages for link in re.findall(r'"([^"]+\?h=\w+)"', html)}
    return [*SHARED, *sorted(asked), *([EXAMPLES] if (site / EXAMPLES).exists() else [])]


def language_files(site: Path, code: str) -> list[str]:
    """Every file of a language as pages ask for it: assets with their digest."""
    names = sorted(path.relative_to(site).as_posix() for path in (site / code).rglob("*") if path.is_file())
    return [f"{name}?h={digest(site / name)}" if name.startswith(f"{code}/assets/") else name for name in names]


def build_id(site: Path, files: dict[str, list[str]]) -> str:
    """The same for the same bytes: a build that changes nothing for readers brings them no update."""
    every = hashlib.sha256()
    for name in sorted({name for names in files.values() for name in names}):
        every.update(f"{name} {digest(site / name.partition('?')[0])}\n".encode())
    return every.hexdigest()[:12]
