"""Storage that is full, refused or damaged."""

import json

import pytest
from learner import CERTIFICATES, CHECK, CODE, COURSE, LESSON, MODULE, PRACTICE, REVIEW, VERIFY, Learner
from playwright.sync_api import expect
from trouble import FINAL_KEY, PRACTICE_KEY, PREFIX, PRIVACY, TRAINERS, answered, click, part, put, sheet, state, take
from watch import Watch

PAGES = (
    "index.html", COURSE, MODULE, LESSON, REVIEW, CODE, PRACTICE, CHECK, CERTIFICATES, VERIFY, TRAINERS, PRIVACY,
)  # fmt: skip
KEYS = (PRACTICE_KEY, FINAL_KEY, "question/im-school-visit", "records", "session", "scheme", "read", "reviews")
REFUSALS = {
    "throws": "{ get() { throw new DOMException('no', 'SecurityError') } }",
    "null": "{ value: null }",
    "no room at all": "{ value: { getItem: () => null, removeItem() {}, setItem() { throw new Error('full') } } }",
}
FILL = """() => {
    let n = 0;
    for (const size of [100000, 1000, 10, 1]) {
        try { for (;;) localStorage.setItem('filler' + n++, 'x'.repeat(size)); } catch (full) {}
    }
}"""
EMPTY = "() => Object.keys(localStorage).forEach((key) => key.startsWith('filler') && localStorage.removeItem(key))"


# -- storage that is full or refused


def test_with_full_storage_the_certificate_is_made_and_can_be_kept_later(learner):
    learner.open(CERTIFICATES)
    put(learner, "records", json.dumps([{"payload": "1.older", "lang": "en", "saved": 1}]))
    learner.page.evaluate(FILL)
    learner.open(CHECK)
    learner.start()
    expect(learner.page.locator(".ktc-kept").first).to_have_text(learner.word("quiz.not_saved"))
    learner.take()
    payload = learner.certify("Amina")
    expect(part(learner, "name")).to_have_text("Amina")
    part(learner, "keep").click()
    expect(part(learner, "told")).to_have_text(learner.word("cert.not_kept"))
    assert [one["payload"] for one in state(learner, "records")] == ["1.older"]
    learner.page.evaluate(EMPTY)
    learner.page.reload()
    part(learner, "keep").click()
    expect(part(learner, "told")).to_have_text(learner.word("cert.kept"))
    assert [one["payload"] for one in state(learner, "records")] == ["1.older", payload]


def test_storage_that_fills_up_half_way_loses_only_what_came_after(learner):
    learner.open(CHECK)
    learner.start()
    click(learner, 0)
    learner.page.evaluate(FILL)
    click(learner, *range(1, 20))
    expect(learner.page.locator(".ktc-kept").first).to_have_text(learner.word("quiz.not_saved"))
    assert answered(learner) == 20
    learner.page.reload()
    expect(sheet(learner).first).to_be_visible()
    assert answered(learner) >= 1


@pytest.mark.parametrize(("origin", "how"), [*(("http", how) for how in REFUSALS), ("file", "throws")])
def test_refused_storage_is_said_wherever_something_would_be_kept(browser, served, site, course, origin, how):
    base = served if origin == "http" else site.as_uri()
    watch = Watch(browser, base, service_workers="block")
    watch.context.add_init_script(f"Object.defineProperty(window, 'localStorage', {REFUSALS[how]})")
    learner = Learner(watch.page, base, course, "en", hasty=True)
    for path in PAGES if (origin, how) == ("http", "throws") else (PRACTICE, CERTIFICATES):
        learner.open(path)
        scheme = "document.documentElement.dataset.mdColorScheme"
        before = learner.page.evaluate(scheme)
        learner.page.locator(".ktc-scheme").click()
        assert {before, learner.page.evaluate(scheme)} == {"default", "slate"}
        if path in (CERTIFICATES, PRIVACY):
            expect(part(learner, "not-kept")).to_be_visible()
        if path == LESSON:
            learner.page.locator(".ktc-mark button").click()
            expect(learner.page.locator(".ktc-mark .ktc-done")).to_be_visible()
            expect(learner.page.locator(".ktc-mark")).to_contain_text(learner.word("study.not_kept"))
        if path == PRACTICE:
            expect(learner.page.locator(".ktc-kept").first).to_have_text(learner.word("quiz.not_saved"))
    learner.open(CHECK + "#s=ROOM7")
    learner.start()
    expect(learner.page.locator(".ktc-kept").first).to_have_text(learner.word("quiz.not_saved"))
    learner.take()
    learner.certify("Amina")
    expect(part(learner, "session")).to_have_text("ROOM7")
    expect(part(learner, "not-kept")).to_be_visible()
    assert [fault for fault in watch.faults if "blocked by Playwright" not in fault] == []
    watch.close()


