"""Reads a finished page as titled sections of plain text, for the search index."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
INLINE = {"a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "label", "mark", "q", "s",
          "small", "span", "strong", "sub", "sup", "td", "th", "time", "u", "br", "wbr", "img"}  # fmt: skip
SILENT = {"pre", "script", "style", "template", "svg", "button", "select", "textarea", "noscript"}
# Small print, words of the interface, and what stands elsewhere too: it would be found on every page.
NOISE = {"ktc-source", "ktc-fact__way", "ktc-fact__note", "ktc-hint", "ktc-badge", "ktc-visually-hidden", "ktc-number",
         "ktc-content-note", "ktc-paper"}  # fmt: skip
TITLES = {"h1", "h2", "h3", "h4", "dt"}


@dataclass
class Section:
    """A title with what stands below it. `anchor` is "" for the page itself; `cases` are (clause anchor, case).

    Of a question only its stem is read, as a case of each clause that it asks about, or of "" when it names none.
    """

    anchor: str
    title: str = ""
    blocks: list[str] = field(default_factory=list)
    cases: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class _Open:
    tag: str
    id: str
    silent: bool
    clauses: list[str]
    asking: bool  # inside a question, and not in its stem


def read_sections(html: str) -> list[Section]:
    """The sections of a page, itself first; from the element that overrides/main.html marks with `data-text`."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.sections


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sections = [Section("")]
        self.open: list[_Open] = []  # elements inside data-text, that one included
        self.text = ""
        self.titled = ""  # the tag whose text becomes the title

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if not (self.open or "data-text" in given):
            return
        if tag not in INLINE:
            self._flush()
        if tag in VOID:
            self.text += " "
            return
        around = self.open[-1] if self.open else _Open("", "", False, [], False)
        stem = tag == "legend" and bool(around.clauses)  # of a step of a story, none
        asking = (around.asking or "data-question" in given) and not stem
        silent = around.silent or _is_silent(tag, given)
        clauses = (given.get("data-clause") or "").lower().split() or [""] if "data-question" in given else []
        self.open.append(_Open(tag, given.get("id") or "", silent, clauses, asking))
        if tag in TITLES and not silent:
            self._title(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or tag not in [element.tag for element in self.open]:
            return
        if tag not in INLINE:
            self._flush(tag)
        while self.open.pop().tag != tag:
            pass
        if tag in ("td", "th"):
            self.text += " "

    def handle_data(self, data: str) -> None:
        if self.open and not (self.open[-1].silent or self.open[-1].asking):
            self.text += data

    def _title(self, tag: str) -> None:
        """A heading begins a section where a link can lead to it, or to the box whose title it is."""
        anchor = "" if tag == "h1" else self._anchor()
        if anchor:
            self.sections.append(Section(anchor))
        if anchor or tag == "h1":
            self.titled = tag

    def _anchor(self) -> str:
        own = self.open[-1].id
        boxes = {element.id for element in self.open if element.id}
        if own.removesuffix("-title") in boxes:
            return own.removesuffix("-title")
        return own or (self.open[-2].id if self.open[-1].tag == "dt" else "")

    def _flush(self, closed: str = "") -> None:
        """The text gathered so far is a block, or the title when its element ends."""
        text, self.text = re.sub(r"\s+", " ", self.text).strip(), ""
        section = self.sections[-1]
        if closed and closed == self.titled:
            section.title, self.titled = text, ""
        elif text:
            asked = next((element.clauses for element in reversed(self.open) if element.clauses), [])
            if closed == "legend" and asked:
                section.cases += [(clause, text) for clause in asked]
            else:
                section.blocks.append(text)


def _is_silent(tag: str, given: dict[str, str | None]) -> bool:
    named = set((given.get("class") or "").split())
    hidden = "hidden" in given or given.get("aria-hidden") == "true" or "data-search-exclude" in given
    remark = tag == "span" and "ktc-small" in named and "lang" not in given  # as "(proposed translation)"
    return tag in SILENT or hidden or remark or (bool(named & NOISE) and tag not in TITLES)
