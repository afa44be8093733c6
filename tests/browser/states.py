"""Every page that brings markup of its own, in each state a person can bring it to. The accessibility and print tests
walk this list: a new component, or a new state of one, is added here.

A state is a function of a Learner and of the records of the built site; it leaves the page as the person sees it.
"""

from learner import (
    CERTIFICATES,
    CHECK,
    CHOOSE,
    CODE,
    COMPARE,
    COURSE,
    KENYA,
    LESSON,
    MODULE,
    PRACTICE,
    REVIEW,
    VERIFY,
    Learner,
    put,
)
from playwright.sync_api import expect
from test_certificates import Records

NAME = "ليلى O’Neil"
STATES = {}


def state(name: str):
    """Register a function as the way to a state."""

    def register(reach):
        STATES[name] = reach
        return reach

    return register


def plain(name: str, path: str) -> None:
    STATES[name] = lambda learner, records: learner.open(path)


plain("home", "index.html")
plain("code", CODE)
plain("code with defects, consequences and channels", KENYA)
plain("comparison", COMPARE)
plain("check", CHECK)
plain("paper quiz", CHECK.replace("index", "questions/index"))
plain("no certificate yet", CERTIFICATES)
plain("glossary", "glossary/index.html")
plain("sources", "sources/index.html")
plain("a plain page", "about/accessibility/index.html")


# -- background: statements of every label, pictures, sources, terms

THEN = "learn/governance/who-decided-then/index.html"

plain("statements: figure, then, now, here only", "learn/governance/international-secretariat/index.html")
plain("statements: disputed", "learn/impartiality/what-changed/index.html")
plain("statements: missing, note", "learn/intl-members/left-out/index.html")
plain("diagram of steps", "learn/research/case-path/index.html")
plain("diagram of cards", "learn/intl-members/who-speaks/index.html")
plain("timeline", "timeline/index.html")
plain("coverage", "sources/coverage/index.html")


@state("diagram of layers, in words too")
def diagram_words(learner: Learner, records: Records) -> None:
    learner.open(THEN)
    learner.page.locator(".ktc-diagram__words").evaluate("words => { words.open = true }")


@state("term opened")
def term_opened(learner: Learner, records: Records) -> None:
    learner.open(THEN)
    learner.page.locator(".ktc-term").last.click()
    expect(learner.page.locator(".ktc-definition:not(:empty)")).to_be_visible()


# -- header and home


@state("menus open")
def menus_open(learner: Learner, records: Records) -> None:
    learner.open("index.html")
    for menu in learner.page.locator(".ktc-menu").all():
        menu.evaluate("menu => { menu.open = true }")


@state("search with results")
def search(learner: Learner, records: Records) -> None:
    learner.open(CODE)
    words = learner.page.locator("h1").inner_text().split()
    learner.page.locator(".md-search__input").evaluate("input => input.focus()")
    learner.page.keyboard.type(max(words, key=len))
    expect(learner.page.locator(".md-search-result__link").first).to_be_visible()


@state("home with something to continue")
def home_again(learner: Learner, records: Records) -> None:
    practice_answered(learner, records)
    certificate_list(learner, records)
    lesson_read(learner, records)
    reviews_due(learner)
    learner.open("index.html")
    expect(learner.page.locator(".ktc-continue li:visible")).to_have_count(4)


# -- a course, a module, its pages


@state("lesson marked as read")
def lesson_read(learner: Learner, records: Records) -> None:
    learner.open(LESSON)
    button = learner.page.locator(".ktc-mark button")
    if button.inner_text() == learner.word("study.mark"):
        button.click()
    expect(learner.page.locator(".ktc-mark .ktc-done")).to_be_visible()


@state("module with a page read")
def module_read(learner: Learner, records: Records) -> None:
    lesson_read(learner, records)
    learner.open(MODULE)
    expect(learner.page.locator(".ktc-stops .ktc-done:visible")).to_have_count(1)


def reviews_due(learner: Learner) -> None:
    """What answers of some days ago have left."""
    learner.open(REVIEW)
    put(learner.page, "reviews", {id: {"stage": 0, "due": 1} for id in ("vis-stall-visitor", "his-poster-line")})


@state("course under way")
def course_begun(learner: Learner, records: Records) -> None:
    lesson_read(learner, records)
    reviews_due(learner)
    learner.open(COURSE)
    expect(learner.page.locator("[data-due]")).to_be_visible()
    expect(learner.page.locator("[data-course-left]")).to_be_visible()


@state("review with questions due")
def review_due(learner: Learner, records: Records) -> None:
    reviews_due(learner)
    learner.open(REVIEW)
    expect(learner.page.locator("[data-review] li:visible")).to_have_count(2)


