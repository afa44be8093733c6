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
    return {(id,): _given(fact, "text", "where", "era", "counts", "remark", "place") for id, fact in facts.root.items()}


def _given(model: models.Strict, *names: str) -> Texts:
    """The named texts that a model has."""
    return {name: text for name in names if (text := getattr(model, name))}


def _current(current: models.Current) -> Units:
    return {("now", id): _given(now, "text", "where") for id, now in current.now.items()}


def _timeline(timeline: models.Timeline) -> Units:
    return {("events", event.id): _given(event, "when", "text") for event in timeline.events}


def _curriculum(curriculum: models.Curriculum) -> Units:
    units: Units = {("courses", id): _given(one, "title", "summary") for id, one in curriculum.courses.items()}
    return units | {("modules", id): _module(one) for id, one in curriculum.modules.items()}


def _module(module: models.Module) -> Texts:
    objectives = {f"objectives.{id}": objective.text for id, objective in module.objectives.items()}
    return _given(module, "title", "summary") | objectives


def _diagram(diagram: models.Diagram) -> Units:
    units: Units = {(name,): {"text": getattr(diagram, name)} for name in ("title", "summary")}
    units |= {("nodes", node.id): _given(node, "title", "text") for node in diagram.nodes}
    return units | {("links", f"{one.from_}-{one.to}"): {"label": one.label} for one in diagram.links}


def _sources(sources: models.Sources) -> Units:
    names = ("title", "publisher", "as_of", "confirms", "limits", "place")
    return {(id,): _given(source, *names) for id, source in sources.root.items()}


def _glossary(glossary: models.Glossary) -> Units:
    return {(id,): {"term": t.term, "definition": t.definition} for id, t in glossary.root.items()}


def _words(words: models.InterfaceWords) -> Units:
    return {(key,): word_texts(word) for key, word in words.root.items()}


def word_texts(word: models.Word) -> Texts:
    """An interface word as flat texts: `text`, or one `plural.<category>` each."""
    return {"text": word.text} if word.text else {f"plural.{c}": t for c, t in (word.plural or {}).items()}


def _code(code: models.Code) -> Units:
    units: Units = {(name,): {"text": getattr(code, name)} for name in ("title", "short", "binds")}
    units |= {("clauses", clause.id): _clause(clause) for clause in code.clauses}
    units |= {("consequences", one.id): _consequence(one) for one in code.consequences}
    units |= {("procedures", one.id): {"text": one.text} for one in code.procedures}
    units |= {("documents", one.id): {"title": one.title} for one in code.documents}
    units |= {("bodies", one.id): {"title": one.title} for one in code.bodies}
    return units | {("absent", item.id): {"text": item.text} for item in code.absent}


def _consequence(one: models.Consequence) -> Texts:
    known = {} if one.decided_by == "unknown" else {"decided_by": one.decided_by}
    return _given(one, "trigger", "measure") | known


def _clause(clause: models.Clause) -> Texts:
    return {"title": clause.title} | {f"defects.{one.id}": one.text for one in clause.defects}


def _quiz(quiz: models.Quiz) -> Units:
    units: Units = {("title",): {"text": quiz.title}}
    return units | {("questions", question.id): _question(question) for question in quiz.questions}


def _question(question: models.Question) -> Texts:
    texts: Texts = {"stem": question.stem} | _choices("", question.choices)
    for number, prompt in question.prompts.items():
        texts |= {f"prompts.{number}.{name}": text for name, text in _given(prompt, "text", "feedback").items()}
    for step in question.steps:
        texts |= {f"steps.{step.id}.text": step.text} | _choices(f"steps.{step.id}.", step.choices)
    return texts


def _choices(prefix: str, choices: dict[str, models.Choice]) -> Texts:
    texts = {id: _given(choice, "text", "feedback") for id, choice in choices.items()}
    return flatten({f"{prefix}choices": texts}) if texts else {}


_BY_MODEL: dict[type, Callable[..., Units]] = {
    models.Facts: _facts,
    models.Sources: _sources,
    models.Glossary: _glossary,
    models.InterfaceWords: _words,
    models.Code: _code,
    models.Current: _current,
    models.Curriculum: _curriculum,
    models.Diagram: _diagram,
    models.Timeline: _timeline,
    models.Quiz: _quiz,
}


def units_of(model: object) -> Units:
    """The units of a loaded file; none for files without translatable text."""
    make = _BY_MODEL.get(type(model))
    return make(model) if make else {}
