"""One Chromium for all browser tests, and the built site behind a server. No browser is a failure, never a skip."""

import threading

import pytest
from learner import PHONE, Learner
from playwright.sync_api import expect, sync_playwright

from ktc.assembly.serve import Handler, server
from ktc.browser import launch
from ktc.errors import KtcError

expect.set_options(timeout=30_000)  # a busy machine is no fault of the site


@pytest.fixture(scope="session")
def browser():
    """A running Chromium (see ktc/browser.py for how it is found)."""
    with sync_playwright() as playwright:
        try:
            running = launch(playwright)
        except KtcError as error:
            pytest.fail(str(error), pytrace=False)
        yield running
        running.close()


class Host(Handler):
    """Lets browsers keep files, as web hosts do."""

    caching = "max-age=3600"


@pytest.fixture(scope="session")
def served(site) -> str:
    """The address of the finished site."""
    http = server(site, 0, handler=Host)
    threading.Thread(target=http.serve_forever, daemon=True).start()
    yield f"http://localhost:{http.server_address[1]}"
    http.shutdown()


@pytest.fixture
def phone(browser):
    """A page of phone width, in a browser that has seen nothing yet."""
    context = browser.new_context(viewport=PHONE, service_workers="block")
    yield context.new_page()
    context.close()


@pytest.fixture
def learner(phone, served, course):
    """Somebody on the site in English, on a phone; fails when the page reported a fault."""
    someone = Learner(phone, served, course, "en", hasty=True)
    yield someone
    assert [fault for fault in someone.faults if "ERR_FAILED" not in fault] == []
