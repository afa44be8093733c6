"""The search index of one language, read from its finished pages; and what the theme's search worker lacks."""

import json
import re
from html import escape
from pathlib import Path

import rjsmin

from ktc.assembly.sections import Section, read_sections
from ktc.course.view import View

WORKER = "assets/javascripts/workers/search.*.js"
FOLD = "overrides/assets/src/js/search-fold.js"
# Built as the theme's worker wants it. "trimmer" is the step that search-fold.js puts its own in the place of.
CONFIG = {
    "lang": ["en"],
    "separator": r"[\s\-–.,;:!?()«»\"“”\u2019'،؛؟·/]+",
    "pipeline": ["trimmer"],
    "fields": {"title": {"boost": 1000}, "text": {"boost": 1}, "tags": {"boost": 1000000}},
}


def write_index(view: View, folder: Path) -> None:
    """Write search/index.js of one language's `folder`: a classic script, so that it loads from a file too."""
    data = {"config": CONFIG, "docs": documents(folder, names(view)), "options": {"suggest": False}}
    target = folder / "search" / "index.js"
    target.parent.mkdir(exist_ok=True)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    target.write_text(f"ktc.index={text};\n", encoding="utf-8")


def names(view: View) -> dict[str, list[str]]:
    """By anchor, what else a clause is called: many type "clause 1", whatever its code calls it."""
    clauses = [clause for code in view.codes.values() for clause in code.clauses]
    return {
        one.id.lower().replace(".", "-"): [f"{view.word('code.clause_other', number=one.number)} · {one.id}"]
        for one in clauses
    }


def documents(folder: Path, more: dict[str, list[str]]) -> list[dict]:
    """One document a page and a titled section, with `more` by anchor. The theme wants a page before its sections."""
    pages = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("index.html"))
    texts = {page: read_sections((folder / page).read_text(encoding="utf-8")) for page in pages}
    read = {page: sections for page, sections in texts.items() if sections[0].title}  # others ask to be left out
    _keep_once(read)
    cases = _cases(read)
    return [
        _document(page, section, more.get(section.anchor, []) + cases.get(section.anchor, []))
        for page, found in read.items()
        for section in found
    ]


def _keep_once(read: dict[str, list[Section]]) -> None:
    """Questions about no clause are found where they stand first: in the reading, and not in a quiz as well."""
    seen = set()
    for section in (section for sections in read.values() for section in sections):
        stems = [stem for clause, stem in section.cases if not clause and stem not in seen]
        section.blocks += stems
        seen.update(stems)


def _cases(read: dict[str, list[Section]]) -> dict[str, list[str]]:
    """By clause, the everyday cases that ask about it: so a clause is found by the words of daily life."""
    cases: dict[str, dict[str, str]] = {}
    for sections in read.values():
        for clause, case in (pair for section in sections for pair in section.cases):
            if clause:
                cases.setdefault(clause, {})[case] = sections[0].title
    return {clause: [f"{title} – {case}" for case, title in found.items()] for clause, found in cases.items()}


def _document(page: str, section: Section, more: list[str]) -> dict:
    """Texts are HTML for the theme: it puts marks around what was found and shows the paragraphs that hold it."""
    location = f"{page}#{section.anchor}" if section.anchor else page
    text = "".join(f"<p>{escape(block, quote=False)}</p>" for block in [*section.blocks, *more])
    return {"location": location, "title": escape(section.title, quote=False), "text": text}


def extend_worker(folder: Path, root: Path) -> None:
    """Put our folding of letters behind the theme's search worker, in the same file: one request, no import."""
    fold = rjsmin.jsmin((root / FOLD).read_text(encoding="utf-8"))
    for worker in folder.glob(WORKER):
        theme = re.split(r"\n//# sourceMappingURL=", worker.read_text(encoding="utf-8"))[0]
        if fold not in theme:  # a language that was not built anew has it already
            worker.write_text(f"{theme.rstrip()}\n{fold}\n", encoding="utf-8")
