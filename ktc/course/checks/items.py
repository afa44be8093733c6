"""Rules for questions (shared rules of item writing; Haladyna, Downing & Rodriguez 2002).

Errors refuse the build. Warnings can be exempted in the question, with the rule's name and a reason;
an exemption that nothing needs any more is an error.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ktc.course.course import Course
from ktc.course.models import Question, Quiz
from ktc.errors import Problem

STEM_WORDS = 60
LENGTH_RATIO = 1.25
ITEMS_PER_CLAUSE = 2
_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = frozenset(
    "about after also because been before code does from have into more that their them then "
    "there these they this under what when which will with would your".split()
)
_ABOVE = re.compile(r"\b(all|none|both|neither) of (the above|these|them)\b", re.I)
_ABSOLUTE = re.compile(r"\b(always|never|usually)\b", re.I)
_YEAR = re.compile(r"\b(19|20)\d\ds?\b")
_NEGATIVE = re.compile(r"\b(not|except|least|n't)\b|n't\b")


@dataclass(frozen=True)
class Finding:
    """What a rule says of one question; an error cannot be exempted."""

    rule: str
    what: str
    remedy: str
    error: bool = False


def find(course: Course) -> Iterable[Problem]:
    """All findings in all banks."""
    yield from _covered(course)
    for name, quiz in ((n, p) for n, p in course.parts.items() if isinstance(p, Quiz)):
        yield from _bank(course, name, quiz)
        for index, question in enumerate(quiz.questions):
            yield from _question(course, name, quiz, index, question)


def _question(course: Course, name: str, quiz: Quiz, index: int, question: Question) -> Iterable[Problem]:
    file, place = course.files[name], ("questions", index)
    findings = [f for rule in RULES for f in rule(course, quiz, question)]
    needed = {finding.rule for finding in findings if not finding.error}
    for finding in findings:
        if finding.error or finding.rule not in question.exempt:
            severity = "error" if finding.error else "warning"
            what = f"{question.id}: {finding.what} [{finding.rule}]"
            yield file.problem(what, finding.remedy, place, severity)
    names = {rule.__name__.replace("_", "-") for rule in RULES}
    for rule in set(question.exempt) - names:
        what = f"{question.id}: there is no rule '{rule}'"
        yield file.problem(what, f"the rules are {', '.join(sorted(names))}", (*place, "exempt"))
    for rule in set(question.exempt) & names - needed:
        yield file.problem(f"{question.id}: the exemption '{rule}' is not needed", "remove it", (*place, "exempt"))


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)} - _COMMON


def _split(question: Question) -> tuple[list[str], list[str]]:
    """Texts of the right choices and of the others, for the rules on giving the answer away."""
    offered = question.offered.values() if question.kind in ("one", "several", "story") else ()
    right = [choice.text for choice in offered if choice.right]
    return right, [choice.text for choice in offered if not choice.right]


# -- rules for one question


def key(course, quiz, question):
    for what, remedy in SHAPES[question.kind](question):
        yield Finding("key", what, remedy, True)
    ids = sorted(question.offered)
    if ids != list("abcdefgh"[: len(ids)]):
        yield Finding("key", f"choice ids are {', '.join(ids)}", "name them a, b, c ... without gaps", True)
    for name in ("choices", "sequence", "prompts", "steps"):
        if getattr(question, name) and name not in PARTS[question.kind]:
            yield Finding("key", f"a question of kind '{question.kind}' has no {name}", "remove it", True)
    if question.kind != "match" and not all(choice.feedback for choice in question.offered.values()):
        yield Finding("key", "a choice has no feedback", "say why, in 40 characters or more", True)


PARTS = {
    "one": {"choices"},
    "several": {"choices"},
    "order": {"choices", "sequence"},
    "match": {"choices", "prompts"},
    "story": {"steps"},
}


def _one(question):
    if len(question.right) != 1:
        yield f"{len(question.right)} right choices, expected one", "mark one `right: true`"
    if not 2 <= len(question.choices) <= 4:
        yield f"{len(question.choices)} choices", "give 2 to 4"


def _several(question):
    if not 1 <= len(question.right) < len(question.choices):
        yield "needs right and wrong choices", "mark the right ones `right: true`"
    if not 2 <= len(question.choices) <= 4:
        yield f"{len(question.choices)} choices", "give 2 to 4"


def _order(question):
    if sorted(question.sequence) != sorted(question.choices):
        yield "the sequence does not hold every choice once", "write `sequence: [b, a, ...]`"
    if question.sequence == sorted(question.sequence):
        yield "the choices stand in the right order", "list them in another one: the file shows it to translators"
    if len(question.choices) < 3:
        yield "too little to put in order", "give 3 to 6 choices"


def _match(question):
    if not 2 <= len(question.prompts) <= 4 or len(question.choices) < len(question.prompts):
        yield "needs 2 to 4 prompts and at least as many choices", "add what is missing"
    if len(set(question.right)) < len(question.right) or not set(question.right) <= set(question.choices):
        yield "two prompts share a choice, or one has none", "give each prompt a choice of its own"
    if question.right == tuple(sorted(question.right)):
        yield "the choices stand in the order of the prompts", "list one or the other in another order"


def _story(question):
    steps = {step.id: step for step in question.steps}
    if len(question.steps) < 2:
        yield "a story needs two or three steps", "add a decision"
    letters = [id for step in question.steps for id in sorted(step.choices)]
    if letters != sorted(set(letters)):
        yield "choice ids do not ascend from step to step", "name them a, b, c in the first, d, e in the next"
    for at, step in enumerate(question.steps):
        right = [choice for choice in step.choices.values() if choice.right]
        if len(right) != 1:
            yield f"step '{step.id}' has {len(right)} right choices, expected one", "mark one `right: true`"
        later = question.steps[at + 1].id if at + 1 < len(question.steps) else None
        if right and right[0].next != later:
            yield (
                f"the right choice of '{step.id}' leads to '{right[0].next}'",
                f"the way goes on to {later or 'the end'}",
            )
        for choice in step.choices.values():
            if choice.next and (choice.next not in steps or question.steps.index(steps[choice.next]) <= at):
                yield f"'{choice.next}' is no later step", "correct `next`, or leave it out where the story ends"


SHAPES = {"one": _one, "several": _several, "order": _order, "match": _match, "story": _story}


def distinct(course, quiz, question):
    groups = [question.choices.values(), question.prompts.values(), *(step.choices.values() for step in question.steps)]
    for group in groups:
        for name in ("text", "feedback"):
            texts = [text.strip().lower() for one in group if (text := getattr(one, name))]
            if len(set(texts)) < len(texts):
                yield Finding("distinct", f"two choices share their {name}", "give each its own", True)


def above(course, quiz, question):
    if any(_ABOVE.search(choice.text) for choice in question.offered.values()):
        yield Finding("above", "a choice refers to the others", "name what is meant: order is shuffled", True)


def names_code(course, quiz, question):
    """Rules contradict each other between codes, so a question about a clause says whose code it is."""
    asked = [code for code in course.codes.values() if code.id == quiz.code or _cites(code, question)]
    for code in asked if quiz.kind == "final" or question.clauses else []:
        if not any(name.lower() in question.stem.lower() for name in (code.title, code.short)):
            yield Finding("names-code", "the stem does not name its code", f"say '{code.short}' in the stem", True)


def _cites(code, question) -> bool:
    return any(clause.id in question.clauses for clause in code.clauses)


def era(course, quiz, question):
    facts = [course.facts[id] for id in question.facts if id in course.facts]
    if any(fact.label in ("HISTORIC", "DATED") for fact in facts) and not _YEAR.search(question.stem):
        yield Finding("era", "rests on a dated fact but the stem names no year", "name the year", True)


def unsettled(course, quiz, question):
    facts = [course.facts[id] for id in question.facts if id in course.facts]
    if any(fact.label in ("CONTESTED", "INCOMPLETE", "META") for fact in facts):
        remedy = "ask only what the source lacks or disputes, and exempt it with that reason"
        yield Finding("unsettled", "rests on a disputed or incomplete fact", remedy)


def length(course, quiz, question):
    right, wrong = _split(question)
    if right and wrong:
        mean = sum(map(len, wrong)) / len(wrong)
        if max(map(len, right)) > LENGTH_RATIO * mean:
            what = f"a right choice is {max(map(len, right)) / mean:.2f} times as long as the others"
            yield Finding("length", what, f"even out the lengths (at most {LENGTH_RATIO})")


def absolute(course, quiz, question):
    if any(_ABSOLUTE.search(choice.text) for choice in question.offered.values()):
        yield Finding("absolute", "always, never or usually in a choice", "such words give the answer away")


def negative(course, quiz, question):
    last = re.split(r"(?<=[.!?])\s+", question.stem.strip())[-1]
    if _NEGATIVE.search(last):
        yield Finding("negative", "the question is negative", "ask for what is so, or write NOT")


def echo(course, quiz, question):
    right, wrong = _split(question)
    stem = _words(question.stem)
    shared = [max((len(stem & _words(text)) for text in texts), default=0) for texts in (right, wrong)]
    if shared[0] > shared[1]:
        yield Finding("echo", "the stem shares more words with a right choice", "share them with a wrong one too")


def long_stem(course, quiz, question):
    if (count := len(question.stem.split())) > STEM_WORDS:
        yield Finding("long-stem", f"the stem has {count} words", f"cut it to {STEM_WORDS}")


def told_elsewhere(course, quiz, question):
    runs = {run for text in _split(question)[0] for run in _runs(text)}
    for other in quiz.questions:
        if other.id != question.id and runs & _runs(other.stem):
            yield Finding("told-elsewhere", f"the stem of '{other.id}' tells the answer", "reword one of them")


def check_kind(course, quiz, question):
    if question.kind == "story" and quiz.kind != "practice":
        remedy = "move it to a practice quiz: what it asks depends on what was chosen before"
        yield Finding("check-kind", "a story cannot be drawn in a final check", remedy, True)


def topic_of_pool(course, quiz, question):
    if quiz.kind == "pool" and question.topic != quiz.module:
        yield Finding("topic-of-pool", f"topic is '{question.topic}'", f"in this pool it is '{quiz.module}'", True)


def _runs(text: str, n: int = 6) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}


RULES: tuple[Callable, ...] = (
    key,
    distinct,
    above,
    names_code,
    era,
    unsettled,
    length,
    absolute,
    negative,
    echo,
    long_stem,
    told_elsewhere,
    check_kind,
    topic_of_pool,
)


# -- rules for a whole bank, and for all banks together


def _bank(course: Course, name: str, quiz: Quiz) -> Iterable[Problem]:
    for what, remedy in _balance(quiz):
        yield course.files[name].problem(what, remedy, ("questions",), "warning")


def _covered(course: Course) -> Iterable[Problem]:
    """Every clause of a code that has questions, and every objective, is asked about often enough."""
    everything = [question for quiz in course.quizzes.values() for question in quiz.questions]
    asked = {quiz.code for quiz in course.quizzes.values()}
    for code in (code for code in course.codes.values() if code.id in asked):
        for index, clause in enumerate(code.clauses):
            count = sum(clause.id in question.clauses for question in everything)
            if count < ITEMS_PER_CLAUSE:
                what = f"clause {clause.id} has {count} questions"
                place = ("clauses", index)
                yield course.files[f"facts/codes/{code.id}.yml"].problem(what, MORE, place)
    for id, module in course.curriculum.modules.items():
        for key in module.objectives:
            count = sum(key in question.objectives for question in everything)
            if count < ITEMS_PER_CLAUSE:
                what = f"objective {key} has {count} questions"
                place = ("modules", id, "objectives", key)
                yield course.files["facts/curriculum.yml"].problem(what, MORE, place)


MORE = f"write at least {ITEMS_PER_CLAUSE}"


def _balance(quiz: Quiz) -> Iterable[tuple[str, str]]:
    questions = quiz.questions
    longest = sum(_right_is_longest(question) for question in questions) / len(questions)
    if longest > 0.45:
        yield f"the right choice is the longest in {longest:.0%} of questions", "at most 45%: even out the lengths"
    scenarios = sum(question.scenario for question in questions) / len(questions)
    if scenarios < 0.6:
        yield f"{scenarios:.0%} of questions are scenarios", "at least 60%"
    if (statistic := _chi_square(questions)) > 1:
        yield f"the letters of right choices are unbalanced ({statistic:.1f} times the limit)", "move some"


def _right_is_longest(question: Question) -> bool:
    right, wrong = _split(question)
    return bool(right and wrong) and max(map(len, right)) > max(map(len, wrong))


def _chi_square(questions: list[Question]) -> float:
    """Pearson's statistic of the letters of right choices over its 5% limit; 1 to 5 degrees of freedom."""
    seen, expected = dict.fromkeys("abcdef", 0.0), dict.fromkeys("abcdef", 0.0)
    for question in (question for question in questions if question.kind in ("one", "several")):
        for id in question.choices:
            seen[id] += id in question.right
            expected[id] += len(question.right) / len(question.choices)
    used = [id for id in expected if expected[id]]
    if len(used) < 2:
        return 0
    limit = {1: 3.84, 2: 5.99, 3: 7.81, 4: 9.49, 5: 11.07}[len(used) - 1]
    return sum((seen[id] - expected[id]) ** 2 / expected[id] for id in used) / limit
