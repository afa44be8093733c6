"""A whole module on one page, to print: the bodies of its pages, put below the call of `whole_module`.

Headings go down one level and get ids of their own; links between the pages become links within the one.
"""

import posixpath
import re
from dataclasses import dataclass

from ktc.course.course import Course
from ktc.course.pages import Page, slug_of

CALL = re.compile(r"\{\{\s*whole_module\(\s*[\"']([\w-]+)[\"']\s*\)\s*\}\}")
_HEADING = re.compile(r"^(#{1,5}) (.*)$", re.M)
_ID = re.compile(r"\{:\s*#([\w.-]+)")
_LINK = re.compile(r"\]\(([^)\s]*)\)")
_QUESTION = re.compile(r"\{\{\s*question\(\s*[\"']([\w-]+)[\"']\s*\)\s*\}\}\n?")


@dataclass(frozen=True)
class Chapter:
    """A page of the module as it is shown: `english` is true where English stands in for a translation."""

    page: Page
    english: bool


def module_called(page: Page) -> str:
    """The module that a page wants whole; "" for other pages."""
    found = CALL.search(page.body)
    return found[1] if found else ""


def names_of(course: Course, module: str) -> list[str]:
    """The pages that are joined, in their order. An unknown module (`make check` names it) has none."""
    known = course.curriculum.modules
    return known[module].pages if module in known else []


def facts_of(pages: list[Page]) -> list[str]:
    """The facts that the pages say they state, each once."""
    return list(dict.fromkeys(id for page in pages for id in page.meta.data.get("facts") or []))


def state_of(states: list[str]) -> str:
    """The state of the whole: that of its worst part, and "fallback" where only some parts are English."""
    if "missing" in states:
        return "missing" if set(states) == {"missing"} else "fallback"
    return next((state for state in ("stale", "drafted", "translated", "reviewed") if state in states), "source")


def whole_body(frame: Chapter, chapters: list[Chapter]) -> str:
    """The body of the whole page; English parts are marked where not all of it is English."""
    inside = {chapter.page.name: _ids(chapter.page.body) for chapter in chapters}
    asked: set[str] = set()
    mixed = len({one.english for one in (frame, *chapters)}) > 1
    boxes = [_boxed(frame.page.body, "ktc-frame", frame.english and mixed)]
    for one in chapters:
        text = _once(_moved(one.page, frame.page.name, inside), asked)
        boxes.append(_boxed(text, "ktc-chapter", one.english and mixed))
    return "\n\n".join(boxes) + "\n"


def _boxed(text: str, kind: str, marked: bool) -> str:
    """A part with comments around it, of which mend.py makes a box: in a box Markdown would take our HTML apart."""
    return f"<!-- box {kind}{' en' if marked else ''} -->\n\n{text.strip()}\n\n<!-- /box -->"


def _ids(body: str) -> list[str]:
    """The ids of a page's headings; the first is that of the page itself."""
    return [found[1] for heading in _HEADING.finditer(body) if (found := _ID.search(heading[2]))]


def _id_in_whole(slug: str, id: str, ids: list[str]) -> str:
    """A heading's id within the whole; other anchors (of facts) are the same on every page."""
    if id in ids[:1]:
        return slug
    return f"{slug}--{id}" if id in ids else id


def _moved(page: Page, frame: str, inside: dict[str, list[str]]) -> str:
    """A page's body as it stands in the whole page `frame`."""
    slug, ids = slug_of(page.name), inside[page.name]

    def heading(found: re.Match) -> str:
        named = _ID.sub(lambda one: "{: #" + _id_in_whole(slug, one[1], ids), found[2])
        return f"#{found[1]} {named}"

    body = _HEADING.sub(heading, page.body)
    return _LINK.sub(lambda found: f"]({_target(found[1], page.name, frame, inside)})", body)


def _target(link: str, page: str, frame: str, inside: dict[str, list[str]]) -> str:
    """Where a link of a page leads from the whole page."""
    if ":" in link or link.startswith("/"):
        return link
    path, _, id = link.partition("#")
    name = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    if name in inside:
        return "#" + (_id_in_whole(slug_of(name), id, inside[name]) if id else slug_of(name))
    return posixpath.relpath(name, posixpath.dirname(frame)) + (f"#{id}" if id else "")


def _once(body: str, asked: set[str]) -> str:
    """Each question once in the whole: its ids may not come twice."""

    def keep(found: re.Match) -> str:
        known = found[1] in asked
        asked.add(found[1])
        return "" if known else found[0]

    return _QUESTION.sub(keep, body)
