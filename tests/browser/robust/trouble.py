"""What goes wrong on a device, as scripts for a page, and how to look at what is left."""

import json
from datetime import UTC, datetime

from learner import CHECK, PHONE, Learner
from playwright.sync_api import expect

from certificates import verify

PREFIX = "ktc:/:"
PRACTICE_KEY, FINAL_KEY = "quiz/intl-members-practice", "quiz/intl-members-final"
TRAINERS, PRIVACY = "trainers/index.html", "about/privacy/index.html"

DEAF = "addEventListener('storage', (event) => event.stopImmediatePropagation(), true)"
# Clicks as a learner does, but all in one go: a tab in the background is slow to be driven.
CLICK = """answers => answers.forEach(([id, chosen]) => {
    const question = document.querySelector('[data-question="' + id + '"]');
    const boxes = question.querySelectorAll("input");
    boxes.forEach((box) => box.checked === chosen.includes(box.value) || box.click());
    question.querySelectorAll("select").forEach((list) => {
        const row = list.dataset.for;
        list.value = question.dataset.kind === "order" ? chosen.indexOf(row) + 1 : chosen[row - 1];
        list.dispatchEvent(new Event("change", { bubbles: true }));
    });
})"""
ANSWERED = '.ktc-sheet [data-question]:has(:is(input, option:not([value=""])):checked)'


def context_of(browser, *scripts: str):
    context = browser.new_context(viewport=PHONE, service_workers="block")
    for script in scripts:
        context.add_init_script(script)
    return context


class Pair:
    """Two tabs of one browser. Deaf ones hear nothing of each other, like a tab that was put to sleep."""

    def __init__(self, browser, base: str, course, deaf: bool):
        self.context, self.deaf = context_of(browser, *([DEAF] if deaf else [])), deaf
        self.one, self.other = (Learner(self.context.new_page(), base, course, "en") for _ in range(2))

    def __iter__(self):
        return iter((self.one, self.other))


def part(learner: Learner, name: str):
    return learner.page.locator(f'[data-part="{name}"]')


def sheet(learner: Learner):
    """The questions of a final check that is under way."""
    return learner.page.locator(".ktc-sheet [data-question]")


def answered(learner: Learner) -> int:
    return learner.page.locator(ANSWERED).count()


def click(learner: Learner, *numbers: int) -> None:
    """Answer drawn questions rightly, by their place; all when none is named."""
    drawn = learner.drawn()
    chosen = [drawn[n] for n in numbers or range(len(drawn))]
    learner.page.evaluate(CLICK, [[id, "".join(learner.questions[id].right)] for id in chosen])


def take(learner: Learner, path: str = CHECK) -> None:
    """Start the final check, and pass it."""
    learner.open(path)
    learner.start()
    click(learner)
    learner.submit()
    expect(learner.page.locator(".ktc-pass")).to_be_visible()


def state(learner: Learner, key: str = FINAL_KEY):
    return learner.page.evaluate("key => JSON.parse(localStorage.getItem(key))", PREFIX + key)


def put(learner: Learner, key: str, text: str) -> None:
    learner.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [PREFIX + key, text])


def verdict(site, payload: str) -> tuple[str, str]:
    """What the script says today."""
    trust = json.loads((site / "trust.json").read_text(encoding="utf-8"))
    said = verify.check("#r=" + payload, trust, datetime.now(UTC).timestamp(), "en")
    return said["verdict"], said["reason"]
