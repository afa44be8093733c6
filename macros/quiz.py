"""Practice quizzes, questions inside the reading, the final check, its paper form, and session links."""

from dataclasses import dataclass

from babel.numbers import format_percent

from ktc.course.shown import QuestionView, QuizView, Text
from ktc.course.view import View
from macros.code import clause_word, named_clauses
from macros.home import page_of, taken
from macros.render import address, fact_anchor, render, use, view

QUESTION_WORDS = (
    "quiz.right", "quiz.not_yet", "quiz.error_one", "quiz.error_several", "quiz.error_order", "quiz.error_order_twice",
    "quiz.error_match", "quiz.question_of", "quiz.answered", "quiz.saved_here", "quiz.not_saved", "quiz.start_over",
)  # fmt: skip
PRACTICE_WORDS = QUESTION_WORDS + (
    "quiz.check_answer", "quiz.try_again", "quiz.next", "quiz.result", "quiz.more_right", "quiz.score",
    "quiz.all_right", "quiz.so_far", "quiz.skipped", "quiz.story_", "quiz.in_place", "quiz.not_in_place",
)  # fmt: skip
CHECK_WORDS = QUESTION_WORDS + (
    "quiz.choose_", "quiz.error_question", "quiz.score", "quiz.pass", "quiz.not_passed", "quiz.must_",
    "quiz.in_english", "quiz.answer_not", "quiz.answer_right", "quiz.missed", "quiz.your_choice", "quiz.your_place",
    "quiz.place", "quiz.pair", "quiz.letters", "quiz.sensitive", "quiz.right_ones", "check.loading",
    "check.load_failed", "check.outdated", "check.session", "session.error", "name.", "verify.no_trust",
)  # fmt: skip


@dataclass(frozen=True)
class Link:
    """Where to read again. `id` is the clause, else the question; `target` a path inside the language's folder."""

    id: str
    target: str
    label: str
    title: Text | None = None


@dataclass(frozen=True)
class Item:
    """A question with what stands around it."""

    question: QuestionView
    label: str
    links: list[Link]


def quiz(env, id: str) -> str:
    """A practice quiz: every question of the bank, the reason after each answer."""
    use(env, "quiz")
    here = view(env)
    shown = here.quiz(id)
    items = [_item(here, q, n, len(shown.questions)) for n, q in enumerate(shown.questions, 1)]
    return render(env, "quiz.html", quiz=shown, items=items, check=_check_page(here, shown), **_parts(env))


def question(env, id: str) -> str:
    """One question inside the reading."""
    use(env, "quiz")
    here = view(env)
    return render(env, "question.html", item=_item(here, here.question(id)), **_parts(env))


def check(env, id: str) -> str:
    """The final check: its rules and a Start button; the bank is loaded when it is pressed."""
    use(env, "check")
    here = view(env)
    shown = here.quiz(id)
    clauses = [clause.id for code in here.codes.values() for clause in code.clauses]
    cited = {id for q in shown.questions for id in q.clauses}
    links = [_link(here, id) for id in clauses if id in cited]
    links += [_place(here, q) for q in shown.questions if not q.clauses]
    questions = page_of(shown).replace("index.html", "questions/index.html")
    rules = _rules(here, shown)
    return render(env, "check.html", quiz=shown, rules=rules, links=links, questions=questions, words=CHECK_WORDS)


def paper(env, id: str) -> str:
    """Every question of a bank, to read without scripts or to print; the key on a page of its own."""
    use(env, "quiz")
    here = view(env)
    shown = here.quiz(id)
    items = [_item(here, q, n, len(shown.questions)) for n, q in enumerate(shown.questions, 1)]
    return render(env, "paper.html", quiz=shown, items=items, letters=_letters(here))


def session_link(env, id: str) -> str:
    """The form that turns a session code into the link of a final check; a page may have one for each check."""
    use(env, "session")
    one = next(one for one in taken(view(env)) if one.quiz.id == id)
    words = not env.page.meta.setdefault("session_words", False)
    env.page.meta["session_words"] = True
    return render(env, "session.html", quiz=id, name=one.name, target=one.page, words=words)


def _parts(env) -> dict[str, object]:
    """What practice needs besides its questions; the words once a page, however many questions stand in it."""
    given = env.page.meta.get("quiz_words", False)
    env.page.meta["quiz_words"] = True
    return {"letters": _letters(view(env)), "words": () if given else PRACTICE_WORDS}


def _letters(here: View) -> dict[str, str]:
    """The letter shown for each id of a choice, in the language's alphabet."""
    return dict(zip("abcdefgh", here.word("quiz.letters").split(), strict=True))


def _item(here: View, q: QuestionView, n: int = 0, total: int = 0) -> Item:
    label = here.word("quiz.question_of", n=n, total=total) if n else here.word("quiz.in_reading")
    return Item(q, label, _links(here, q))


def _links(here: View, q: QuestionView) -> list[Link]:
    """The clauses a question cites; without any, the place of the first fact it rests on."""
    return [_link(here, clause) for clause in q.clauses] or [_place(here, q)]


def _link(here: View, clause: str) -> Link:
    code, shown = here.clause(clause)
    name = clause_word(shown)
    label = here.word("code.back_to_clause", clause=here.word(name, number=shown.number))
    return Link(clause, f"{address(code.page)}#{fact_anchor(clause)}", label, shown.title)


def _place(here: View, q: QuestionView) -> Link:
    page = here.place(q.facts[0], here.course.quizzes[q.quiz].module or "")
    codes = {code.page for code in here.codes.values()}
    label, title = here.word("nav.code_page"), None
    if page not in codes:
        label, title = here.word("quiz.read_again"), here.page_title(page)
    return Link(q.id, f"{address(page)}#{fact_anchor(q.facts[0])}", label, title)


def _check_page(here: View, shown: QuizView) -> str:
    """The page of the final check on the same code; empty when there is none."""
    finals = [one for one in here.quizzes.values() if one.kind == "final" and shown.code and one.code == shown.code]
    return page_of(finals[0]) if finals else ""


def _rules(here: View, shown: QuizView) -> list[str]:
    """What a learner should know before starting."""
    mark = format_percent(shown.pass_mark / 100, locale=here.language.babel)
    rules = [here.word("check.rule_draw", n=shown.drawn), here.word("check.rule_pass", pass_mark=mark)]
    if shown.must_be_right:
        rules.append(here.word("study.check_must", clauses=named_clauses(here, shown.must_be_right)))
    if any(q.kind == "several" for q in shown.questions):
        rules.append(here.word("check.rule_several"))
    return rules + [here.word(f"check.rule_{rule}") for rule in ("time", "retry", "private")]
