"""Learners on whom something fails. CONTRIBUTING.md lists what they find then."""

import pytest
from learner import Learner
from trouble import Pair, context_of


@pytest.fixture
def context(browser):
    made = context_of(browser)
    yield made
    made.close()


@pytest.fixture
def learner(context, served, course):
    someone = Learner(context.new_page(), served, course, "en")
    yield someone
    assert someone.faults == []


@pytest.fixture
def unlucky(context, served, course):
    """A learner on whom scripts fail: the browser complains then, and may."""
    return Learner(context.new_page(), served, course, "en")


@pytest.fixture(params=[False, True], ids=["listening", "deaf"])
def pair(request, browser, served, course):
    tabs = Pair(browser, served, course, request.param)
    yield tabs
    assert tabs.one.faults + tabs.other.faults == []
    tabs.context.close()