@state("nothing to review yet")
def review_empty(learner: Learner, records: Records) -> None:
    learner.open(REVIEW)
    learner.page.evaluate("ktc.store.remove('reviews')")
    learner.page.reload()
    expect(learner.page.locator('[data-part="begin"]')).to_be_visible()


plain("whole module", "learn/intl-members/all/index.html")


@state("chooser opened")
def chooser_opened(learner: Learner, records: Records) -> None:
    learner.open(CHOOSE)
    for choice in learner.page.locator("[data-chooser] details").all():
        choice.evaluate("choice => { choice.open = true }")


# -- practice


@state("practice answered")
def practice_answered(learner: Learner, records: Records) -> None:
    """One right, one not yet, one of several, one without an answer."""
    learner.open(PRACTICE)
    fieldsets = learner.page.locator("form.ktc-quiz [data-question]")
    several = learner.page.locator('form.ktc-quiz [data-kind="several"]').first
    for fieldset, right in ((fieldsets.nth(0), True), (fieldsets.nth(1), False), (several, False)):
        learner.answer(fieldset, right)
        learner.check(fieldset)
    last = learner.page.locator("form.ktc-quiz [data-question]:visible").last
    learner.check(last)
    expect(last.locator(".ktc-error")).to_be_visible()


@state("practice summary")
def practice_summary(learner: Learner, records: Records) -> None:
    learner.open(PRACTICE)
    learner.practise(right=False)
    expect(learner.page.locator("form.ktc-quiz .ktc-result")).to_be_visible()
    learner.page.locator(".ktc-key").first.evaluate("key => { key.open = true }")


def kinds(learner: Learner):
    """An order, a match and a story, alone on their page."""
    learner.open(PRACTICE + "#review=im-witness-to-action,im-reasons-retold,im-long-day")
    return learner.page.locator("form.ktc-quiz [data-question]:visible").all()


@state("order, match and story, nothing given")
def kinds_unanswered(learner: Learner, records: Records) -> None:
    for question in kinds(learner):
        learner.check(question)
        expect(question.locator(".ktc-error")).to_be_visible()


@state("order and match half given, story half way")
def kinds_begun(learner: Learner, records: Records) -> None:
    for question in kinds(learner):
        if question.get_attribute("data-kind") == "story":
            learner.answer(question, right=True)
        else:
            question.locator("select").first.select_option(index=1)


@state("order, match and story wrong")
def kinds_wrong(learner: Learner, records: Records) -> None:
    kinds(learner)
    learner.practise(right=False)


@state("order, match and story right")
def kinds_right(learner: Learner, records: Records) -> None:
    kinds(learner)
    learner.practise(right=True)


@state("practice round ended")
def round_ended(learner: Learner, records: Records) -> None:
    learner.open(PRACTICE)
    learner.practise(right=True)
    expect(learner.page.locator('[data-do="another"]')).to_be_visible()


@state("practice with a note, skipped")
def skipped(learner: Learner, records: Records) -> None:
    learner.open("practice/vision/index.html#review=vis-closed-door")
    learner.page.locator('[data-do="skip"]').click()


# -- final check


@state("check begun")
def check_begun(learner: Learner, records: Records) -> None:
    learner.open(CHECK + "#s=ROOM7")
    learner.start()
    learner.answer(learner.page.locator(".ktc-sheet [data-question]").first, right=True)


@state("check with answers missing")
def check_missing(learner: Learner, records: Records) -> None:
    check_begun(learner, records)
    learner.submit()
    expect(learner.page.locator(".ktc-errors")).to_be_visible()


@state("check not passed")
def check_failed(learner: Learner, records: Records) -> None:
    learner.open(CHECK)
    learner.start()
    learner.take(right=False)


def check_passed(learner: Learner, records: Records) -> None:
    learner.open(CHECK)
    learner.start()
    learner.take()


@state("check passed, record made")
def record_made(learner: Learner, records: Records) -> None:
    check_passed(learner, records)
    learner.certify(NAME)
    learner.open(CHECK)
    expect(learner.page.locator(".ktc-made")).to_be_visible()


@state("check passed, everything unfolded")
def check_unfolded(learner: Learner, records: Records) -> None:
    record_made(learner, records)
    for fold in learner.page.locator(".ktc-result details").all():
        fold.evaluate("fold => { fold.open = true }")


@state("check with a code refused")
def code_refused(learner: Learner, records: Records) -> None:
    learner.open(CHECK)
    learner.page.locator(".ktc-join summary").click()
    learner.page.locator("#ktc-code").fill("-")
    learner.page.locator('.ktc-join [type="submit"]').click()
    expect(learner.page.locator("#ktc-code-error")).not_to_be_empty()


