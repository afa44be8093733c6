"""Facts, what is current, sources, terms and the timeline in one language."""

from functools import cached_property

from ktc.course import models
from ktc.course.languages import month_name
from ktc.course.shown import EventView, FactView, SourceView, TermView, Text
from ktc.course.view.words import WordsView


class FactsView(WordsView):
    """What the site states, and on whose word."""

    def fact(self, id: str) -> FactView:
        return self.facts[id]

    @cached_property
    def facts(self) -> dict[str, FactView]:
        return {id: self._fact(id, fact) for id, fact in self.course.facts.items()}

    def _fact(self, id: str, fact: models.Fact) -> FactView:
        file, place = self.course.fact_place(id)
        names = [name for name in ("text", "where", "era", "counts", "remark") if getattr(fact, name)]
        texts = {name: self._text(getattr(fact, name), file, place, name) for name in names}
        own = self._text(fact.place, file, place, "place") if fact.place else None
        where = (own or self.sources[fact.source].place) if fact.label == "SECTION" else None
        return FactView(fact, id, self._as_of(fact), texts, where, id.split("-")[0] in self._code_prefixes)

    @cached_property
    def _code_prefixes(self) -> set[str]:
        """How the ids of facts begin that a code of conduct states; an explainer binds nobody."""
        return {code.prefix for code in self.course.codes.values() if code.kind == "code"}

    def _as_of(self, fact: models.Fact) -> Text:
        source = self.sources[fact.source]
        if fact.label == "CURRENT":
            return self.word_text("fact.last_seen", date=month_name(fact.as_of, self.language.babel))
        if fact.as_of == self.course.sources.root[fact.source].as_of:
            return source.as_of
        return Text(fact.as_of, "en", "ltr", "source")

    def source(self, id: str) -> SourceView:
        return self.sources[id]

    @cached_property
    def sources(self) -> dict[str, SourceView]:
        return {id: self._source(id, source) for id, source in self.course.sources.root.items()}

    def _source(self, id: str, source: models.Source) -> SourceView:
        names = [n for n in ("title", "publisher", "as_of", "confirms", "limits", "place") if getattr(source, n)]
        texts = {n: self._text(getattr(source, n), "facts/sources.yml", (id,), n) for n in names}
        return SourceView(id=id, address=source.address, **texts)

    def term(self, id: str) -> TermView:
        return self.terms[id]

    @cached_property
    def terms(self) -> dict[str, TermView]:
        return {id: self._term(id, term) for id, term in self.course.glossary.root.items()}

    def _term(self, id: str, term: models.Term) -> TermView:
        file, unit = "facts/glossary.yml", self._unit("facts/glossary.yml", id)
        word = self._text(term.term, file, (id,), "term")
        definition = self._text(term.definition, file, (id,), "definition")
        status = unit.status if unit else ""
        return TermView(term, id, word, definition, status)

    @cached_property
    def events(self) -> tuple[EventView, ...]:
        """The timeline, oldest first."""
        file = "facts/timeline.yml"
        found = sorted(self.course.timeline.events, key=lambda event: event.year)
        return tuple(
            EventView(event, *(self._text(getattr(event, n), file, ("events", event.id), n) for n in ("when", "text")))
            for event in found
        )
