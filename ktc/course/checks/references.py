"""Ids: whatever one file names must exist in another, and nothing is named twice."""

from collections import Counter
from collections.abc import Iterable

from ktc.course import models
from ktc.course.course import CURRENT, Course
from ktc.course.places import clause_facts, code_facts
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
    yield from _curriculum(course)


def _missing(course: Course, name: str, ids: Iterable[str], place: tuple) -> Iterable[Problem]:
    for id in ids:
        if id not in course.facts:
            remedy = "add the fact to its family in facts/facts/, or correct the id"
            yield course.files[name].problem(f"there is no fact '{id}'", remedy, place)


def _facts(course: Course) -> Iterable[Problem]:
    home: dict[str, str] = {}
    for name, part in course.parts.items():
        if not isinstance(part, models.Facts):
            continue
        for id, fact in part.root.items():
            file = course.files[name]
            if file.name != (right := f"facts/facts/{family(id)}.yml"):
                yield file.problem(f"'{id}' stands in the wrong family", f"move it to {right}", (id,))
            if id in home:
                yield file.problem(f"'{id}' stands in {home[id]} too", "keep one of the two", (id,))
            home[id] = name
            yield from _source(course, file, fact.source, (id, "source"))
            yield from _missing(course, name, [one for one in (fact.now, *fact.see) if one], (id,))
    for id, now in course.current.now.items():
        yield from _source(course, course.files[CURRENT], now.source, ("now", id, "source"))


def family(fact: str) -> str:
    """The name of the file that holds a fact: IM-1.a stands in im.yml."""
    return fact.split("-", 1)[0].lower()


def _source(course: Course, file, source: str, place: tuple) -> Iterable[Problem]:
    if source not in course.sources.root:
        remedy = "add it to facts/sources.yml, or correct the key (in quotes)"
        yield file.problem(f"there is no source '{source}'", remedy, place)


def _glossary(course: Course) -> Iterable[Problem]:
    for id, term in course.glossary.root.items():
        yield from _missing(course, "facts/glossary.yml", term.facts, (id, "facts"))
        for other in {term.now, *term.meanings} - {None, *course.glossary.root}:
            yield course.files["facts/glossary.yml"].problem(f"there is no term '{other}'", "correct the id", (id,))


def _code(course: Course, name: str, code) -> Iterable[Problem]:
    file = course.files[name]
    if file.name != f"facts/codes/{code.id}.yml":
        yield file.problem(f"the id '{code.id}' is not the name of the file", "rename one of the two", ("id",))
    if not (course.root / "docs" / "en" / code.page).exists():
        yield file.problem(f"there is no page docs/en/{code.page}", "write it, or correct the path", ("page",))
    yield from _source(course, file, code.source, ("source",))
    inside = {id for clause in code.clauses for id in clause_facts(clause)}
    channels = [channel.fact for channel in code.channels if channel.fact]
    yield from _missing(course, name, [id for id in (*code_facts(code), *channels) if id not in inside], ())
    for index, clause in enumerate(code.clauses):
        yield from _missing(course, name, clause_facts(clause), ("clauses", index))


def _quiz(course: Course, name: str, quiz: models.Quiz) -> Iterable[Problem]:
    file = course.files[name]
    if file.name != f"quizzes/{quiz.id}.yml":
        yield file.problem(f"the id '{quiz.id}' is not the name of the file", "rename one of the two", ("id",))
    if quiz.code and quiz.code not in course.codes:
        yield file.problem(f"there is no code '{quiz.code}'", "see facts/codes/", ("code",))
        return
    if quiz.module and quiz.module not in course.curriculum.modules:
        yield file.problem(f"there is no module '{quiz.module}'", "see facts/curriculum.yml", ("module",))
    if quiz.kind != "pool" and not quiz.page:
        yield file.problem(f"'{quiz.id}' has no page", "say `page: practice/.../index.md`", ("id",))
    if quiz.page and not (course.root / "docs" / "en" / quiz.page).exists():
        yield file.problem(f"there is no page docs/en/{quiz.page}", "write it, or correct the path", ("page",))
    clauses = {clause.id for code in course.codes.values() for clause in code.clauses}
    own = {clause.id for clause in course.codes[quiz.code].clauses} if quiz.code else clauses
    for id in set(quiz.must_be_right) - own:
        yield file.problem(f"'{id}' is no clause of '{quiz.code}'", "correct the id", ("must_be_right",))
    objectives = {id for module in course.curriculum.modules.values() for id in module.objectives}
    for index, question in enumerate(quiz.questions):
        place = ("questions", index)
        yield from _missing(course, name, question.facts, (*place, "facts"))
        for id in set(question.clauses) - clauses:
            yield file.problem(f"'{id}' is no clause of any code", "correct the id", (*place, "clauses"))
        for id in set(question.objectives) - objectives:
            yield file.problem(f"there is no objective '{id}'", "see facts/curriculum.yml", (*place, "objectives"))
    yield from _draw(course, file, quiz)


