"""Loads everything the site says: the English source and its translations."""

from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pydantic import BaseModel, ValidationError

from ktc.course import models
from ktc.course.key import edition_of
from ktc.course.languages import plural_categories
from ktc.course.places import Place, places
from ktc.course.translation import Translation, join
from ktc.course.units import units_of
from ktc.course.view import View
from ktc.course.yamlfile import YamlFile, read_yaml
from ktc.errors import CourseError, Problem

SOURCE_LANGUAGE = "en"
SINGLE_FILES = {
    "languages": ("facts/languages.yml", models.Languages),
    "sources": ("facts/sources.yml", models.Sources),
    "glossary": ("facts/glossary.yml", models.Glossary),
    "words": ("facts/words.yml", models.InterfaceWords),
    "current": ("facts/current.yml", models.Current),
    "curriculum": ("facts/curriculum.yml", models.Curriculum),
    "timeline": ("facts/timeline.yml", models.Timeline),
}
OPTIONAL = {"curriculum", "timeline"}  # a site about one code needs neither
FOLDERS = {
    "facts": ("facts/facts", models.Facts),
    "codes": ("facts/codes", models.Code),
    "diagrams": ("facts/diagrams", models.Diagram),
    "quizzes": ("quizzes", models.Quiz),
}
CURRENT = SINGLE_FILES["current"][0]


@dataclass
class Course:
    """The English source, file by file, and whatever translations stand beside it.

    `files` and `parts` are keyed by the file's name from the project folder.
    """

    root: Path
    files: dict[str, YamlFile]
    parts: dict[str, BaseModel]
    _joined: dict[str, dict[str, Translation]] = field(default_factory=dict)

    def __getattr__(self, name: str):
        if name in SINGLE_FILES:
            file, model = SINGLE_FILES[name]
            return self.parts[file] if file in self.parts else model()
        raise AttributeError(name)

    @cached_property
    def facts(self) -> dict[str, models.Fact]:
        """Every fact by id; what is current (facts/current.yml) is among them."""
        stated = {id: fact for part in self._parts(models.Facts) for id, fact in part.root.items()}
        return stated | {id: _current(now) for id, now in self.current.now.items()}

    def fact_place(self, id: str) -> tuple[str, tuple[str, ...]]:
        """The file that states a fact, and where in it: `("facts/facts/im.yml", ("IM-1",))`."""
        if id in self.current.now:
            return CURRENT, ("now", id)
        return next(name for name, part in self.parts.items() if isinstance(part, models.Facts) and id in part.root), (
            id,
        )

    @cached_property
    def codes(self) -> dict[str, models.Code]:
        return {part.id: part for part in self._parts(models.Code)}

    @cached_property
    def places(self) -> dict[str, list[Place]]:
        """Every fact that a page states, with the pages."""
        return places(self)

    @cached_property
    def diagrams(self) -> dict[str, models.Diagram]:
        return {part.id: part for part in self._parts(models.Diagram)}

    @cached_property
    def quizzes(self) -> dict[str, models.Quiz]:
        return {part.id: part for part in self._parts(models.Quiz)}

    def _parts(self, model: type) -> list:
        return [part for part in self.parts.values() if isinstance(part, model)]

    @cached_property
    def homes(self) -> dict[str, models.Quiz]:
        """By question, the bank that it stands in, which for a check may be a pool."""
        return {question.id: quiz for quiz in self.quizzes.values() for question in quiz.questions}

    def bank(self, quiz: str) -> list[models.Question]:
        """The questions of a quiz; of a final check also those of its pools on topics that it draws, own ones first."""
        one = self.quizzes[quiz]
        drawn = {rule.topic for rule in one.draw}
        pools = [self.quizzes[pool] for pool in one.pools if pool in self.quizzes]
        return [*one.questions, *(q for pool in pools for q in pool.questions if q.topic in drawn)]

    @property
    def language_codes(self) -> list[str]:
        return list(self.languages.root)

    def edition(self, quiz: str) -> str:
        """The current edition of a final check."""
        return edition_of(self.quizzes[quiz], self.bank(quiz))

    def translations(self, code: str) -> dict[str, Translation] | None:
        """All files joined for a language; None for the source language, which needs none."""
        if code == SOURCE_LANGUAGE:
            return None
        if code not in self._joined:
            self._joined[code] = {name: self._join(name, code) for name in self.parts}
        return self._joined[code]

    def _join(self, name: str, code: str) -> Translation:
        path = translated_path(name, code)
        file = read_yaml(self.root / path, self.root) if (self.root / path).exists() else None
        plurals = plural_categories(self.languages.root[code].babel)
        return join(units_of(self.parts[name]), file, path, plurals)

    def view(self, code: str) -> View:
        """The course in one language. Raises CourseError when a text of that language is wrong."""
        joined = self.translations(code) or {}
        problems = [p for one in joined.values() for p in one.problems if p.severity == "error"]
        if problems:
            raise CourseError(problems)
        return View(self, code)


