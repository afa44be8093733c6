"""Barriers that a machine can find: none, in any state, in any display (WCAG 2.2 A and AA, best practice).

Everything is asked of every state of states.py in English. Arabic is asked what direction and letters can change. Every
page is asked once in test_every_visit.py; keys are pressed in test_keyboard.py, sheets are printed in test_print.py.
"""

import axe
import probes
import pytest
from learner import Learner
from states import STATES
from test_certificates import Records

IN_ARABIC = {
    "axe": axe.but_colours,
    "contrast": probes.unreadable,
    "overflow": probes.overflowing,
    "targets": probes.small_targets,
    "focus": probes.unseen_focus,
}
QUESTIONS = {
    "ar": IN_ARABIC,
    "en": IN_ARABIC | {"axe": axe.in_every_display, "forced colours": probes.lost_in_forced_colours},
}
# In Arabic, states of which another one shows all and more are left out.
LESS = {"home", "check", "paper quiz", "no certificate yet", "glossary", "sources", "a plain page", "check begun",
        "check not passed", "check passed, record made", "verify: invalid", "verify: undecided"}  # fmt: skip
STAGES = [(name, code) for name in STATES for code in QUESTIONS if code == "en" or name not in LESS]
FORGET = "localStorage.clear(); sessionStorage.clear()"


@pytest.fixture(scope="module")
def context(browser):
    """Shared, so that styles and scripts are fetched once. Without motion nothing is seen half-way."""
    made = browser.new_context(viewport=axe.DESKTOP, reduced_motion="reduce", service_workers="block")
    probes.prepare(made)
    yield made
    made.close()


@pytest.fixture
def page(context):
    page = context.new_page()
    yield page
    page.evaluate(FORGET)
    page.close()


@pytest.fixture(scope="module")
def records(site):
    return Records(site)


def faults(page, questions) -> dict[str, list[str]]:
    answers = {name: ask(page) for name, ask in questions.items()}
    return {name: answer for name, answer in answers.items() if answer}


@pytest.mark.parametrize(("name", "language"), STAGES)
def test_no_state_has_a_barrier(page, served, course, records, name, language):
    STATES[name](Learner(page, served, course, language, hasty=True), records)
    assert faults(page, QUESTIONS[language]) == {}
