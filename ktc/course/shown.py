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


class OfData:
    """Whatever has no text of its own is read from `data`, the model."""

    def __getattr__(self, name: str):
        if name == "data":  # while a copy of this is being made
            raise AttributeError(name)
        return getattr(self.data, name)


@dataclass(frozen=True)
class FactView(OfData):
    """A fact; `texts` has those that it holds: text, where, era, counts, remark.

    `place` is whose it is when it holds for one section or group only, `of_code` whether a code of conduct states it.
    """

    data: models.Fact
    id: str
    as_of: Text
    texts: dict[str, Text]
    place: Text | None
    of_code: bool

    @property
    def text(self) -> Text:
        return self.texts["text"]

    @property
    def where(self) -> Text:
        return self.texts["where"]

    @property
    def era(self) -> Text | None:
        return self.texts.get("era")

    @property
    def counts(self) -> Text | None:
        return self.texts.get("counts")

    @property
    def remark(self) -> Text | None:
        return self.texts.get("remark")


@dataclass(frozen=True)
class EventView(OfData):
    data: models.Event
    when: Text
    text: Text


@dataclass(frozen=True)
class TermView(OfData):
    data: models.Term
    id: str
    term: Text
    definition: Text
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
    place: Text | None = None


@dataclass(frozen=True)
class RemarkView:
    id: str
    text: Text


@dataclass(frozen=True)
class ClauseView(OfData):
    data: models.Clause
    title: Text
    defects: tuple[RemarkView, ...]


@dataclass(frozen=True)
class ConsequenceView(OfData):
    data: models.Consequence
    trigger: Text
    measure: Text
    decided_by: Text | None


@dataclass(frozen=True)
class ProcedureView(OfData):
    data: models.Procedure
    text: Text


@dataclass(frozen=True)
class NamedView(OfData):
    """A document or a body that a code names."""

    data: models.Document | models.Body
    title: Text


@dataclass(frozen=True)
class CodeView(OfData):
    data: models.Code
    title: Text
    short: Text
    binds: Text
    clauses: tuple[ClauseView, ...]
    absent: tuple[RemarkView, ...]
    consequences: tuple[ConsequenceView, ...]
    procedures: tuple[ProcedureView, ...]
    documents: tuple[NamedView, ...]
    bodies: tuple[NamedView, ...]

    def named(self, id: str) -> NamedView:
        """What the code calls a document or a body."""
        return next(one for one in (*self.documents, *self.bodies) if one.id == id)

    def clause(self, id: str) -> ClauseView:
        return next(clause for clause in self.clauses if clause.id == id)


@dataclass(frozen=True)
class ChoiceView(OfData):
    """A choice, in a story with the step that it leads to (`next`)."""

    data: models.Choice
    id: str
    text: Text
    feedback: Text | None


@dataclass(frozen=True)
class PromptView:
    """The left-hand side of a pair; `right` is the id of its choice."""

    number: str
    right: str
    text: Text
    feedback: Text


@dataclass(frozen=True)
class StepView:
    id: str
    text: Text
    choices: tuple[ChoiceView, ...]


@dataclass(frozen=True)
class QuestionView(OfData):
    """A question; `quiz` is the bank that it stands in, `must` whether it has to be right in the check at hand."""

    data: models.Question
    must: bool
    stem: Text
    choices: tuple[ChoiceView, ...]
    prompts: tuple[PromptView, ...]
    steps: tuple[StepView, ...]
    quiz: str


@dataclass(frozen=True)
class QuizView(OfData):
    data: models.Quiz
    title: Text
    questions: tuple[QuestionView, ...]
    edition: str

    @property
    def drawn(self) -> int:
        """How many questions one attempt has."""
        return sum(rule.count for rule in self.data.draw) or len(self.questions)


@dataclass(frozen=True)
class ObjectiveView:
    id: str
    level: str
    facts: tuple[str, ...]
    text: Text


@dataclass(frozen=True)
class ModuleView(OfData):
    data: models.Module
    id: str
    title: Text
    summary: Text
    objectives: tuple[ObjectiveView, ...]


@dataclass(frozen=True)
class CourseView(OfData):
    data: models.StudyCourse
    id: str
    title: Text
    summary: Text
    modules: tuple[ModuleView, ...]


@dataclass(frozen=True)
class Stop:
    """A page on the path of study. `course` is named where courses part: this is the way of that one."""

    page: str
    title: Text
    minutes: int
    course: CourseView | None = None


@dataclass(frozen=True)
class NodeView(OfData):
    data: models.Node
    title: Text
    text: Text


@dataclass(frozen=True)
class LinkView(OfData):
    data: models.Link
    label: Text


@dataclass(frozen=True)
class DiagramView(OfData):
    data: models.Diagram
    title: Text
    summary: Text
    nodes: tuple[NodeView, ...]
    links: tuple[LinkView, ...]