def translated_path(name: str, code: str) -> str:
    """Where the translation of a data file stands: `facts/codes/x.yml` -> `facts/fr/codes/x.yml`."""
    top, rest = name.split("/", 1)
    return f"{top}/{code}/{rest}"


_held: dict[Path, Course] = {}


@contextmanager
def held(course: Course):
    """While this lasts, load_course gives `course` for its folder: workers forked meanwhile need not read it again."""
    _held[course.root.resolve()] = course
    try:
        yield
    finally:
        del _held[course.root.resolve()]


def load_course(root: Path) -> Course:
    """Read and validate the English source. Raises CourseError with every problem found."""
    if root.resolve() in _held:
        return _held[root.resolve()]
    files: dict[str, YamlFile] = {}
    parts: dict[str, BaseModel] = {}
    problems: list[Problem] = []
    for name, model in _source_files(root):
        try:
            files[name] = read_yaml(root / name, root)
            parts[name] = model.model_validate(files[name].data)
        except ValidationError as error:
            problems += [_problem(files[name], detail) for detail in error.errors()]
        except CourseError as error:
            problems += error.problems
    if problems:
        raise CourseError(problems)
    return Course(root, files, parts)


def _current(now: models.Now) -> models.Fact:
    """How something is now, as a fact among the others; its date is the month in which it was last seen."""
    return models.Fact(text=now.text, label="CURRENT", source=now.source, where=now.where, as_of=now.last_seen)


def _source_files(root: Path):
    for key, (name, model) in SINGLE_FILES.items():
        if key not in OPTIONAL or (root / name).exists():
            yield name, model
    for folder, model in FOLDERS.values():
        for path in sorted((root / folder).glob("*.yml")):
            yield path.relative_to(root).as_posix(), model


_SAID = {
    "missing": "is missing",
    "extra_forbidden": "is not known here",
    "string_too_short": "is too short: at least {min_length} characters",
    "string_type": "must be a text (in quotes if it looks like a number)",
    "bool_type": "must be true or false",
    "int_type": "must be a whole number",
    "literal_error": "must be one of {expected}",
    "string_pattern_mismatch": "does not have the right form: {pattern}",
    "too_short": "needs at least {min_length} entries",
    "too_long": "has more than {max_length} entries",
}


def _problem(file: YamlFile, detail: dict) -> Problem:
    """A schema error in plain words, at its line."""
    place = tuple(key for key in detail["loc"] if key != "[key]")
    said = _SAID.get(detail["type"], detail["msg"].replace("Value error, ", ""))
    said = said.format(**detail.get("ctx", {})) if detail["type"] in _SAID else said
    remedy = "correct it (the other checks were not run); facts/schemas/ says what may stand here"
    return file.problem(f"{_shown(file, place)} {said}", remedy, place)


def _shown(file: YamlFile, place: tuple) -> str:
    """A place in words: a list entry by its id where it has one."""
    names, data = [], file.data
    for key in place:
        data = data[key] if isinstance(data, list | dict) and _has(data, key) else None
        named = isinstance(key, int) and isinstance(data, dict) and "id" in data
        names.append(str(data["id"]) if named else str(key))
    return f"'{'.'.join(names)}'" if names else "the file"


def _has(data: list | dict, key: object) -> bool:
    return key in data if isinstance(data, dict) else isinstance(key, int) and key < len(data)
