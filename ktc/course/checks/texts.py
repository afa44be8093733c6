"""Translated data files: missing, stale, wrong or suspicious texts, unit by unit."""

import re
from collections.abc import Iterable

from ktc.course.checks.wording import differences, has_term
from ktc.course.course import SOURCE_LANGUAGE, Course
from ktc.course.translation import Translation, Unit
from ktc.course.units import units_of
from ktc.errors import Problem


def find(course: Course) -> Iterable[Problem]:
    """Every finding in the translated data files of every language."""
    for code in course.language_codes:
        if code == SOURCE_LANGUAGE:
            continue
        for name, joined in course.translations(code).items():
            yield from joined.problems
            yield from _missing(joined)
            for path, texts in units_of(course.parts[name]).items():
                unit = joined.units[path]
                yield from _unit(course, code, joined, path, texts, unit)


def _missing(joined: Translation) -> Iterable[Problem]:
    paths = [".".join(path) for path, unit in joined.units.items() if unit.state == "missing"]
    if paths:
        shown = ", ".join(paths[:3]) + (" ..." if len(paths) > 3 else "")
        what = f"{len(paths)} texts are missing: {shown}"
        yield Problem(joined.file, 0, what, "pages show the English ones, marked", "warning")


def _unit(course: Course, code: str, joined: Translation, path, texts, unit: Unit) -> Iterable[Problem]:
    if unit.state == "missing":
        return
    where = ".".join(path)
    if unit.state == "stale":
        remedy = f"compare with English, mend, then run `make stamp TO={code} UNIT={where}`"
        yield Problem(joined.file, unit.line, f"'{where}' translates an older English text", remedy, "warning")
        return
    for name, own in unit.texts.items():
        english = texts.get(name) or texts.get("plural.other")
        if not english or not isinstance(own, str):
            continue
        for found in differences(english, own, code, _names(course)):
            if name.startswith("plural.") and found.error and _only_fewer(english, own):
                continue
            severity = "error" if found.error else "warning"
            yield Problem(joined.file, unit.line, f"'{where}.{name}': {found.what}", found.remedy, severity)
    yield from _terms(course, code, joined, where, texts, unit)


def _only_fewer(english: str, own: str) -> bool:
    """A plural form for none, one or two may say the number in words."""
    placeholders = set(re.findall(r"\{[a-z_]+\}", own))
    return placeholders <= set(re.findall(r"\{[a-z_]+\}", english)) and not re.search(r"\d", own)


def _terms(course: Course, code: str, joined: Translation, where: str, texts, unit: Unit) -> Iterable[Problem]:
    glossary = course.translations(code)["facts/glossary.yml"].units
    english = re.sub(r"\{[a-z_]+\}", "", " ".join(texts.values()))
    own = " ".join(map(str, unit.texts.values()))
    for id, term in course.glossary.root.items():
        entry = glossary[(id,)]
        if not entry.usable or joined.file.endswith("glossary.yml") or not _says(english, term.term):
            continue
        if not has_term(own, [entry.texts["term"], *entry.aliases]):
            what = f"'{where}' says '{term.term}' in English, but not '{entry.texts['term']}' here"
            yield Problem(joined.file, unit.line, what, "use the glossary's term, or list the form there", "warning")


def _says(text: str, term: str) -> bool:
    return re.search(rf"\b{re.escape(term)}s?\b", text, re.I) is not None


def _names(course: Course) -> frozenset[str]:
    """Phrases that stay English everywhere: titles of documents and names of bodies."""
    names = {"know the code", "amnesty international", "creative commons"}
    for source in course.sources.root.values():
        names |= {source.title.lower(), source.publisher.lower()}
    return frozenset(names | {code.title.lower() for code in course.codes.values()})
