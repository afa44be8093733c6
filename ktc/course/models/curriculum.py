"""How the course is built: modules with their objectives and pages, and the courses made of modules."""

from typing import Annotated, Literal

from pydantic import Field

from ktc.course.models.base import FactId, Id, ObjectiveId, PagePath, Strict, Words


class Objective(Strict):
    """What a learner can do after a module (level: revised Bloom)."""

    text: Words
    level: Literal["remember", "understand", "apply", "analyse", "evaluate"]
    facts: list[FactId] = []


class Module(Strict):
    """A module: its pages in reading order, then its practice quiz. `code` is the one it teaches, if any."""

    number: Annotated[int, Field(ge=1)]
    title: Words
    summary: Words
    page: PagePath
    pages: list[PagePath]
    practice: Id
    code: Id | None = None
    objectives: dict[ObjectiveId, Objective]


class StudyCourse(Strict):
    """A course: modules in the order of study, and the final check at its end."""

    title: Words
    summary: Words
    code: Id
    check: Id
    page: PagePath
    modules: Annotated[list[Id], Field(min_length=1)]


class Curriculum(Strict):
    """facts/curriculum.yml."""

    modules: dict[Id, Module] = {}
    courses: dict[Id, StudyCourse] = {}


class Node(Strict):
    """A box of a diagram. `layer` counts from the top; `code` links to the code it tells about."""

    id: Id
    title: Words
    text: Words
    facts: Annotated[list[FactId], Field(min_length=1)]
    layer: int | None = None
    code: Id | None = None


class Link(Strict):
    """An arrow of a diagram: reads as a sentence, "from label to"."""

    from_: Annotated[Id, Field(alias="from")]
    to: Id
    label: Words
    facts: list[FactId] = []


class Diagram(Strict):
    """facts/diagrams/<id>.yml: a picture as data, with `summary` as its text equivalent."""

    id: Id
    title: Words
    kind: Literal["path", "layers", "columns"]
    nodes: Annotated[list[Node], Field(min_length=2)]
    links: list[Link] = []
    summary: Words
