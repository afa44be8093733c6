"""Banks of questions: items of five kinds, practice quizzes, pools and final checks."""

from typing import Annotated, Literal

from pydantic import Field

from ktc.course.models.base import ClauseId, FactId, Id, ObjectiveId, PagePath, Strict, Words

ChoiceId = Literal["a", "b", "c", "d", "e", "f", "g", "h"]
Kind = Literal["one", "several", "order", "match", "story"]
Feedback = Annotated[str, Field(min_length=40)]


class Choice(Strict):
    """What can be chosen. `feedback` may be missing only on the right-hand side of a match, whose prompts have it."""

    text: Words
    feedback: Feedback | None = None
    right: bool = False


class Prompt(Strict):
    """The left-hand side of a pair; `right` is the choice that belongs to it."""

    text: Words
    right: ChoiceId
    feedback: Feedback


class Turn(Choice):
    """A choice in a story; `next` is the step it leads to, none where the story ends."""

    next: Id | None = None


class Step(Strict):
    """A decision in a story. Choice ids are unique in the whole story and ascend from step to step."""

    id: Id
    text: Words
    choices: Annotated[dict[ChoiceId, Turn], Field(min_length=2, max_length=4)]


class Question(Strict):
    """A test item: stem, choices, and the only copy of the key.

    `one`, `several`: right choices are marked. `order`: `sequence` is the right order of all choices. `match`:
    `prompts` name their choice. `story`: `steps` in place of choices; the right way is that of the right choices.
    """

    id: Id
    kind: Kind
    topic: Id
    objectives: list[ObjectiveId] = []
    clauses: list[ClauseId] = []
    facts: Annotated[list[FactId], Field(min_length=1)]
    level: Literal["remember", "understand", "apply", "analyse"]
    scenario: bool = False
    sensitive: bool = False
    stem: Words
    choices: Annotated[dict[ChoiceId, Choice], Field(max_length=6)] = {}
    sequence: list[ChoiceId] = []
    prompts: Annotated[dict[Literal["1", "2", "3", "4"], Prompt], Field(max_length=4)] = {}
    steps: Annotated[list[Step], Field(max_length=3)] = []
    exempt: dict[str, Words] = {}

    @property
    def offered(self) -> dict[str, Choice]:
        """Every choice by id, those of a story's steps included."""
        return self.choices or {id: turn for step in self.steps for id, turn in step.choices.items()}

    @property
    def right(self) -> tuple[str, ...]:
        """The ids of the right answer as records have them (certificates.md, Completion record)."""
        if self.kind == "order":
            return tuple(self.sequence)
        if self.kind == "match":
            return tuple(self.prompts[number].right for number in sorted(self.prompts))
        return tuple(id for id, choice in sorted(self.offered.items()) if choice.right)


class Draw(Strict):
    topic: Id
    count: Annotated[int, Field(ge=1)]


class Quiz(Strict):
    """quizzes/<id>.yml: a bank of questions. Only a final check has a pass mark, a draw, pools and editions.

    A practice quiz belongs to a module, and may show `round` questions at a time. A pool holds questions for final
    checks alone; their topic is the module.
    """

    id: Id
    kind: Literal["practice", "pool", "final"]
    code: Id | None = None
    module: Id | None = None
    page: PagePath | None = None
    title: Words
    round: Annotated[int, Field(ge=2)] | None = None
    pass_mark: Annotated[int, Field(ge=1, le=100)] | None = None
    draw: list[Draw] = []
    pools: list[Id] = []
    must_be_right: list[ClauseId] = []
    retired: list[Id] = []
    questions: Annotated[list[Question], Field(min_length=1)]
