"""Ids: whatever one file names must exist in another, and nothing is named twice."""

from collections import Counter
from collections.abc import Iterable

from ktc.course.course import Course
from ktc.errors import Problem


def find(course: Course) -> Iterable[Problem]:
    """Every id that points nowhere or is used twice."""
    yield from _facts(course)
    yield from _glossary(course)
    for name, part in course.parts.items():
        if part in course.codes.values():
            yield from _code(course, name, part)
        if part in course.quizzes.values():
            yield from _quiz(course, name, part)
    yield from _question_ids(course)


def _missing(course: Course, name: str, ids: Iterable[str], place: tuple) -> Iterable[Problem]:
    for id in ids:
        if id not in course.facts.root:
            remedy = "add the fact to facts/facts.yml, or correct the id"
            yield course.files[name].problem(f"there is no fact '{id}'", remedy, place)


def _facts(course: Course) -> Iterable[Problem]:
    name = "facts/facts.yml"
    for id, fact in course.facts.root.items():
        if fact.source not in course.sources.root:
            remedy = "add it to facts/sources.yml, or correct the key (in quotes)"
            yield course.files[name].problem(f"there is no source '{fact.source}'", remedy, (id, "source"))


def _glossary(course: Course) -> Iterable[Problem]:
    for id, term in course.glossary.root.items():
        yield from _missing(course, "facts/glossary.yml", term.facts, (id, "facts"))


def _code(course: Course, name: str, code) -> Iterable[Problem]:
    file = course.files[name]
    if file.name != f"facts/codes/{code.id}.yml":
        yield file.problem(f"the id '{code.id}' is not the name of the file", "rename one of the two", ("id",))
    if not (course.root / "docs" / "en" / code.page).exists():
        yield file.problem(f"there is no page docs/en/{code.page}", "write it, or correct the path", ("page",))
    yield from _missing(course, name, code.preamble, ("preamble",))
    others = [id for id in (code.upkeep, code.privacy, code.contact.fact) if id]
    yield from _missing(course, name, others, ())
    for index, clause in enumerate(code.clauses):
        ids = [clause.id, *(part.id for part in clause.parts), *clause.reasons, *clause.notes]
        yield from _missing(course, name, ids, ("clauses", index))


def _quiz(course: Course, name: str, quiz) -> Iterable[Problem]:
    file = course.files[name]
    if file.name != f"quizzes/{quiz.id}.yml":
        yield file.problem(f"the id '{quiz.id}' is not the name of the file", "rename one of the two", ("id",))
    code = course.codes.get(quiz.code)
    if code is None:
        yield file.problem(f"there is no code '{quiz.code}'", "see facts/codes/", ("code",))
        return
    clauses = {clause.id for clause in code.clauses}
    for id in set(quiz.must_be_right) - clauses:
        yield file.problem(f"'{id}' is no clause of '{code.id}'", "correct the id", ("must_be_right",))
    for index, question in enumerate(quiz.questions):
        place = ("questions", index)
        yield from _missing(course, name, question.facts, (*place, "facts"))
        for id in set(question.clauses) - clauses:
            yield file.problem(f"'{id}' is no clause of '{code.id}'", "correct the id", (*place, "clauses"))
    yield from _draw(file, quiz)


def _draw(file, quiz) -> Iterable[Problem]:
    if quiz.kind == "practice":
        if quiz.draw or quiz.pass_mark or quiz.must_be_right:
            yield file.problem("a practice quiz has no draw, pass mark or must_be_right", "remove them", ("kind",))
        return
    if not quiz.pass_mark or not quiz.draw:
        yield file.problem("a final check needs pass_mark and draw", "add both", ("kind",))
    stock = Counter(question.topic for question in quiz.questions)
    for index, rule in enumerate(quiz.draw):
        if rule.count > stock[rule.topic]:
            what = f"draws {rule.count} of topic '{rule.topic}', which has {stock[rule.topic]} questions"
            yield file.problem(what, "write more questions, or draw fewer", ("draw", index))
    known = [rule.topic for rule in quiz.draw]
    for index, question in enumerate(quiz.questions):
        if question.topic not in known:
            what = f"topic '{question.topic}' is never drawn"
            remedy = f"use one of {', '.join(known)}, or add it to `draw`"
            yield file.problem(what, remedy, ("questions", index, "topic"))


def _question_ids(course: Course) -> Iterable[Problem]:
    seen: dict[str, str] = {}  # id to place
    for name, quiz in ((n, p) for n, p in course.parts.items() if p in course.quizzes.values()):
        for index, question in enumerate(quiz.questions):
            place = ("questions", index, "id")
            if question.id in seen:
                what = f"the id '{question.id}' is taken at {seen[question.id]}"
                yield course.files[name].problem(what, "choose another: ids are unique for good", place)
            if question.id in quiz.retired:
                what = f"the id '{question.id}' is retired"
                yield course.files[name].problem(what, "choose another: ids are never used again", place)
            seen.setdefault(question.id, f"{name}:{course.files[name].line(*place)}")
