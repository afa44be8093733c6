"""Writes into a translation which English text it translates (`of:`), line by line, touching nothing else."""

import re
from pathlib import Path

from ktc.course.course import Course, translated_path
from ktc.course.pages import read_pages
from ktc.course.translation import STATES
from ktc.course.units import Path as Place
from ktc.course.units import digest, units_of
from ktc.course.yamlfile import read_yaml
from ktc.errors import KtcError


def stamp(course: Course, language: str, only: str = "") -> list[str]:
    """Stamp units without a digest, or exactly the unit or page named `only` whatever it says now.

    Returns what was stamped, as `file: unit`. Raises KtcError for an unknown name or a page not translated.
    """
    done = []
    for name in course.parts:
        path = course.root / translated_path(name, language)
        if path.exists():
            done += _stamp_file(course, name, path, only)
    done += _stamp_pages(course.root, language, only)
    if only and not done:
        raise KtcError(f"nothing called '{only}' in {language}: `make check` prints the names of texts and pages")
    return done


def _stamp_file(course: Course, name: str, path: Path, only: str) -> list[str]:
    file = read_yaml(path, course.root)
    lines = path.read_text(encoding="utf-8").split("\n")
    done, added = [], []
    for place, texts in units_of(course.parts[name]).items():
        raw = _at(file.data, place)
        named = only == ".".join(place)
        if not isinstance(raw, dict) or (only and not named) or ("of" in raw and not named):
            continue
        if "of" in raw:
            index = file.lines[(*place, "of")] - 1
            lines[index] = re.sub(r"\bof: *[\"']?\w*[\"']?", f'of: "{digest(texts)}"', lines[index], count=1)
        else:
            added.append((file.lines[place] - 1, digest(texts)))
        done.append(f"{file.name}: {'.'.join(place)}")
    for index, value in sorted(added, reverse=True):
        _insert(lines, index, value)
    if done:
        path.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    return done


def _at(data: object, place: Place) -> object:
    for key in place:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _insert(lines: list[str], index: int, value: str) -> None:
    """Add `of` to the mapping that begins on this line, written as a block or as {one line}."""
    line = lines[index]
    key, colon, rest = line.partition(":")
    if rest.strip().startswith("{"):
        opening = '{of: "' + value + '", '
        lines[index] = key + colon + rest.replace("{", opening, 1)
        return
    indent = len(line) - len(line.lstrip()) + 2
    lines.insert(index + 1, f'{" " * indent}of: "{value}"')


def _stamp_pages(root: Path, language: str, only: str) -> list[str]:
    english, done = read_pages(root, "en"), []
    for name, page in read_pages(root, language).items():
        known = "of" in page.meta.data
        if name not in english or (only and only != name) or (known and only != name):
            continue
        if page.meta.data.get("state") not in STATES or page.body == english[name].body:
            raise KtcError(f"{page.file}: translate it and say `state: drafted` in its front matter, then stamp it")
        path = root / page.file
        text = path.read_text(encoding="utf-8")
        if known:
            text = re.sub(r"^of: .*$", f'of: "{english[name].digest}"', text, count=1, flags=re.M)
        else:
            text = text.replace("---\n", f'---\nof: "{english[name].digest}"\n', 1)
        path.write_text(text, encoding="utf-8", newline="\n")
        done.append(f"{page.file}: page")
    return done
