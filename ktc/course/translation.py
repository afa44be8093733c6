"""Joins one translation file to its English twin: which unit is good, missing, stale or wrong."""

from dataclasses import dataclass

from ktc.course.units import Path, Texts, Units, digest, flatten
from ktc.course.yamlfile import YamlFile
from ktc.errors import Problem

STATES = ("drafted", "translated", "reviewed")
_BOOKKEEPING = {"of", "state", "by", "on", "status", "aliases"}


@dataclass(frozen=True)
class Unit:
    """A unit in one language. `state` is missing, stale, drafted, translated or reviewed.

    `texts` are empty when the unit is missing; a stale unit keeps its own old texts here.
    """

    texts: Texts
    state: str
    line: int = 0
    status: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def usable(self) -> bool:
        return self.state in STATES


@dataclass(frozen=True)
class Translation:
    """One file in one language: its units by place, and what is wrong with it."""

    file: str
    units: dict[Path, Unit]
    problems: list[Problem]


def join(english: Units, file: YamlFile | None, name: str, plurals: frozenset[str]) -> Translation:
    """Compare a translation with the English units; `file` is None when it does not exist yet.

    `plurals` are the plural categories that the language needs.
    """
    if file is None:
        return Translation(name, {path: Unit({}, "missing") for path in english}, [])
    problems = [*_header(file), *_strangers(english, file)]
    units = {}
    for path, texts in english.items():
        units[path], found = _unit(path, texts, file, plurals)
        problems += found
    return Translation(name, units, problems)


def _header(file: YamlFile) -> list[Problem]:
    header = file.data.get("_file") if isinstance(file.data, dict) else None
    if not isinstance(header, dict) or header.get("state") not in STATES:
        remedy = "begin with `_file: {language: .., state: drafted}`"
        return [file.problem("no header that says language and state", remedy)]
    return []


def _at(data: object, path: Path) -> object:
    for key in path:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _strangers(english: Units, file: YamlFile) -> list[Problem]:
    depths = {path[:n] for path in english for n in range(1, len(path) + 1)}
    found = []
    for path in file.lines:
        texts = tuple(str(p) for p in path)
        if len(texts) not in (1, 2) or texts[0] == "_file" or texts in depths:
            continue
        if texts[:-1] in english or (len(texts) == 2 and texts[:1] not in depths):
            continue
        remedy = "remove it, or correct the id: ids are those of the English file"
        found.append(file.problem(f"'{'.'.join(texts)}' is not in the English file", remedy, path))
    return found


def _unit(path: Path, texts: Texts, file: YamlFile, plurals: frozenset[str]) -> tuple[Unit, list[Problem]]:
    raw = _at(file.data, path)
    if raw is None:
        return Unit({}, "missing"), []
    if not isinstance(raw, dict):
        return Unit({}, "missing"), [file.problem("expected a mapping with `of` and texts", at=path)]
    own = flatten({key: value for key, value in raw.items() if key not in _BOOKKEEPING})
    problems = _shape(path, _wanted(texts, plurals), own, file) + _stamp(path, raw, file)
    header = file.data.get("_file") or {}
    state = raw.get("state", header.get("state", "drafted"))
    if raw.get("of", digest(texts)) != digest(texts):
        state = "stale"
    aliases = tuple(map(str, raw.get("aliases") or ()))
    return Unit(own, state, file.line(*path), str(raw.get("status", "")), aliases), problems


def _wanted(texts: Texts, plurals: frozenset[str]) -> set[str]:
    if any(name.startswith("plural.") for name in texts):
        return {f"plural.{category}" for category in plurals}
    return set(texts)


def _shape(path: Path, wanted: set[str], own: Texts, file: YamlFile) -> list[Problem]:
    where = ".".join(path)
    found = []
    for name in sorted(wanted - set(own)):
        found.append(file.problem(f"'{where}' lacks '{name}'", "translate it as in the English file", path))
    for name in sorted(set(own) - wanted):
        found.append(file.problem(f"'{where}' has '{name}', which English has not", "remove it", path))
    for name in sorted(wanted & set(own)):
        if not isinstance(own[name], str) or not own[name].strip():
            found.append(file.problem(f"'{where}.{name}' is not a text", "write a text, in quotes", path))
    return found


def _stamp(path: Path, raw: dict, file: YamlFile) -> list[Problem]:
    if "of" in raw:
        return []
    language = (file.data.get("_file") or {}).get("language", "LANG")
    remedy = f"run `make stamp TO={language}` once the text is right"
    what = f"'{'.'.join(path)}' does not say which English it translates"
    return [file.problem(what, remedy, path, "warning")]
