"""Scripts that are missing, or arrived in part."""

import re

import pytest
from learner import CERTIFICATES, CHECK, PRACTICE, VERIFY, Learner
from playwright.sync_api import expect
from trouble import PRIVACY, TRAINERS, answered, click, part, take

OWN = {
    PRACTICE: "quiz",
    CHECK: "check",
    CERTIFICATES: "certificates",
    VERIFY: "verify",
    TRAINERS: "session",
    PRIVACY: "device",
}
CONTROLS = (
    '.ktc-quiz .ktc-actions button, [data-do="start"], form [type="submit"], [data-part="export"], [data-part="list"]'
)


def spoil(context, pattern: str, how: str) -> None:
    def missing(route):
        route.fulfill(status=404, content_type="text/html", body="<h1>not here</h1>")

    def cut(route):
        body = route.fetch().text()
        route.fulfill(content_type="text/javascript", body=body[: len(body) // 2])

    context.route(pattern, {"missing": missing, "cut": cut}[how])


@pytest.mark.parametrize(
    ("path", "script", "how"),
    [*((path, script, "missing") for path in OWN for script in ("base", "own")),
     (CHECK, "own", "cut"), (PRACTICE, "base", "cut")],
)  # fmt: skip
def test_without_its_script_a_page_reads_and_says_what_to_do(unlucky, context, path, script, how):
    spoil(context, f"**/ktc/{OWN[path] if script == 'own' else script}.js*", how)
    unlucky.open(path)
    expect(unlucky.page.locator("h1")).to_be_visible()
    expect(unlucky.page.locator("main [data-without]").first).to_be_visible()
    assert len(unlucky.page.locator("main [data-without]").first.inner_text()) > 30
    expect(unlucky.page.locator(f"main :is({CONTROLS}):visible")).to_have_count(0)


@pytest.mark.parametrize("how", ["missing", "cut"])
@pytest.mark.parametrize("pattern", ["**/ktc/theme.js*", "**/javascripts/bundle*"], ids=["theme", "Material"])
def test_without_the_scripts_of_the_frame_quizzes_work(unlucky, context, pattern, how):
    spoil(context, pattern, how)
    unlucky.open(PRACTICE)
    question = unlucky.page.locator("form.ktc-quiz [data-question]").first
    unlucky.answer(question, right=True)
    question.locator(".ktc-actions button").click()
    expect(question).to_have_attribute("data-result", "right")
    expect(unlucky.page.locator("[data-without]:visible")).to_have_count(0)


class Held:
    """Scripts that match, on their way for as long as a test wants. All others arrive."""

    def __init__(self, context, pattern: str):
        self.routes, self.free = [], False
        context.route(pattern, lambda route: route.continue_() if self.free else self.routes.append(route))

    def open(self, learner, path: str) -> None:
        learner.page.goto(f"{learner.base}/{learner.language}/{path}", wait_until="commit")
        expect(learner.page.locator("footer")).to_be_attached()
        for _ in range(250):
            if self.routes:
                break
            learner.page.wait_for_timeout(20)

    def release(self, learner) -> None:
        self.free = True
        for route in self.routes:
            route.continue_()
        expect(learner.page.locator("html.ktc-starting")).to_have_count(0)


def test_the_notice_for_whoever_has_no_scripts_is_not_seen_while_they_load(unlucky, context):
    """It would push the page down and up again."""
    held = Held(context, "**/ktc/quiz.js*")
    held.open(unlucky, PRACTICE)
    expect(unlucky.page.locator("[data-without]").first).to_be_hidden()
    held.release(unlucky)


# Where things in sight begin, of what is there before the scripts are.
TOPS = """() => [...document.querySelectorAll('main :is(h1, h2, p, legend, fieldset, form, section, details)')]
    .filter((box) => !box.closest('[hidden]') && box.checkVisibility({ checkVisibilityCSS: true }))
    .map((box) => [box, box.getBoundingClientRect().top]).filter(([, top]) => top < innerHeight)"""
MOVED = """tops => tops.map(([box, top]) => [box.outerHTML.slice(0, 80), box.getBoundingClientRect().top - top])
    .filter(([, moved]) => Math.abs(moved) > 1)"""


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("path", OWN)
def test_nothing_moves_when_the_scripts_arrive(context, served, course, path, language):
    learner = Learner(context.new_page(), served, course, language)
    held = Held(context, re.compile(r"/ktc/(?!theme)[a-z]+\.js"))
    held.open(learner, path)
    tops = learner.page.evaluate_handle(TOPS)
    held.release(learner)
    assert learner.page.evaluate(MOVED, tops) == []


@pytest.mark.parametrize("how", ["missing", "cut"])
def test_without_the_bank_nothing_is_lost_and_it_can_be_asked_for_again(unlucky, context, how):
    unlucky.open(CHECK)
    unlucky.start()
    click(unlucky, 0)
    before = unlucky.drawn()
    spoil(context, "**/bank.js*", how)
    unlucky.open(CHECK)
    expect(unlucky.page.locator(".ktc-told")).to_have_text(unlucky.word("check.load_failed"))
    unlucky.page.locator('[data-do="start"]').click()
    expect(unlucky.page.locator(".ktc-told")).to_have_text(unlucky.word("check.load_failed"))
    context.unroute("**/bank.js*")
    unlucky.start()
    assert unlucky.drawn() == before
    assert answered(unlucky) == 1


@pytest.mark.parametrize("how", ["missing", "cut"])
def test_without_the_trust_file_a_name_waits_and_a_record_without_one_is_kept(unlucky, context, how):
    spoil(context, "**/trust.js", how)
    take(unlucky)
    unlucky.page.locator("#ktc-name").fill("Ana")
    unlucky.page.locator('.ktc-pass button[type="submit"]').click()
    expect(unlucky.page.locator("#ktc-name-error")).to_have_text(unlucky.word("verify.no_trust"))
    expect(unlucky.page.locator("#ktc-name")).to_be_focused()
    unlucky.page.locator("#ktc-name").fill("")
    unlucky.page.locator('.ktc-pass button[type="submit"]').click()
    unlucky.page.wait_for_url("**/certificates/index.html#r=*")
    expect(part(unlucky, "problem")).to_contain_text("trust.js")
    context.unroute("**/trust.js")
    unlucky.open(CERTIFICATES)
    expect(part(unlucky, "items")).to_contain_text(unlucky.word("cert.name_withheld"))


def test_a_name_is_taken_once_the_trust_file_is_there_again(unlucky, context):
    spoil(context, "**/trust.js", "missing")
    take(unlucky)
    unlucky.page.locator("#ktc-name").fill("Ana")
    unlucky.page.locator('.ktc-pass button[type="submit"]').click()
    expect(unlucky.page.locator("#ktc-name-error")).not_to_be_empty()
    context.unroute("**/trust.js")
    unlucky.certify("Ana")
    expect(part(unlucky, "name")).to_have_text("Ana")
