"""Banks of questions in one language."""

from functools import cached_property

from ktc.course import models
from ktc.course.shown import ChoiceView, PromptView, QuestionView, QuizView, StepView, Text
from ktc.course.view.words import WordsView


class QuizzesView(WordsView):
    """Quizzes and their questions."""

    def quiz(self, id: str) -> QuizView:
        return self.quizzes[id]

    def question(self, id: str) -> QuestionView:
        return next(q for quiz in self.quizzes.values() for q in quiz.questions if q.id == id)

    @cached_property
    def quizzes(self) -> dict[str, QuizView]:
        return {id: self._quiz(quiz) for id, quiz in self.course.quizzes.items()}

    def _quiz(self, quiz: models.Quiz) -> QuizView:
        title = self._text(quiz.title, f"quizzes/{quiz.id}.yml", ("title",), "text")
        must = set(quiz.must_be_right)
        questions = tuple(self._question(self.course.homes[q.id], q, must) for q in self.course.bank(quiz.id))
        edition = self.course.edition(quiz.id) if quiz.kind == "final" else ""
        return QuizView(data=quiz, title=title, questions=questions, edition=edition)

    def _question(self, quiz: models.Quiz, q: models.Question, must: set[str]) -> QuestionView:
        file, place = f"quizzes/{quiz.id}.yml", ("questions", q.id)

        def text(english: str | None, name: str) -> Text | None:
            return self._text(english, file, place, name) if english else None

        def choices(given: dict[str, models.Choice], prefix: str = "") -> tuple[ChoiceView, ...]:
            return tuple(
                ChoiceView(
                    c,
                    id,
                    text(c.text, f"{prefix}choices.{id}.text"),
                    text(c.feedback, f"{prefix}choices.{id}.feedback"),
                )
                for id, c in sorted(given.items())
            )

        prompts = tuple(
            PromptView(n, p.right, text(p.text, f"prompts.{n}.text"), text(p.feedback, f"prompts.{n}.feedback"))
            for n, p in sorted(q.prompts.items())
        )
        steps = tuple(
            StepView(s.id, text(s.text, f"steps.{s.id}.text"), choices(s.choices, f"steps.{s.id}.")) for s in q.steps
        )
        return QuestionView(
            data=q,
            must=bool(set(q.clauses) & must),
            stem=text(q.stem, "stem"),
            choices=choices(q.choices),
            prompts=prompts,
            steps=steps,
            quiz=quiz.id,
        )
