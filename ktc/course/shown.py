"""What pages are handed: texts with their language and state, and the things they belong to."""

from dataclasses import dataclass

from ktc.course import models


@dataclass(frozen=True)
class Text:
    """A text to show. `state` is source, missing, stale, drafted, translated or reviewed."""

    text: str
    lang: str
    dir: str
    state: str

    @property
    def is_fallback(self) -> bool:
        """True when English stands in for a missing or stale translation."""
        return self.state in ("missing", "stale")

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class LanguageView:
    code: str
    name: str
    dir: str
    numerals: str
    babel: str


@dataclass(frozen=True)
class FactView:
    id: str
    label: str
    source: str
    where: Text
    as_of: Text
    text: Text


@dataclass(frozen=True)
class TermView:
    id: str
    term: Text
    definition: Text
    facts: tuple[str, ...]
    aliases: tuple[str, ...]
    status: str


@dataclass(frozen=True)
class SourceView:
    id: str
    title: Text
    publisher: Text
    as_of: Text
    confirms: Text
    limits: Text
    address: str


@dataclass(frozen=True)
class ClauseView:
    """A clause; whatever has no text of its own is read from `data`."""

    data: models.Clause
    title: Text

    def __getattr__(self, name: str):
        return getattr(self.data, name)


@dataclass(frozen=True)
class AbsentView:
    id: str
    text: Text


@dataclass(frozen=True)
class CodeView:
    """A code of conduct; whatever has no text of its own is read from `data`."""

    data: models.Code
    title: Text
    short: Text
    binds: Text
    clauses: tuple[ClauseView, ...]
    absent: tuple[AbsentView, ...]

    def __getattr__(self, name: str):
        return getattr(self.data, name)

    def clause(self, id: str) -> ClauseView:
        return next(clause for clause in self.clauses if clause.id == id)


@dataclass(frozen=True)
class ChoiceView:
    id: str
    text: Text
    feedback: Text
    right: bool


@dataclass(frozen=True)
class QuestionView:
    id: str
    kind: str
    topic: str
    clauses: tuple[str, ...]
    facts: tuple[str, ...]
    level: str
    scenario: bool
    must: bool
    stem: Text
    choices: tuple[ChoiceView, ...]
    quiz: str

    @property
    def right(self) -> tuple[str, ...]:
        """The ids of the right choices, ascending."""
        return tuple(choice.id for choice in self.choices if choice.right)


@dataclass(frozen=True)
class QuizView:
    id: str
    kind: str
    code: str
    title: Text
    pass_mark: int | None
    draw: tuple[models.Draw, ...]
    questions: tuple[QuestionView, ...]
    edition: str

    @property
    def drawn(self) -> int:
        """How many questions one attempt has."""
        return sum(rule.count for rule in self.draw) or len(self.questions)