def _draw(course: Course, file, quiz: models.Quiz) -> Iterable[Problem]:
    if quiz.kind != "final":
        if quiz.draw or quiz.pass_mark or quiz.must_be_right or quiz.pools:
            what = "only a final check has a draw, pools, pass mark or must_be_right"
            yield file.problem(what, "remove them", ("kind",))
        return
    if not quiz.pass_mark or not quiz.draw or not quiz.code:
        yield file.problem("a final check needs code, pass_mark and draw", "add them", ("kind",))
    for pool in quiz.pools:
        if pool not in course.quizzes or course.quizzes[pool].kind != "pool":
            yield file.problem(f"there is no pool '{pool}'", "see quizzes/", ("pools",))
    stock = Counter(question.topic for question in course.bank(quiz.id))
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


def _curriculum(course: Course) -> Iterable[Problem]:
    """Pages, quizzes, codes and facts that modules, courses, diagrams and the timeline name."""
    name = "facts/curriculum.yml"
    for id, module in course.curriculum.modules.items():
        place = ("modules", id)
        yield from _named(course, name, place, pages=[module.page, *module.pages], quizzes=[module.practice])
        for key, objective in module.objectives.items():
            yield from _missing(course, name, objective.facts, (*place, "objectives", key))
    yield from _unlisted(course)
    for id, one in course.curriculum.courses.items():
        place = ("courses", id)
        yield from _named(course, name, place, [one.page], [one.check], [one.code], one.modules)
    for diagram in course.diagrams.values():
        ids = [id for part in (*diagram.nodes, *diagram.links) for id in part.facts]
        yield from _missing(course, f"facts/diagrams/{diagram.id}.yml", ids, ())
    known = {event.id for event in course.timeline.events}
    for index, event in enumerate(course.timeline.events):
        yield from _missing(course, "facts/timeline.yml", event.facts, ("events", index))
        for id in set(event.replaces) - known:
            file = course.files["facts/timeline.yml"]
            yield file.problem(f"there is no event '{id}'", "correct the id", ("events", index, "replaces"))


def _unlisted(course: Course) -> Iterable[Problem]:
    """Pages below learn/ that no module lists: nobody would come to them."""
    docs = course.root / "docs" / "en"
    listed = {page for module in course.curriculum.modules.values() for page in (module.page, *module.pages)}
    for path in sorted(docs.glob("learn/**/index.md")):
        page = path.relative_to(docs).as_posix()
        if page not in listed and path.parent.name != "all":
            yield Problem(
                f"docs/en/{page}", 0, "no module lists this page", "add it to facts/curriculum.yml, or remove it"
            )


def _named(course: Course, name: str, place: tuple, pages=(), quizzes=(), codes=(), modules=()) -> Iterable[Problem]:
    file = course.files[name]
    for page in pages:
        if not (course.root / "docs" / "en" / page).exists():
            yield file.problem(f"there is no page docs/en/{page}", "write it, or correct the path", place)
    known = {"quiz": (quizzes, course.quizzes), "code": (codes, course.codes)}
    known["module"] = (modules, course.curriculum.modules)
    for kind, (ids, all) in known.items():
        for id in ids:
            if id not in all:
                yield file.problem(f"there is no {kind} '{id}'", "correct the id", place)


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