# -- whatever stands in the storage

DAMAGED = {
    "no JSON": "{",
    "empty": "",
    "null": "null",
    "number": "7",
    "text": '"text"',
    "list": '[null, 7, {"payload": 5}, {"payload": "junk", "saved": "x", "lang": 4}, {"payload": "1.a"}]',
    "object": '{"intl-members-final": {}, "a": 1}',
    "state": '{"__proto__": 1, "answers": [], "order": 7, "checked": "x", "draw": "x", "edition": 5, "finished": "x",'
    ' "done": "x", "total": {}, "payload": []}',
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_damaged_entries_stop_no_page(learner, damage):
    learner.open("index.html")
    for path in PAGES:
        learner.page.evaluate(
            "([keys, text]) => keys.forEach((key) => localStorage.setItem(key, text))",
            [[PREFIX + key for key in KEYS], DAMAGED[damage]],
        )
        learner.open(path)
        expect(learner.page.locator("[data-without]:visible")).to_have_count(0)
        assert learner.page.evaluate("document.documentElement.dataset.mdColorScheme") in ("default", "slate")


def test_what_was_read_is_kept_over_damaged_entries(learner):
    learner.open(LESSON)
    put(learner, "read", '{"learn/vision/people/index.html": 5, "x": 1, "learn/vision/mission/index.html": "soon"}')
    learner.page.reload()
    learner.page.locator(".ktc-mark button").click()
    assert sorted(state(learner, "read")) == ["learn/vision/people/index.html", LESSON]


def test_a_certificate_is_made_over_damaged_entries(learner):
    learner.open(CHECK)
    for key in KEYS:
        put(learner, key, DAMAGED["list"])
    take(learner, CHECK + "#s=ROOM7")
    learner.certify("Amina")
    learner.open(CERTIFICATES)
    expect(part(learner, "items")).to_contain_text("Amina")


def test_what_is_no_json_is_set_aside_not_thrown_away(learner):
    learner.open(PRACTICE)
    put(learner, PRACTICE_KEY, '{"answers": {"im-')
    learner.open(PRACTICE)
    learner.practise(right=True)
    assert learner.page.evaluate("key => localStorage[key]", f"{PREFIX}aside/{PRACTICE_KEY}") == '{"answers": {"im-'


def test_certificates_are_saved_from_a_damaged_list(learner):
    made = []
    for name in ("Ada", "Bea"):
        learner.open(CHECK)
        if learner.page.locator('[data-do="new"]').is_visible():
            learner.page.once("dialog", lambda dialog: dialog.accept())
            learner.page.locator('[data-do="new"]').click()
        learner.start()
        click(learner)
        learner.submit()
        made.append(learner.certify(name))
    text = learner.page.evaluate("key => localStorage[key]", PREFIX + "records")
    put(learner, "records", text[: text.index(made[1]) + 30])
    learner.open(CERTIFICATES)
    expect(part(learner, "items").locator("li")).to_have_count(1)
    expect(part(learner, "items")).to_contain_text("Ada")
    learner.open(CERTIFICATES + "#r=" + made[1])
    part(learner, "keep").click()
    assert [one["payload"] for one in state(learner, "records")] == made
    assert learner.page.evaluate("Object.keys(localStorage).filter((key) => key.includes('aside'))") == []
