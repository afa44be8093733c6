"""A clock that is wrong."""

import pytest
from learner import CERTIFICATES, VERIFY, Learner
from playwright.sync_api import expect
from trouble import context_of, part, take, verdict


@pytest.mark.parametrize(
    ("clock", "reason"),
    [(-86400, "date-before-edition"), (0, "date-before-edition"),
     (3800000000, "date-future"), (8639999999999, "date-future")],
    ids=["1969", "the very first second", "2090", "the last day of all"],
)  # fmt: skip
def test_with_a_wrong_clock_the_record_is_undecided_not_lost(browser, served, site, course, clock, reason):
    context = context_of(browser)
    context.clock.set_fixed_time(clock)
    learner = Learner(context.new_page(), served, course, "en")
    take(learner)
    payload = learner.certify("Amina")
    learner.open(CERTIFICATES)
    expect(part(learner, "items")).to_contain_text("Amina")
    assert verdict(site, payload) == ("undecided", reason)
    assert learner.faults == []
    context.close()


def test_a_right_record_on_a_device_whose_clock_is_wrong_is_undecided(browser, learner, served, course):
    take(learner)
    payload = learner.certify("Amina")
    context = context_of(browser)
    context.clock.set_fixed_time(0)
    late = Learner(context.new_page(), served, course, "en")
    late.open(VERIFY + "#r=" + payload)
    expect(late.page.locator('[data-verdict="undecided"]').first).to_be_visible()
    expect(late.page.locator("main")).to_contain_text(late.word("reason.date_future"))
    context.close()
