"""Codes of conduct as data: whoever issued them, whomever they bind."""

from typing import Annotated, Literal

from pydantic import Field

from ktc.course.models.base import ClauseId, FactId, Id, Month, PagePath, Strict, Words

Topic = Literal["voice", "material", "decency", "truth", "learning", "participation", "channel", "reporting", "privacy"]


class Issuer(Strict):
    name: Words
    kind: Literal["international", "section", "group"]


class CodeStatus(Strict):
    label: Words
    source_date: str | None = None
    last_seen: Month


class Scope(Strict):
    """Whom a code binds, on which occasions, and how far into life it reaches; empty lists where it is silent."""

    persons: list[str]
    occasions: list[str] = []
    life_reach: list[str] = []


class Part(Strict):
    id: ClauseId
    modality: Literal["duty", "prohibition", "aspiration", "right", "institutional"]


class Remark(Strict):
    """A text of ours about the source: a defect that we show, or something that it does not hold."""

    id: Id
    text: Words


class Clause(Strict):
    """One numbered or unnumbered clause; its restatement is the text of the fact of the same id."""

    id: ClauseId
    number: str
    title: Words
    tier: Literal["responsibility", "commitment", "rule", "guideline", "value", "practice"]
    addressee: Literal["member", "organisation"]
    parts: list[Part] = []
    topics: list[Topic]
    reasons: list[FactId] = []
    reasons_basis: Literal["stated", "inferred", "none"]
    replaces: ClauseId | None = None
    defects: list[Remark] = []
    notes: list[FactId] = []
    refers_to: list[str] = []


class Consequence(Strict):
    """What a breach may lead to. `trigger` and `measure` are words of our own; the fact of that id says it in full."""

    id: FactId
    trigger: Words
    measure: Words
    decided_by: Words = "unknown"
    reasons: list[FactId] = []


class Right(Strict):
    """What somebody accused of a breach is owed."""

    id: FactId
    items: list[Id]
    governed_by: list[Id] = []


class Channel(Strict):
    """Where something goes: `for` grievances, reports, letters; `to` whom."""

    for_: Annotated[Id, Field(alias="for")]
    to: list[Id]
    fact: FactId | None = None


class Procedure(Strict):
    """A procedure that the code names or holds, such as the stages of a complaint."""

    id: Id
    text: Words
    facts: list[FactId] = []


class Contact(Strict):
    fact: FactId | None = None
    value: str | None = None
    missing_in_source: bool = False
    local_override: Literal["allowed", "forbidden"] = "allowed"


class Code(Strict):
    """facts/codes/<id>.yml: one code of conduct as data; an `explainer` has its shape but binds nobody."""

    id: Id
    kind: Literal["code", "explainer"] = "code"
    prefix: Annotated[str, Field(pattern=r"^[A-Z]+$")]
    title: Words
    short: Words
    binds: Words
    issuer: Issuer
    derived_from: Id | None = None
    binding_language: str = "en"
    status: CodeStatus
    source: str
    page: PagePath
    scope: Scope
    acceptance: Literal["read-before-recognition", "signature", "pledge", "deemed-by-participation", "none"]
    voice: Literal["first-person", "third-person"]
    preamble: list[FactId]
    clauses: list[Clause]
    consequences: list[Consequence] = []
    rights: list[Right] = []
    channels: list[Channel] = []
    procedures: list[Procedure] = []
    upkeep: FactId | None = None
    privacy: FactId | None = None
    contact: Contact = Contact()
    absent: list[Remark] = []
