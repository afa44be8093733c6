"""What the YAML files may hold: one pydantic model per kind of file, English source side.

The same models give the JSON Schemas that editors use (`ktc schemas`).
"""

from ktc.course.models.base import ClauseId, FactId, Id, ObjectiveId, Strict, Words
from ktc.course.models.codes import (
    Body,
    Channel,
    Clause,
    Code,
    Consequence,
    Document,
    Procedure,
    Remark,
    Right,
    Topic,
)
from ktc.course.models.curriculum import Curriculum, Diagram, Link, Module, Node, Objective, StudyCourse
from ktc.course.models.facts import (
    Contacts,
    Current,
    Event,
    Fact,
    Facts,
    Glossary,
    Label,
    Now,
    Source,
    Sources,
    Term,
    Timeline,
)
from ktc.course.models.quizzes import Choice, ChoiceId, Draw, Prompt, Question, Quiz, Step, Turn
from ktc.course.models.site import InterfaceWords, Language, Languages, Plural, Word

__all__ = [
    "Body", "Channel", "Choice", "ChoiceId", "Clause", "ClauseId", "Code", "Consequence", "Contacts", "Current",
    "Curriculum", "Diagram", "Document", "Draw", "Event", "Fact", "FactId", "Facts", "Glossary", "Id",
    "InterfaceWords", "Label", "Language", "Languages", "Link", "Module", "Node", "Now", "Objective", "ObjectiveId",
    "Plural", "Procedure", "Prompt", "Question", "Quiz", "Remark", "Right", "Source", "Sources", "Step", "Strict",
    "StudyCourse", "Term", "Timeline", "Topic", "Turn", "Word", "Words",
]  # fmt: skip
