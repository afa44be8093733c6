"""Answers to an edition that is no longer asked."""

import json

import pytest
from learner import CHECK
from playwright.sync_api import expect
from trouble import answered, click, sheet, state, take, verdict


@pytest.fixture
def republish(context, site):
    """Gives the bank another edition, as after a change of the key."""
    edition = json.loads((site / "build-info.json").read_text(encoding="utf-8"))["editions"]["intl-members-final"]

    def route(to_route):
        body = to_route.fetch().text().replace(edition, "B" * 22)
        to_route.fulfill(body=body, content_type="text/javascript")

    return lambda: context.route("**/bank.js*", route)


def test_a_check_passed_in_an_earlier_edition_still_becomes_a_certificate(learner, site, republish):
    take(learner)
    republish()
    learner.open(CHECK)
    expect(learner.page.locator(".ktc-told")).to_have_text(learner.word("check.outdated_passed"))
    expect(learner.page.locator(".ktc-result")).to_contain_text(learner.word("quiz.passed"))
    expect(learner.page.locator(".ktc-reasons").first).to_be_hidden()
    assert verdict(site, learner.certify("Amina")) == ("self-recorded", "")
    learner.page.go_back()
    learner.page.locator('[data-do="again"]').click()
    expect(sheet(learner).first).to_be_visible()
    assert state(learner)["edition"] == "B" * 22


def test_answers_to_an_earlier_edition_are_named_and_stay_until_the_next_start(learner, republish):
    learner.open(CHECK)
    learner.start()
    click(learner, 0)
    before = state(learner)
    republish()
    learner.open(CHECK)
    expect(learner.page.locator(".ktc-told")).to_have_text(learner.word("check.outdated"))
    assert state(learner) == before
    learner.start()
    assert answered(learner) == 0
