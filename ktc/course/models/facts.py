"""What the site states, on whose word, and what is current."""

from typing import Annotated, Literal

from pydantic import Field, RootModel

from ktc.course.models.base import FactId, Id, Month, Strict, Words

Label = Literal["STANDING", "SECTION", "HISTORIC", "DATED", "CONTESTED", "INCOMPLETE", "META", "CURRENT"]


class Source(Strict):
    """A document or public page that facts rest on. `confirms` and `limits` are texts.

    `place` says whose it is, in a word or two, where it speaks for one section or group only: "Kenya".
    """

    title: Words
    publisher: Words
    address: Words
    as_of: Words
    confirms: Words
    limits: Words
    place: Words | None = None


class Sources(RootModel[dict[str, Source]]):
    """facts/sources.yml: the source documents by number, public pages by P and a number."""


class Fact(Strict):
    """One statement in our own words, with the word of whoever says so.

    `era` is the time that a HISTORIC or DATED fact belongs to, `counts` what a figure counts, `now` the fact that says
    how it is today, `see` facts to be read together with it, and `remark` what we, not the source, say about it.
    `place` is where a SECTION fact holds, if that is not the place of its source.
    """

    text: Words
    label: Label
    source: str
    where: Words
    as_of: Words
    era: Words | None = None
    counts: Words | None = None
    now: FactId | None = None
    see: list[FactId] = []
    remark: Words | None = None
    place: Words | None = None


class Facts(RootModel[dict[FactId, Fact]]):
    """facts/facts/<family>.yml: the facts whose ids share a prefix."""


class Term(Strict):
    """A glossary entry.

    `now` is the term for what has taken its place, `meanings` are the terms that a word of two meanings can stand for.
    """

    term: Words
    definition: Words
    facts: list[FactId] = []
    aliases: list[Words] = []
    now: Id | None = None
    meanings: list[Id] = []


class Glossary(RootModel[dict[Id, Term]]):
    """facts/glossary.yml."""


class Contacts(Strict):
    corrections: str | None = None


class Now(Strict):
    """How something is today, as far as we know: `last_seen` is the newest month in which `address` said so."""

    text: Words
    source: str
    where: Words
    last_seen: Month
    address: Words
    checked_by: Words


class Current(Strict):
    """facts/current.yml: what changes with time or with the host. `last_seen` is a month by id of a code."""

    contacts: Contacts
    last_seen: dict[str, Month] = {}
    warn_after_months: Annotated[int, Field(ge=1)] = 24
    now: dict[FactId, Now] = {}


class Event(Strict):
    """One entry of the timeline; `see` is the side of a change that it shows, `replaces` what it put an end to."""

    id: Id
    when: Words
    year: int
    text: Words
    facts: Annotated[list[FactId], Field(min_length=1)]
    see: Literal["then", "now"] | None = None
    replaces: list[Id] = []


class Timeline(Strict):
    """facts/timeline.yml."""

    events: list[Event] = []