@state("check passed, name refused")
def name_refused(learner: Learner, records: Records) -> None:
    check_passed(learner, records)
    learner.page.locator("#ktc-name").fill("a@b")
    learner.page.locator('.ktc-pass button[type="submit"]').click()
    expect(learner.page.locator("#ktc-name-error")).not_to_be_empty()


# -- certificates


@state("certificate sheet")
def sheet(learner: Learner, records: Records, name: str = NAME) -> None:
    learner.open(f"{CERTIFICATES}#r={records.make(name)}")
    expect(learner.page.locator('[data-part="one"]')).to_be_visible()
    learner.page.locator('[data-part="qr"] path').wait_for(state="attached")


def certificate_list(learner: Learner, records: Records) -> None:
    sheet(learner, records)
    learner.page.locator('[data-part="keep"]').click()
    learner.open(CERTIFICATES)
    expect(learner.page.locator('[data-part="items"] li')).to_have_count(1)


@state("certificate about to be deleted")
def certificate_delete(learner: Learner, records: Records) -> None:
    certificate_list(learner, records)
    learner.page.locator('[data-part="items"] button').first.click()
    expect(learner.page.locator('[data-part="items"] [role="group"]')).to_be_visible()


@state("certificate that cannot be shown")
def certificate_problem(learner: Learner, records: Records) -> None:
    learner.open(f"{CERTIFICATES}#r={records.make(right=False)}")
    expect(learner.page.locator('[data-part="problem"]')).to_be_visible()


# -- verify


def verified(learner: Learner, text: str) -> None:
    learner.open(VERIFY)
    learner.page.locator("textarea").fill(text)
    learner.page.locator('[data-part="form"] [type="submit"]').click()


def verdict(learner: Learner, text: str, expected: str) -> None:
    verified(learner, text)
    expect(learner.page.locator(f'[data-verdict="{expected}"]').first).to_be_visible()
    learner.page.locator(".ktc-verify details").evaluate("steps => { steps.open = true }")


@state("verify: self-recorded")
def self_recorded(learner: Learner, records: Records) -> None:
    verdict(learner, records.make(NAME), "self-recorded")


@state("verify: invalid")
def invalid(learner: Learner, records: Records) -> None:
    verdict(learner, records.make(NAME, right=False), "invalid")


@state("verify: undecided")
def undecided(learner: Learner, records: Records) -> None:
    verdict(learner, records.make(NAME, finished=4102444800), "undecided")


@state("verify: many")
def many(learner: Learner, records: Records) -> None:
    texts = [records.make(NAME), records.make("", 1), records.make(right=False), records.make(finished=4102444800)]
    verified(learner, "\n".join([*texts, "#r=1.broken", texts[1]]))
    expect(learner.page.locator("table tbody tr")).to_have_count(6)


@state("verify: nothing pasted")
def nothing(learner: Learner, records: Records) -> None:
    verified(learner, "")
    expect(learner.page.locator('[data-part="errors"]')).to_be_visible()


def example(learner: Learner, name: str, expected: str) -> None:
    """An example of the demonstration, with its steps open."""
    learner.open(VERIFY)
    learner.page.locator(f'[data-example="{name}"]').click()
    expect(learner.page.locator(f'[data-verdict="{expected}"]').first).to_be_visible()
    learner.page.locator(".ktc-verify details").evaluate("steps => { steps.open = true }")


@state("verify: signed, valid")
def signed_valid(learner: Learner, records: Records) -> None:
    example(learner, "valid", "valid")


@state("verify: signed, withdrawn")
def signed_withdrawn(learner: Learner, records: Records) -> None:
    example(learner, "revoked", "invalid")


@state("verify: not checked")
def not_checked(learner: Learner, records: Records) -> None:
    learner.page.route("**/assets/ktc/signed.js*", lambda route: route.abort())
    example(learner, "valid", "could-not-run")
    learner.page.unroute("**/assets/ktc/signed.js*")


plain("example to print", "../examples/valid.html")


# -- sessions


def session_form(learner: Learner, code: str):
    learner.open("trainers/index.html")
    form = learner.page.locator(".ktc-session-form").first
    form.locator("[name=code]").fill(code)
    form.locator('[type="submit"]').click()
    return form


@state("session link made")
def session_link(learner: Learner, records: Records) -> None:
    expect(session_form(learner, "room7").locator("[readonly]")).to_be_visible()


@state("session code refused")
def session_refused(learner: Learner, records: Records) -> None:
    expect(session_form(learner, "-").locator(".ktc-error")).to_be_visible()
