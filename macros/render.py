"""Renders a component template (overrides/components/) to one line of HTML for a Markdown page.

Markdown takes a block of raw HTML as such only when it starts at column 0 and holds no blank line,
so every component leaves here as a single line.
"""

import json
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ktc.course.shown import Text
from ktc.course.view import View

COMPONENTS = Path(__file__).parent.parent / "overrides" / "components"
_BREAKS = re.compile(r"\s*\n\s*")


def view(env) -> View:
    """The course in the language being built."""
    return env.conf["extra"]["ktc"].view


def use(env, bundle: str) -> None:
    """Ask for a browser bundle (overrides/assets/ktc/<bundle>.js and .css) on the current page."""
    bundles = env.page.meta.setdefault("bundles", [])
    if bundle not in bundles:
        bundles.append(bundle)


def url(env, target: str) -> str:
    """A relative link from the current page to `target`, a path inside the language's folder."""
    return up(env.page.url) + target


def up(page_url: str) -> str:
    """The way from a page up to the language's folder."""
    return "../" * page_url.count("/")


def address(page: str) -> str:
    """Where a page is, inside the language's folder: `codes/x/index.md` is `codes/x/index.html`."""
    return page.removesuffix(".md") + ".html"


def file_of(page_url: str) -> str:
    """The Markdown file of a page, the other way round."""
    return page_url.removesuffix(".html") + ".md"


def fact_anchor(id: str) -> str:
    """The id that an element stating this fact or clause carries: IM-1.a is `im-1-a`."""
    return id.lower().replace(".", "-")


def render(env, template: str, **context: object) -> str:
    """One component as one line of HTML; undefined names raise."""
    here = view(env)
    html = _templates().get_template(template).render(**_context(env, here), **context)
    line = _BREAKS.sub(" ", html.strip())
    meta = env.page.meta
    if meta.get("state") == "missing" or (meta.get("joined") and meta.get("state") == "fallback"):
        # the page, or the part of it around this, may be English, but this speaks the reader's language
        tag = "span" if template == "term.html" else "div"  # a term stands inside a sentence
        return f'<{tag} lang="{here.language.code}" dir="{here.language.dir}">{line}</{tag}>'
    return line


def _context(env, here: View) -> dict[str, object]:
    return {
        "view": here,
        "word": lambda key, **params: text(here.word_text(key, **params)),
        "lang": here.language.code,
        "dir": here.language.dir,
        "t": text,
        "anchor": fact_anchor,
        "address": address,
        "url": lambda target: url(env, target),
        "to": lambda page: url(env, address(page)),
        "words_json": lambda *prefixes: words_json(here, *prefixes),
    }


def text(value: Text) -> Markup:
    """A text as HTML; English that stands in for a missing translation is marked as English."""
    if value.is_fallback:
        return Markup('<span class="ktc-fallback" lang="{}" dir="{}">{}</span>').format(
            value.lang, value.dir, value.text
        )
    return Markup.escape(value.text)


def words_json(here: View, *prefixes: str) -> Markup:
    """The interface words that a browser script needs, as a data block in the page."""
    return data_block("ktc-words", json.dumps(here.words(*prefixes), ensure_ascii=False, separators=(",", ":")))


def data_block(name: str, data: str) -> Markup:
    """JSON in a page, for scripts to find by its class."""
    safe = data.replace("<", "\\u003c").replace("&", "\\u0026")
    return Markup('<script type="application/json" class="{}">{}</script>').format(name, Markup(safe))


@cache
def _templates() -> Environment:
    loader = FileSystemLoader(COMPONENTS)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
