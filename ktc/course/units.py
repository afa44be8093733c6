"""The translatable units of each kind of file: which texts belong together under one digest.

A unit is a place in the file (a path of keys) with its flat texts: `{"choices.a.text": "..."}`.
The digest of a unit's English texts is written into each translation (`of:`), so that a changed
English text shows as stale.
"""

import hashlib
import json
from collections.abc import Callable

from ktc.course import models

Path = tuple[str, ...]
Texts = dict[str, str]
Units = dict[Path, Texts]


def digest(texts: Texts) -> str:
    """The first 8 hex digits of SHA-256 over the texts as sorted JSON."""
    plain = json.dumps(texts, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(plain.encode("utf-8")).hexdigest()[:8]


def flatten(value: object, prefix: str = "") -> Texts:
    """Nested mappings to one level: `{"choices": {"a": "x"}}` becomes `{"choices.a": "x"}`."""
    if not isinstance(value, dict):
        return {prefix: value}
    flat: Texts = {}
    for key, inner in value.items():
        flat |= flatten(inner, f"{prefix}.{key}" if prefix else str(key))
    return flat


def _facts(facts: models.Facts) -> Units:
    return {(id,): {"text": fact.text, "where": fact.where} for id, fact in facts.root.items()}


def _sources(sources: models.Sources) -> Units:
    names = ("title", "publisher", "as_of", "confirms", "limits")
    return {(id,): {name: getattr(source, name) for name in names} for id, source in sources.root.items()}


def _glossary(glossary: models.Glossary) -> Units:
    return {(id,): {"term": t.term, "definition": t.definition} for id, t in glossary.root.items()}


def _words(words: models.InterfaceWords) -> Units:
    return {(key,): word_texts(word) for key, word in words.root.items()}


def word_texts(word: models.Word) -> Texts:
    """An interface word as flat texts: `text`, or one `plural.<category>` each."""
    return {"text": word.text} if word.text else {f"plural.{c}": t for c, t in (word.plural or {}).items()}


def _code(code: models.Code) -> Units:
    units: Units = {(name,): {"text": getattr(code, name)} for name in ("title", "short", "binds")}
    units |= {("clauses", clause.id): {"title": clause.title} for clause in code.clauses}
    return units | {("absent", item.id): {"text": item.text} for item in code.absent}


def _quiz(quiz: models.Quiz) -> Units:
    units: Units = {("title",): {"text": quiz.title}}
    return units | {("questions", question.id): _question(question) for question in quiz.questions}


def _question(question: models.Question) -> Texts:
    choices = {id: {"text": c.text, "feedback": c.feedback} for id, c in question.choices.items()}
    return flatten({"stem": question.stem, "choices": choices})


_BY_MODEL: dict[type, Callable[..., Units]] = {
    models.Facts: _facts,
    models.Sources: _sources,
    models.Glossary: _glossary,
    models.InterfaceWords: _words,
    models.Code: _code,
    models.Quiz: _quiz,
}


def units_of(model: object) -> Units:
    """The units of a loaded file; none for files without translatable text."""
    make = _BY_MODEL.get(type(model))
    return make(model) if make else {}
