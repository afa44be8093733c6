"""Codes of conduct as data: whoever issued them, whomever they bind."""

from typing import Annotated, Literal

from pydantic import Field

from ktc.course.models.base import ClauseId, FactId, Id, Month, PagePath, Strict, Words

Topic = Literal["voice", "material", "decency", "truth", "learning", "participation", "channel", "reporting", "privacy"]
Person = Literal["member", "international-member", "activist", "volunteer", "staff", "director", "attendee"]
Occasion = Literal["meeting", "event", "online", "social"]
Reach = Literal["amnesty", "personal", "professional", "social"]
Basis = Literal["stated", "inferred", "none", "unknown"]  # who ties a reason to a clause: the code, we, or nobody
Acceptance = Literal[
    "read-before-recognition", "signature", "pledge", "deemed-by-participation", "none", "unknown"
]  # fmt: skip


class Issuer(Strict):
    name: Words
    kind: Literal["international", "section", "group"]


class CodeStatus(Strict):
    label: Words
    source_date: str | None = None
    last_seen: Month


class Scope(Strict):
    """Whom a code binds, on which occasions, and how far into life it reaches; empty lists where it is silent."""

    persons: list[Person]
    occasions: list[Occasion] = []
    life_reach: list[Reach] = []


class Part(Strict):
    id: ClauseId
    modality: Literal["duty", "prohibition", "aspiration", "right", "institutional"]


class Remark(Strict):
    """A text of ours about the source: a defect that we show, or something that it does not hold."""

    id: Id
    text: Words


class Clause(Strict):
    """One clause; its restatement is the text of the fact of the same id. `number` is "" where the code counts nothing.

    `replaces` is the clause of the code it derives from that does not hold here; `refers_to` names `documents`.
    """

    id: ClauseId
    number: str
    title: Words
    tier: Literal["responsibility", "commitment", "rule", "guideline", "value", "practice"]
    addressee: Literal["member", "organisation"]
    parts: list[Part] = []
    topics: list[Topic]
    reasons: list[FactId] = []
    reasons_basis: Basis
    replaces: ClauseId | None = None
    defects: list[Remark] = []
    notes: list[FactId] = []
    refers_to: list[Id] = []


class Consequence(Strict):
    """What a breach may lead to. `trigger` and `measure` are words of our own; the fact of that id says it in full."""

    id: FactId
    trigger: Words
    measure: Words
    decided_by: Words = "unknown"
    reasons: list[FactId] = []
    reasons_basis: Basis = "none"


class Right(Strict):
    """What somebody accused of a breach is owed; `governed_by` names `documents`."""

    id: FactId
    items: list[Literal["fair-hearing", "appeal", "confidentiality"]]
    governed_by: list[Id] = []


class Channel(Strict):
    """Where something goes: `to` names `bodies` or, where a paper outside the code tells, `documents`."""

    for_: Annotated[Literal["grievance", "reporting", "official-letters", "media", "questions"], Field(alias="for")]
    to: Annotated[list[Id], Field(min_length=1)]
    fact: FactId | None = None


class Procedure(Strict):
    """A procedure that the code names or holds, such as the stages of a complaint."""

    id: Id
    text: Words
    facts: list[FactId] = []


class Document(Strict):
    """A paper outside the code that the code names. Without an address we have not seen it: readers ask the issuer."""

    id: Id
    title: Words
    address: str | None = None


class Body(Strict):
    """Somebody whom the code names: for a concern, a letter, a report."""

    id: Id
    title: Words


class Contact(Strict):
    fact: FactId | None = None
    value: str | None = None
    missing_in_source: bool = False
    local_override: Literal["allowed", "forbidden"] = "allowed"


class Code(Strict):
    """facts/codes/<id>.yml: one code of conduct as data; an `explainer` has its shape but binds nobody.

    `seen` says whether we know the whole text: of a code seen in part nobody may say that it is silent on something.
    `privacy` is what the issuer says of privacy outside the clauses: no duty of members.
    """

    id: Id
    kind: Literal["code", "explainer"] = "code"
    prefix: Annotated[str, Field(pattern=r"^[A-Z]+$")]
    title: Words
    short: Words
    binds: Words
    issuer: Issuer
    derived_from: Id | None = None
    binding_language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] = "en"
    status: CodeStatus
    source: str
    seen: Literal["whole", "part"] = "whole"
    page: PagePath
    scope: Scope
    acceptance: Acceptance
    voice: Literal["first-person", "third-person", "unknown"]
    preamble: list[FactId]
    preamble_reasons: list[FactId] = []
    preamble_basis: Basis = "none"
    clauses: list[Clause]
    consequences: list[Consequence] = []
    rights: list[Right] = []
    channels: list[Channel] = []
    procedures: list[Procedure] = []
    documents: list[Document] = []
    bodies: list[Body] = []
    upkeep: FactId | None = None
    privacy: FactId | None = None
    contact: Contact = Contact()
    absent: list[Remark] = []
