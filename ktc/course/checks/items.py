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
    right = [choice.text for choice in question.choices.values() if choice.right]
    return right, [choice.text for choice in question.choices.values() if not choice.right]


# -- rules for one question


def key(course, quiz, question):
    right, wrong = _split(question)
    if question.kind == "one" and len(right) != 1:
        yield Finding("key", f"{len(right)} right choices, expected one", "mark one `right: true`", True)
    if question.kind == "several" and (len(right) < 1 or not wrong):
        yield Finding("key", "needs right and wrong choices", "mark the right ones `right: true`", True)
    ids = sorted(question.choices)
    if ids != list("abcdefgh"[: len(ids)]):
        yield Finding("key", f"choice ids are {', '.join(ids)}", "name them a, b, c ... without gaps", True)


def distinct(course, quiz, question):
    for name in ("text", "feedback"):
        texts = [getattr(choice, name).strip().lower() for choice in question.choices.values()]
        if len(set(texts)) < len(texts):
            yield Finding("distinct", f"two choices share their {name}", "give each its own", True)


def above(course, quiz, question):
    if any(_ABOVE.search(choice.text) for choice in question.choices.values()):
        yield Finding("above", "a choice refers to the others", "name what is meant: order is shuffled", True)


def names_code(course, quiz, question):
    code = course.codes.get(quiz.code)
    if code and not any(name.lower() in question.stem.lower() for name in (code.title, code.short)):
        yield Finding("names-code", "the stem does not name its code", f"say '{code.short}' in the stem", True)


def era(course, quiz, question):
    facts = [course.facts.root[id] for id in question.facts if id in course.facts.root]
    if any(fact.label in ("HISTORIC", "DATED") for fact in facts) and not re.search(r"\b(19|20)\d\d\b", question.stem):
        yield Finding("era", "rests on a dated fact but the stem names no year", "name the year", True)


def unsettled(course, quiz, question):
    facts = [course.facts.root[id] for id in question.facts if id in course.facts.root]
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
    if any(_ABSOLUTE.search(choice.text) for choice in question.choices.values()):
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
)


# -- rules for a whole bank


def _bank(course: Course, name: str, quiz: Quiz) -> Iterable[Problem]:
    file = course.files[name]
    code = course.codes.get(quiz.code)
    for clause in code.clauses if code else []:
        count = sum(clause.id in question.clauses for question in quiz.questions)
        if count < ITEMS_PER_CLAUSE:
            what = f"clause {clause.id} has {count} questions"
            yield file.problem(what, f"write at least {ITEMS_PER_CLAUSE}", ("questions",))
    for what, remedy in _balance(quiz):
        yield file.problem(what, remedy, ("questions",), "warning")


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
    return max(map(len, right), default=0) > max(map(len, wrong), default=0)


def _chi_square(questions: list[Question]) -> float:
    """Pearson's statistic of the letters of right choices over its 5% limit (3 degrees of freedom at most)."""
    seen, expected = dict.fromkeys("abcd", 0.0), dict.fromkeys("abcd", 0.0)
    for question in questions:
        right = [id for id, choice in question.choices.items() if choice.right]
        for id in question.choices:
            seen[id] += id in right
            expected[id] += len(right) / len(question.choices)
    used = [id for id in expected if expected[id]]
    limit = {1: 3.84, 2: 5.99, 3: 7.81}[len(used) - 1]
    return sum((seen[id] - expected[id]) ** 2 / expected[id] for id in used) / limit
