"""Barriers that a machine can find: none, on any page, in any display (WCAG 2.2 A and AA, best practice).

Everything is asked of every state of states.py in English. Arabic is asked what direction and letters can change, and
every page of every language is asked once, as on a phone. Keys are pressed in test_keyboard.py, sheets are printed in
test_print.py.
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
PAGES = {
    "en": {"axe": axe.problems, "overflow": probes.overflowing},
    "ar": {"axe": axe.but_colours, "overflow": probes.overflowing, "contrast": probes.unreadable},
}
OTHERS = {"axe": axe.but_colours, "overflow": probes.overflowing}
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
    STATES[name](Learner(page, served, course, language), records)
    assert faults(page, QUESTIONS[language]) == {}


def own_pages(folder):
    """The pages of a language; one only of whole modules, whose parts are pages too, and of each folder one only of
    those whose text is English: they are asked in English."""
    seen = set()
    for path in sorted(folder.rglob("*.html")):
        kind = alike(path.relative_to(folder), path.read_text(encoding="utf-8"), folder.name)
        if kind not in seen:
            yield path
        seen.add(kind)


def alike(path, html: str, language: str) -> str:
    """What pages share of which one is enough; of others, their own path."""
    if path.parts[-2:] == ("all", "index.html"):
        return "whole"
    return path.parts[0] if language != "en" and 'data-text lang="en"' in html else path.as_posix()


@pytest.mark.parametrize("folder", ["", "en", "fr", "es", "ar", "sw"])
def test_no_page_has_a_barrier(page, served, site, folder):
    page.set_viewport_size(axe.PHONE)
    paths = own_pages(site / folder) if folder else site.glob("*.html")
    found = {}
    for name in sorted(path.relative_to(site).as_posix() for path in paths):
        page.goto(f"{served}/{name}")
        found[name] = faults(page, PAGES.get(folder, OTHERS))
    assert {name: answers for name, answers in found.items() if answers} == {}
