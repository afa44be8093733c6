"""Back, forward and print in the middle of something."""

import re

from learner import CHECK, CODE, PRACTICE
from playwright.sync_api import expect
from trouble import answered, click, part, sheet, state


def test_back_and_forward_find_everything_as_it_was(learner):
    learner.open(CHECK)
    learner.start()
    click(learner, 0)
    learner.page.goto(f"{learner.base}/en/{CODE}")
    learner.page.go_back()
    expect(sheet(learner).first).to_be_visible()
    assert answered(learner) == 1
    learner.take()
    payload = learner.certify("Amina")
    learner.page.go_back()
    expect(learner.page.locator(".ktc-made a")).to_have_attribute("href", re.compile(re.escape(payload) + "$"))
    learner.page.go_forward()
    expect(part(learner, "name")).to_have_text("Amina")


def test_back_does_not_join_a_session_that_was_left(learner):
    learner.open(PRACTICE)
    learner.page.goto(f"{learner.base}/en/{CHECK}#s=ROOM7")
    learner.page.locator('[data-do="leave"]').click()
    assert "#" not in learner.page.url
    learner.page.go_back()
    assert learner.page.url.endswith(PRACTICE)
    learner.page.go_forward()
    expect(learner.page.locator(".ktc-session")).to_be_hidden()


def test_printing_in_the_middle_changes_nothing(learner):
    learner.open(CHECK)
    learner.start()
    click(learner, 0)
    before = state(learner)
    learner.page.pdf()
    assert (state(learner), answered(learner)) == (before, 1)
    learner.open(PRACTICE)
    learner.practise(right=True)
    keys = learner.page.locator("details.ktc-key")
    for wanted in (False, True):
        keys.first.evaluate("(key, wanted) => (key.open = wanted)", wanted)
        learner.page.pdf()
        assert keys.first.evaluate("key => key.open") is wanted
