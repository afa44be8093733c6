"""Codes of conduct in one language."""

from functools import cached_property

from ktc.course import models
from ktc.course.shown import ClauseView, CodeView, ConsequenceView, NamedView, ProcedureView, RemarkView
from ktc.course.view.words import WordsView


class CodesView(WordsView):
    """Codes and their clauses."""

    def code(self, id: str) -> CodeView:
        return self.codes[id]

    @cached_property
    def codes(self) -> dict[str, CodeView]:
        return {id: self._code(code) for id, code in self.course.codes.items()}

    def _code(self, code: models.Code) -> CodeView:
        file = f"facts/codes/{code.id}.yml"
        texts = {n: self._text(getattr(code, n), file, (n,), "text") for n in ("title", "short", "binds")}
        return CodeView(
            data=code,
            clauses=tuple(self._clause(file, clause) for clause in code.clauses),
            absent=tuple(RemarkView(a.id, self._text(a.text, file, ("absent", a.id), "text")) for a in code.absent),
            consequences=tuple(self._consequence(file, one) for one in code.consequences),
            procedures=tuple(
                ProcedureView(one, self._text(one.text, file, ("procedures", one.id), "text"))
                for one in code.procedures
            ),
            documents=self._named(file, "documents", code.documents),
            bodies=self._named(file, "bodies", code.bodies),
            **texts,
        )

    def _named(self, file: str, kind: str, all: list) -> tuple[NamedView, ...]:
        return tuple(NamedView(one, self._text(one.title, file, (kind, one.id), "title")) for one in all)

    def _clause(self, file: str, clause: models.Clause) -> ClauseView:
        place = ("clauses", clause.id)
        defects = (RemarkView(d.id, self._text(d.text, file, place, f"defects.{d.id}")) for d in clause.defects)
        return ClauseView(clause, self._text(clause.title, file, place, "title"), tuple(defects))

    def _consequence(self, file: str, one: models.Consequence) -> ConsequenceView:
        place = ("consequences", one.id)
        trigger, measure = (self._text(getattr(one, n), file, place, n) for n in ("trigger", "measure"))
        known = one.decided_by != "unknown"
        decided_by = self._text(one.decided_by, file, place, "decided_by") if known else None
        return ConsequenceView(one, trigger, measure, decided_by)

    def clause(self, id: str) -> tuple[CodeView, ClauseView]:
        """A clause and the code it belongs to; KeyError with the id when there is none."""
        for code in self.codes.values():
            for clause in code.clauses:
                if clause.id == id:
                    return code, clause
        raise KeyError(id)
