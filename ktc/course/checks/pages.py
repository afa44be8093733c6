"""Page texts: front matter, ids in macro calls, and each translated page against its English twin."""

import re
from collections import Counter
from collections.abc import Iterable

from ktc.course.checks.wording import leftover, numbers
from ktc.course.course import SOURCE_LANGUAGE, Course
from ktc.course.pages import Page, read_pages
from ktc.course.places import CALL, arguments
from ktc.course.translation import STATES
from ktc.errors import CourseError, Problem

_LINK = re.compile(r"\]\(([^)\s]+)")
_HEADING = re.compile(r"^#{1,6} .*$", re.M)
_HEADING_ID = re.compile(r"\{:\s*#([\w.-]+)")
KINDS = {
    "statements": "fact",
    "chooser": "fact",
    "whole_module": "module",
}  # what a call names, where its own name does not say it
_KEYS = {"title", "description", "minutes", "facts", "of", "state", "by", "on", "search"}


def find(course: Course) -> Iterable[Problem]:
    """Every finding in the pages of every language."""
    try:
        english = read_pages(course.root, SOURCE_LANGUAGE)
    except CourseError as error:
        yield from error.problems
        return
    for page in english.values():
        yield from _own(course, page)
    for code in course.language_codes:
        if code != SOURCE_LANGUAGE:
            yield from _language(course, code, english)


def _language(course: Course, code: str, english: dict[str, Page]) -> Iterable[Problem]:
    try:
        pages = read_pages(course.root, code)
    except CourseError as error:
        yield from error.problems
        return
    if missing := sorted(set(english) - set(pages)):
        shown = ", ".join(missing[:3]) + (" ..." if len(missing) > 3 else "")
        what = f"{len(missing)} pages are missing: {shown}"
        yield Problem(f"docs/{code}", 0, what, "the English ones are shown, marked", "warning")
    for name in sorted(set(pages) - set(english)):
        yield Problem(pages[name].file, 0, "there is no English page of this name", "rename or remove it")
    for name in sorted(set(pages) & set(english)):
        yield from _own(course, pages[name])
        yield from _twin(english[name], pages[name], code)


def _own(course: Course, page: Page) -> Iterable[Problem]:
    for key in set(page.meta.data) - _KEYS:
        yield page.meta.problem(
            f"unknown key '{key}' in the front matter", f"known: {', '.join(sorted(_KEYS))}", (key,)
        )
    for id in page.meta.data.get("facts") or []:
        if id not in course.facts:
            yield page.meta.problem(f"there is no fact '{id}'", "see facts/facts/", ("facts",))
    for match in CALL.finditer(page.body):
        yield from _call(course, page, match)
    for match in _HEADING.finditer(page.body):
        if match[0].startswith("##") and not _HEADING_ID.search(match[0]):
            remedy = "end it with {: #id }, the same id in every language"
            yield _at(page, match.start(), f"the heading '{match[0]}' has no id", remedy)


def _call(course: Course, page: Page, match: re.Match) -> Iterable[Problem]:
    known = {
        "fact": course.facts,
        "statements": course.facts,
        "chooser": course.facts,
        "term": course.glossary.root,
        "code": course.codes,
        "quiz": course.quizzes,
        "check": course.quizzes,
        "paper": course.quizzes,
        "session_link": course.quizzes,
        "diagram": course.diagrams,
        "module": course.curriculum.modules,
        "whole_module": course.curriculum.modules,
        "course": course.curriculum.courses,
        "clause": {clause.id for code in course.codes.values() for clause in code.clauses},
        "question": {question.id for quiz in course.quizzes.values() for question in quiz.questions},
    }
    name, given = match[1], arguments(match[2])
    for argument in given if name in known else []:
        if argument not in known[name]:
            yield _at(page, match.start(), f"there is no {KINDS.get(name, name)} '{argument}'", "correct the id")


def _at(page: Page, offset: int, what: str, remedy: str, severity: str = "error") -> Problem:
    return Problem(page.file, page.first_line + page.body.count("\n", 0, offset), what, remedy, severity)


def _twin(english: Page, own: Page, code: str) -> Iterable[Problem]:
    of, state = own.meta.data.get("of"), own.meta.data.get("state")
    if of is None:
        remedy = f"run `make stamp TO={code}` once the text is right"
        yield own.meta.problem("does not say which English page it translates", remedy, severity="warning")
    elif of != english.digest:
        remedy = f"compare with {english.file}, mend, then `make stamp TO={code} UNIT={own.name}`"
        yield own.meta.problem("translates an older English page", remedy, ("of",), "warning")
        return
    if state not in STATES:
        yield own.meta.problem("no state in the front matter", f"one of: {', '.join(STATES)}", ("state",))
    for what, pattern in (("macro calls", CALL), ("links", _LINK), ("heading ids", _HEADING_ID)):
        yield from _same(own, what, Counter(map(str, pattern.findall(english.body))), pattern)
    yield from _words(english, own)


def _same(own: Page, what: str, wanted: Counter, pattern: re.Pattern) -> Iterable[Problem]:
    have = Counter(map(str, pattern.findall(own.body)))
    if lost := wanted - have:
        yield Problem(own.file, 0, f"{what} missing: {', '.join(lost)}", "take them over from the English page")
    if new := have - wanted:
        yield Problem(own.file, 0, f"{what} that English has not: {', '.join(new)}", "remove or correct them")


def _prose(page: Page) -> str:
    bare = CALL.sub("", _HEADING_ID.sub("", page.body))
    return re.sub(r"\]\([^)]*\)|`[^`]*`|<[^>]*>", "]", bare)


def _words(english: Page, own: Page) -> Iterable[Problem]:
    if numbers(_prose(english)) != numbers(_prose(own)):
        lost, new = numbers(_prose(english)) - numbers(_prose(own)), numbers(_prose(own)) - numbers(_prose(english))
        what = f"numbers differ: missing {', '.join(lost) or 'none'}; added {', '.join(new) or 'none'}"
        yield Problem(own.file, 0, what, "numbers must agree (٤٢ is 42)")
    names = frozenset({"know the code", "amnesty international", "code of conduct for international members"})
    if run := leftover(_prose(english), _prose(own), names):
        yield Problem(own.file, 0, f"English left in the translation: '{run}'", "translate it", "warning")
