"""What pages may call: `{{ quiz("...") }}`, `{{ clause("...") }}` and the rest, one module a family."""

import os
from functools import partial
from pathlib import Path

from ktc.course import load_course
from macros import (
    certificates,
    chooser,
    code,
    compare,
    device,
    diagram,
    fact,
    home,
    quiz,
    sources,
    study,
    term,
    timeline,
)
from macros.site import Site

ROOT = Path(__file__).parent.parent
CALLS = {
    "quiz": quiz.quiz,
    "question": quiz.question,
    "check": quiz.check,
    "paper": quiz.paper,
    "session_link": quiz.session_link,
    "code": code.code,
    "clause": code.clause,
    "comparison": compare.comparison,
    "chooser": chooser.chooser,
    "fact": fact.fact,
    "statements": fact.statements,
    "sources": sources.sources,
    "coverage": sources.coverage,
    "current": sources.current,
    "corrections": sources.corrections,
    "timeline": timeline.timeline,
    "diagram": diagram.diagram,
    "term": term.term,
    "glossary": term.glossary,
    "my_certificates": certificates.my_certificates,
    "verify": certificates.verify,
    "device_data": device.device_data,
    "who_are_you": home.who_are_you,
    "continue_card": home.continue_card,
    "module": study.module,
    "course": study.course,
    "whole_module": study.whole_module,
    "review": study.review,
}


def define_env(env) -> None:
    """Entry point of mkdocs-macros: the language comes from KTC_LANG, English when unset."""
    course = load_course(ROOT)
    env.conf["extra"]["ktc"] = Site(course.view(os.environ.get("KTC_LANG", "en")))
    for name, call in CALLS.items():
        env.macro(partial(call, env), name)
