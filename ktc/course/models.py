"""What the YAML files may hold: one pydantic model per kind of file, English source side.

The same models give the JSON Schemas that editors use (`ktc schemas`).
"""

from typing import Annotated, Literal

from babel import Locale, UnknownLocaleError
from pydantic import BaseModel, ConfigDict, Field, RootModel, field_validator

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
ClauseId = Annotated[str, Field(pattern=r"^[A-Z]+-[A-Za-z0-9.]+$")]
FactId = ClauseId
ChoiceId = Literal["a", "b", "c", "d", "e", "f", "g", "h"]
Words = Annotated[str, Field(min_length=1)]
Label = Literal["STANDING", "SECTION", "HISTORIC", "DATED", "CONTESTED", "INCOMPLETE", "META"]
Plural = dict[Literal["zero", "one", "two", "few", "many", "other"], Words]


class Strict(BaseModel):
    """No unknown keys, no silent conversion, nothing changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Language(Strict):
    """How one language is written. `numerals` is a Unicode numbering system (one per language)."""

    name: Words
    dir: Literal["ltr", "rtl"]
    numerals: Literal["latn", "arab", "arabext"] = "latn"
    babel: str

    @field_validator("babel")
    @classmethod
    def _known(cls, locale: str) -> str:
        try:
            Locale.parse(locale)
        except (ValueError, UnknownLocaleError):
            raise ValueError(f"'{locale}' is no locale that Babel knows: choose the nearest one") from None
        return locale


class Languages(RootModel[dict[str, Language]]):
    """facts/languages.yml: the languages of the site; the first is the source."""


class Source(Strict):
    """A document that facts rest on. `confirms` and `limits` are texts."""

    title: Words
    publisher: Words
    address: Words
    as_of: Words
    confirms: Words
    limits: Words


class Sources(RootModel[dict[str, Source]]):
    """facts/sources.yml."""


class Fact(Strict):
    """One statement in our own words, with the word of whoever says so."""

    text: Words
    label: Label
    source: str
    where: Words
    as_of: Words


class Facts(RootModel[dict[FactId, Fact]]):
    """facts/facts.yml."""


class Term(Strict):
    """A glossary entry."""

    term: Words
    definition: Words
    facts: list[FactId] = []
    aliases: list[Words] = []


class Glossary(RootModel[dict[Id, Term]]):
    """facts/glossary.yml."""


class Word(Strict):
    """A text of the interface: either `text`, or `plural` forms chosen by the parameter `by`."""

    text: Words | None = None
    plural: Plural | None = None
    by: str | None = None
    note: str = ""


class InterfaceWords(RootModel[dict[str, Word]]):
    """facts/words.yml."""


class Issuer(Strict):
    name: Words
    kind: Literal["international", "section", "group"]


class CodeStatus(Strict):
    label: Words
    source_date: str | None = None
    last_seen: Annotated[str, Field(pattern=r"^\d{4}-\d{2}$")]


class Scope(Strict):
    persons: list[str]
    occasions: list[str] = []
    life_reach: list[str] = []


class Part(Strict):
    id: ClauseId
    modality: Literal["duty", "prohibition", "aspiration", "right", "institutional"]


Topic = Literal["voice", "material", "decency", "truth", "learning", "participation", "channel", "reporting", "privacy"]


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
    defects: list[Words] = []
    notes: list[FactId] = []
    refers_to: list[str] = []


class Contact(Strict):
    fact: FactId | None = None
    value: str | None = None
    missing_in_source: bool = False
    local_override: Literal["allowed", "forbidden"] = "allowed"


class Absent(Strict):
    """Something a reader may look for that the source does not hold."""

    id: Id
    text: Words


class Code(Strict):
    """facts/codes/<id>.yml: one code of conduct as data."""

    id: Id
    prefix: Annotated[str, Field(pattern=r"^[A-Z]+$")]
    title: Words
    short: Words
    binds: Words
    issuer: Issuer
    derived_from: Id | None = None
    status: CodeStatus
    source: str
    page: str
    scope: Scope
    acceptance: Literal["read-before-recognition", "signature", "pledge", "deemed-by-participation"]
    voice: Literal["first-person", "third-person"]
    preamble: list[FactId]
    clauses: list[Clause]
    consequences: list[dict] = []
    rights: list[dict] = []
    channels: list[dict] = []
    procedures: list[dict] = []
    upkeep: FactId | None = None
    privacy: FactId | None = None
    contact: Contact = Contact()
    absent: list[Absent] = []


class Choice(Strict):
    text: Words
    feedback: Annotated[str, Field(min_length=40)]
    right: bool = False


class Question(Strict):
    """A test item: stem, choices, and the only copy of the key."""

    id: Id
    kind: Literal["one", "several"]
    topic: Id
    clauses: list[ClauseId] = []
    facts: Annotated[list[FactId], Field(min_length=1)]
    level: Literal["remember", "understand", "apply", "analyse"]
    scenario: bool = False
    stem: Words
    choices: Annotated[dict[ChoiceId, Choice], Field(min_length=2, max_length=4)]
    exempt: dict[str, Words] = {}


class Draw(Strict):
    topic: Id
    count: Annotated[int, Field(ge=1)]


class Quiz(Strict):
    """quizzes/<id>.yml: a bank of questions. Only a final check has a pass mark, a draw and editions."""

    id: Id
    kind: Literal["practice", "final"]
    code: Id
    title: Words
    pass_mark: Annotated[int, Field(ge=1, le=100)] | None = None
    draw: list[Draw] = []
    must_be_right: list[ClauseId] = []
    retired: list[Id] = []
    questions: Annotated[list[Question], Field(min_length=1)]


class Contacts(Strict):
    corrections: str | None = None


class Current(Strict):
    """facts/current.yml: what changes with time or with the host. `last_seen` is YYYY-MM per code id."""

    contacts: Contacts
    last_seen: dict[str, str] = {}
