"""The course in one language: every text joined, with English standing in where one is missing."""

from functools import cached_property

from ktc.course import models
from ktc.course.languages import plural_category
from ktc.course.shown import (
    AbsentView,
    ChoiceView,
    ClauseView,
    CodeView,
    FactView,
    LanguageView,
    QuestionView,
    QuizView,
    SourceView,
    TermView,
    Text,
)
from ktc.course.translation import Unit
from ktc.course.units import word_texts


class View:
    """Everything a page may show, in one language. Unknown ids raise KeyError with the id."""

    def __init__(self, course, code: str):
        self.course = course
        language = course.languages.root[code]
        self.language = LanguageView(code, **language.model_dump())
        self.translations = course.translations(code)

    def _unit(self, file: str, *path: str) -> Unit | None:
        if self.translations is None:
            return None
        return self.translations[file].units[path]

    def _text(self, english: str, file: str, path: tuple[str, ...], name: str) -> Text:
        unit = self._unit(file, *path)
        if unit is None:
            return Text(english, self.language.code, self.language.dir, "source")
        if unit.usable:
            return Text(unit.texts[name], self.language.code, self.language.dir, unit.state)
        return Text(english, "en", "ltr", unit.state)

    # -- words of the interface

    def _patterns(self, key: str) -> str | dict[str, str]:
        word = self.course.words.root[key]
        unit = self._unit("facts/words.yml", key)
        if unit is None or unit.usable:
            texts = unit.texts if unit else word_texts(word)
        else:
            texts = {name: self._isolate(text) for name, text in word_texts(word).items()}
        plural = {name.removeprefix("plural."): text for name, text in texts.items()}
        return texts["text"] if word.text else plural

    def _isolate(self, english: str) -> str:
        """English inside right-to-left words keeps its own direction, full stop included (Unicode 2066, 2069)."""
        return f"\u2066{english}\u2069" if self.language.dir == "rtl" else english

    def word(self, key: str, **params: object) -> str:
        """One interface text with its placeholders filled; plural forms by the word's `by`."""
        pattern = self._patterns(key)
        if isinstance(pattern, dict):
            n = int(params[self.course.words.root[key].by])
            pattern = pattern.get(plural_category(self.language.babel, n), pattern["other"])
        for name, value in params.items():
            pattern = pattern.replace("{" + name + "}", str(value))
        return pattern

    def word_text(self, key: str, **params: object) -> Text:
        """The same with its language and state, to be marked where English stands in."""
        unit = self._unit("facts/words.yml", key)
        said = self.word(key, **params)
        if unit is None or unit.usable:
            return Text(said, self.language.code, self.language.dir, unit.state if unit else "source")
        return Text(said, "en", "ltr", unit.state)

    def words(self, *prefixes: str) -> dict[str, object]:
        """The patterns whose keys begin with one of the prefixes, for the browser.

        Plural ones come as `{"by": parameter, "one": .., "other": ..}`.
        """
        chosen = {}
        for key, word in self.course.words.root.items():
            if key.startswith(prefixes):
                pattern = self._patterns(key)
                chosen[key] = {"by": word.by, **pattern} if isinstance(pattern, dict) else pattern
        return chosen

    # -- facts, sources, terms

    def fact(self, id: str) -> FactView:
        return self.facts[id]

    @cached_property
    def facts(self) -> dict[str, FactView]:
        return {id: self._fact(id, fact) for id, fact in self.course.facts.root.items()}

    def _fact(self, id: str, fact: models.Fact) -> FactView:
        file, path = "facts/facts.yml", (id,)
        where = self._text(fact.where, file, path, "where")
        text = self._text(fact.text, file, path, "text")
        return FactView(id, fact.label, fact.source, where, self._as_of(fact), text)

    def _as_of(self, fact: models.Fact) -> Text:
        source = self.sources[fact.source]
        if fact.as_of == self.course.sources.root[fact.source].as_of:
            return source.as_of
        return Text(fact.as_of, "en", "ltr", "source")

    def source(self, id: str) -> SourceView:
        return self.sources[id]

    @cached_property
    def sources(self) -> dict[str, SourceView]:
        return {id: self._source(id, source) for id, source in self.course.sources.root.items()}

    def _source(self, id: str, source: models.Source) -> SourceView:
        names = ("title", "publisher", "as_of", "confirms", "limits")
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
        return TermView(id, word, definition, tuple(term.facts), tuple(term.aliases), status)

    # -- codes

    def code(self, id: str) -> CodeView:
        return self.codes[id]

    @cached_property
    def codes(self) -> dict[str, CodeView]:
        return {id: self._code(code) for id, code in self.course.codes.items()}

    def _code(self, code: models.Code) -> CodeView:
        file = f"facts/codes/{code.id}.yml"
        texts = {n: self._text(getattr(code, n), file, (n,), "text") for n in ("title", "short", "binds")}
        clauses = tuple(ClauseView(c, self._text(c.title, file, ("clauses", c.id), "title")) for c in code.clauses)
        absent = tuple(AbsentView(a.id, self._text(a.text, file, ("absent", a.id), "text")) for a in code.absent)
        return CodeView(data=code, clauses=clauses, absent=absent, **texts)

    def clause(self, id: str) -> tuple[CodeView, ClauseView]:
        """A clause and the code it belongs to; KeyError with the id when there is none."""
        for code in self.codes.values():
            for clause in code.clauses:
                if clause.id == id:
                    return code, clause
        raise KeyError(id)

    # -- quizzes

    def quiz(self, id: str) -> QuizView:
        return self.quizzes[id]

    def question(self, id: str) -> QuestionView:
        return next(q for quiz in self.quizzes.values() for q in quiz.questions if q.id == id)

    @cached_property
    def quizzes(self) -> dict[str, QuizView]:
        return {id: self._quiz(quiz) for id, quiz in self.course.quizzes.items()}

    def _quiz(self, quiz: models.Quiz) -> QuizView:
        title = self._text(quiz.title, f"quizzes/{quiz.id}.yml", ("title",), "text")
        questions = tuple(self._question(quiz, question) for question in quiz.questions)
        edition = self.course.edition(quiz.id) if quiz.kind == "final" else ""
        draw = tuple(quiz.draw)
        return QuizView(quiz.id, quiz.kind, quiz.code, title, quiz.pass_mark, draw, questions, edition)

    def _question(self, quiz: models.Quiz, q: models.Question) -> QuestionView:
        file, path = f"quizzes/{quiz.id}.yml", ("questions", q.id)
        choices = tuple(
            ChoiceView(
                id,
                self._text(c.text, file, path, f"choices.{id}.text"),
                self._text(c.feedback, file, path, f"choices.{id}.feedback"),
                c.right,
            )
            for id, c in sorted(q.choices.items())
        )
        return QuestionView(
            id=q.id,
            kind=q.kind,
            topic=q.topic,
            clauses=tuple(q.clauses),
            facts=tuple(q.facts),
            level=q.level,
            scenario=q.scenario,
            must=bool(set(q.clauses) & set(quiz.must_be_right)),
            stem=self._text(q.stem, file, path, "stem"),
            choices=choices,
            quiz=quiz.id,
        )
