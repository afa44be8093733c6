"""Joins the rendered languages into one site: chooser, trust file, verify script, sitemap, build info."""

import json
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import rcssmin
import rjsmin
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ktc import __version__
from ktc.assembly.examples import write_examples
from ktc.assembly.fingerprint import fingerprint
from ktc.assembly.libraries import write_libraries
from ktc.assembly.mend import mend
from ktc.assembly.offline import write_manifests, write_worker
from ktc.assembly.policy import secure
from ktc.assembly.searchindex import extend_worker, write_index
from ktc.assembly.trust import write_trust
from ktc.course.course import Course

# What the theme puts into each language and no page of ours asks for.
UNUSED = (
    "404.html",
    "sitemap.xml",
    "sitemap.xml.gz",
    "root",
    "assets/src",
    "assets/images/favicon.png",
    "assets/images/screenshot.png",
    "assets/javascripts/lunr",
    "assets/stylesheets/palette.*.css",
    "assets/**/*.map",
)


def join(course: Course, site: Path, site_url: str = "") -> None:
    """Finish `site`, which holds one folder a language; `site_url` is the section's own or empty."""
    for code in course.language_codes:
        _trim(site / code)
        _minify(site / code)
        write_index(course.view(code), site / code)
        extend_worker(site / code, course.root)
    write_libraries(course.root, [site / code for code in course.language_codes])
    write_trust(course, site)
    write_examples(course, site)
    shutil.copyfile(course.root / "certificates" / "verify.py", site / "verify.py")
    _root_pages(course, site, site_url)
    _build_info(course, site, site_url)
    mend(site)
    secure(site)
    fingerprint(site)
    write_manifests(course, site)
    write_worker(course, site)
    if site_url:
        (site / "sitemap.xml").write_text(sitemap(course, site, site_url), encoding="utf-8")


def _trim(folder: Path) -> None:
    for pattern in UNUSED:
        for path in folder.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _minify(folder: Path) -> None:
    for path in folder.glob("assets/ktc/*.*"):
        minify = rjsmin.jsmin if path.suffix == ".js" else rcssmin.cssmin
        path.write_text(minify(path.read_text(encoding="utf-8")) + "\n", encoding="utf-8")


def _root_pages(course: Course, site: Path, site_url: str) -> None:
    """The language chooser and 404.html, which must find its links from any depth: so from the site's path."""
    loader = FileSystemLoader(course.root / "overrides" / "root")
    templates = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    views = [course.view(code) for code in course.language_codes]
    pages = {
        "index.html": ("", []),
        "404.html": (urlsplit(site_url).path.rstrip("/") + "/", ["site.not_found"]),
        "offline.html": ("", ["offline.missing", "offline.missing_hint"]),
    }
    for name, (base, said) in pages.items():
        html = templates.get_template("chooser.html").render(views=views, base=base, said=said)
        (site / name).write_text(html + "\n", encoding="utf-8")


def _build_info(course: Course, site: Path, site_url: str) -> None:
    """What was built: whoever builds the same commit with the same address gets the same bytes."""
    info = {
        "name": "know-the-code",
        "version": __version__,
        "commit": commit(course.root),
        "changed": changed(course.root),
        "site_url": site_url,
        "languages": course.language_codes,
        "editions": {q.id: course.edition(q.id) for q in course.quizzes.values() if q.kind == "final"},
    }
    text = json.dumps(info, indent=1, sort_keys=True)
    (site / "build-info.json").write_text(text + "\n", encoding="utf-8")


def commit(root: Path) -> str | None:
    """The commit of the working tree; None outside git."""
    said = _git(root, "rev-parse", "HEAD")
    return said and said.strip()


def changed(root: Path) -> bool | None:
    """Whether files differ from that commit, so that it does not tell the whole story; None outside git."""
    said = _git(root, "status", "--porcelain")
    return None if said is None else bool(said)


def _git(root: Path, *words: str) -> str | None:
    try:
        run = subprocess.run(["git", "--no-optional-locks", *words], cwd=root, capture_output=True, text=True)
    except OSError:
        return None
    return run.stdout if run.returncode == 0 else None


def sitemap(course: Course, site: Path, site_url: str) -> str:
    """A sitemap whose entries name the same page in every language (sitemaps.org 0.9 with xhtml:link)."""
    base = site_url.rstrip("/")
    pages = sorted(p.relative_to(site / "en").as_posix() for p in (site / "en").rglob("index.html"))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for page in pages:
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{base}/{code}/{page}"/>'
            for code in course.language_codes
        )
        lines += [f"<url><loc>{base}/{code}/{page}</loc>{links}</url>" for code in course.language_codes]
    return "\n".join([*lines, "</urlset>"]) + "\n"
