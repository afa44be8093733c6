"""What this device keeps: said in plain words, saved to a file, brought in again, deleted, on the privacy page."""

import json

import pytest
from learner import CHECK, COURSE, LESSON, MODULE, PHONE, PRACTICE, REVIEW, Learner
from places import ROOT
from playwright.sync_api import expect

BAD = ROOT / "tests" / "bad" / "device"
PRIVACY = "about/privacy/index.html"
PREFIX = "ktc:/:"
FINAL = "quiz/intl-members-final"
FULL = "() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') } }"
KEPT = "() => Object.fromEntries(ktc.store.keys().sort().map((key) => [key, ktc.store.get(key)]))"
ANSWERS = {"answers": {"im-radio-comment": "a"}, "saved": 100}


@pytest.fixture
def learner(browser, served, course):
    context = browser.new_context(viewport=PHONE, service_workers="block")
    someone = Learner(context.new_page(), served, course, "en")
    yield someone
    assert someone.faults == []
    context.close()


def part(learner: Learner, name: str):
    return learner.page.locator(f'[data-part="{name}"]')


def line(learner: Learner, kind: str):
    return learner.page.locator(f'[data-part="list"] > li[data-kept="{kind}"]')


def put(learner: Learner, **entries) -> None:
    """Put entries into the storage; `__` in a name stands for its slash."""
    given = {name.replace("__", "/"): value for name, value in entries.items()}
    learner.page.evaluate("given => Object.keys(given).forEach((key) => ktc.store.set(key, given[key]))", given)


def kept(learner: Learner) -> dict:
    return learner.page.evaluate(KEPT)


def payload(learner: Learner, number: int, name: str) -> str:
    """A record of this shape; whether it passes does not matter here."""
    given = {"edition": "A" * 22, "finished": 1795262400 + number, "nonce": "A" * 22, "session": "", "name": name}
    return learner.page.evaluate("given => ktc.record.encode({ ...given, answers: [[0, 'a']] })", given)


def record(learner: Learner, number: int, name: str) -> dict:
    return {"payload": payload(learner, number, name), "lang": "fr", "saved": 1795262400 + number}


def export(learner: Learner) -> str:
    with learner.page.expect_download() as saving:
        part(learner, "export").click()
    assert saving.value.suggested_filename.startswith("know-the-code-")
    return saving.value.path().read_text(encoding="utf-8")


def bring(learner: Learner, text: str, name: str = "saved.json") -> None:
    file = {"name": name, "mimeType": "application/json", "buffer": text.encode()}
    part(learner, "file").set_input_files(file)


def wrap(**entries) -> str:
    given = {name.replace("__", "/"): value for name, value in entries.items()}
    return json.dumps({"format": "know-the-code/device", "version": 1, "kept": given})


# -- the list


def test_a_device_that_keeps_nothing_says_so(learner):
    learner.open(PRIVACY)
    expect(part(learner, "none")).to_be_visible()
    for name in ("list", "export", "delete", "not-kept"):
        expect(part(learner, name)).to_be_hidden()
    expect(learner.page.locator("label[for=ktc-device-file]")).to_be_visible()


def test_opening_pages_keeps_nothing(learner):
    codes = "codes/international-members/index.html"
    for path in ("index.html", COURSE, MODULE, LESSON, REVIEW, PRACTICE, CHECK, codes, PRIVACY):
        learner.open(path)
    assert kept(learner) == {}


def test_everything_kept_is_listed_in_plain_words(learner, course):
    page = learner.page
    learner.open(CHECK + "#s=ROOM7")
    page.locator(".ktc-scheme").click()
    learner.start()
    learner.answer(page.locator(".ktc-sheet [data-question]").first, right=True)
    learner.open("codes/international-members/index.html")
    learner.answer(page.locator("[data-question]").first, right=True)
    learner.open(PRIVACY)
    put(learner, records=[record(learner, 1, "Amina"), record(learner, 2, "")], **{"later__x": 1})
    put(learner, read={LESSON: 1, "learn/vision/mission/index.html": 2}, reviews={"a": {"stage": 0, "due": 9}})
    page.evaluate("prefix => localStorage.setItem(prefix + 'quiz/gone', '{')", PREFIX)
    page.evaluate("ktc.store.get('quiz/gone')")
    page.reload()
    expect(page.locator('[data-part="list"] [data-quiz="intl-members-final"]')).to_contain_text(
        learner.word("quiz.answered", done=1, n=course.view("en").quiz("intl-members-final").drawn)
    )
    expect(page.locator('[data-part="list"] [data-quiz="intl-members-practice"]')).to_be_hidden()
    expect(line(learner, "read")).to_have_text(learner.word("storage.read", n=2))
    expect(line(learner, "reviews")).to_have_text(learner.word("storage.reviews", n=1))
    expect(line(learner, "reading")).to_have_text(learner.word("storage.reading", n=1))
    expect(line(learner, "records")).to_contain_text(f"Amina · {learner.word('cert.name_withheld')}")
    expect(line(learner, "session")).to_have_text(f"{learner.word('storage.session')} ROOM7")
    expect(line(learner, "scheme")).to_be_visible()
    expect(line(learner, "damaged")).to_have_text(learner.word("storage.damaged", n=1))
    expect(line(learner, "other")).to_have_text(learner.word("storage.other", n=1))


def test_the_list_follows_what_another_tab_does(learner, served, course):
    learner.open(PRIVACY)
    other = Learner(learner.page.context.new_page(), served, course, "en")
    other.open(CHECK)
    other.start()
    shown = learner.page.locator('[data-part="list"] [data-quiz="intl-members-final"]')
    expect(shown).to_contain_text(
        learner.word("quiz.answered", done=0, n=course.view("en").quiz("intl-members-final").drawn)
    )
    other.take()
    expect(shown).to_contain_text(learner.word("storage.finished"))


# -- out and in


def test_what_is_saved_comes_in_on_another_device_whole(learner, browser, served, course):
    learner.open(LESSON)
    learner.page.locator(".ktc-mark button").click()
    learner.page.evaluate("ktc.answered('vis-stall-visitor', true)")
    learner.open(PRACTICE)
    learner.practise(right=True)
    learner.page.locator('[data-do="another"]').click()
    learner.page.locator(".ktc-entry:visible select").first.select_option(index=1)  # half an answer is kept too
    learner.open(CHECK + "#s=ROOM7")
    learner.start()
    learner.take()
    learner.certify("Zoë ليلى")
    learner.open(PRIVACY)
    before, text = kept(learner), export(learner)
    assert json.loads(text)["format"] == "know-the-code/device" and json.loads(text)["version"] == 1
    context = browser.new_context(viewport=PHONE, service_workers="block")
    other = Learner(context.new_page(), served, course, "ar")
    other.open(PRIVACY)
    bring(other, text)
    expect(part(other, "told")).to_contain_text(other.word("storage.imported", n=len(before)))
    expect(line(other, "records")).to_contain_text("Zoë ليلى")
    assert kept(other) == before
    bring(other, text)
    expect(part(other, "told")).to_have_text(other.word("storage.imported_none"))
    other.open(LESSON)
    expect(other.page.locator(".ktc-mark .ktc-done")).to_be_visible()
    other.open(CHECK)
    expect(other.page.locator(".ktc-pass")).to_be_visible()
    context.close()


def test_nothing_that_is_here_is_lost_by_bringing_in_a_file(learner):
    learner.open(PRIVACY)
    mine, theirs = record(learner, 1, "Mine"), record(learner, 2, "Theirs")
    put(learner, records=[mine], session={"a": "HERE"}, scheme="default", quiz__new={**ANSWERS, "saved": 200})
    put(learner, quiz__old={**ANSWERS, "saved": 50}, quiz__odd="damaged")
    coming = {"answers": {"other": "b"}, "saved": 100}
    bring(
        learner,
        wrap(
            records=[theirs, mine],
            session={"a": "THERE", "b": "NEW"},
            scheme="slate",
            quiz__new=coming,
            quiz__old=coming,
            quiz__odd=coming,
        ),  # fmt: skip
    )
    expect(part(learner, "told")).not_to_be_empty()
    assert kept(learner) == {
        "records": [mine, theirs], "session": {"a": "HERE", "b": "NEW"}, "scheme": "default",
        "quiz/new": {**ANSWERS, "saved": 200}, "quiz/old": coming, "quiz/odd": coming,
    }  # fmt: skip


def test_pages_read_on_either_device_are_read_and_the_latest_answer_to_a_question_counts(learner):
    day = 86400
    mission = "learn/vision/mission/index.html"
    learner.open(PRIVACY)
    put(learner, read={LESSON: 300, mission: 100})
    earlier, later = {"stage": 2, "due": 10 + 30 * day}, {"stage": 0, "due": 20 + day}
    put(learner, reviews={"a": earlier, "b": later, "c": {"stage": 3, "due": 50}})
    coming = {"a": later, "b": earlier, "c": {"stage": 2, "due": 40 + 30 * day}, "d": earlier}
    bring(learner, wrap(read={LESSON: 200, mission: 150, "learn/vision/people/index.html": 1}, reviews=coming))
    expect(part(learner, "told")).to_have_text(learner.word("storage.imported", n=2))
    assert kept(learner) == {
        "read": {LESSON: 300, mission: 150, "learn/vision/people/index.html": 1},
        "reviews": {"a": later, "b": later, "c": {"stage": 3, "due": 50}, "d": earlier},
    }


def test_a_full_browser_says_that_it_has_not_kept_all(learner):
    learner.open(PRIVACY)
    learner.page.evaluate(FULL)
    bring(learner, wrap(scheme="slate"))
    expect(part(learner, "problem")).to_have_text(learner.word("storage.no_room"))
    expect(part(learner, "not-kept")).to_be_visible()


# -- files that are not ours, or no longer


@pytest.mark.parametrize("path", sorted(BAD.glob("*.json")), ids=lambda path: path.stem)
def test_a_bad_file_is_refused_or_cleaned(learner, path):
    learner.open(PRIVACY)
    put(learner, quiz__here=ANSWERS)
    bring(learner, path.read_text(encoding="utf-8"), path.name)
    fault = path.stem.split("-")[0]
    if fault in ("wrong", "newer"):
        expect(part(learner, "problem")).to_have_text(learner.word(f"storage.import_{fault}", file=path.name))
        expect(part(learner, "problem")).to_have_attribute("role", "alert")
        assert kept(learner) == {"quiz/here": ANSWERS}
    elif fault == "left":
        expect(part(learner, "told")).to_contain_text(learner.word("storage.left_out", n=1))
        assert kept(learner) == {"quiz/here": ANSWERS}
    else:
        expect(part(learner, "told")).to_contain_text(learner.word("storage.imported", n=1))
        held = json.dumps(kept(learner))
        assert not any(
            text in held for text in ("<b>", "run", "extra", "elsewhere", "-1", "-5", "1e+300", '"now"', "1.5")
        )
    assert learner.page.evaluate("({}).x === undefined && ({}).answers === undefined")


# -- delete


def test_deleting_asks_in_place_and_escape_is_the_way_back(learner):
    learner.open(PRIVACY)
    put(learner, quiz__here=ANSWERS)
    learner.page.reload()
    part(learner, "delete").press("Enter")
    question = part(learner, "tool").get_by_role("group")
    expect(question).to_contain_text(learner.word("storage.delete_confirm"))
    expect(question.get_by_role("button", name=learner.word("site.cancel"))).to_be_focused()
    learner.page.keyboard.press("Escape")
    expect(part(learner, "delete")).to_be_focused()
    assert kept(learner) == {"quiz/here": ANSWERS}


def test_deleting_takes_all_of_this_site_and_nothing_of_its_neighbours(learner):
    learner.open(PRIVACY)
    put(learner, quiz__here=ANSWERS, records=[record(learner, 1, "Amina")], read={LESSON: 1}, later=1)
    learner.page.evaluate("prefix => localStorage.setItem(prefix + 'aside/records', '[')", PREFIX)
    theirs = {"ktc:/other/:scheme": '"slate"', "theirs": "1"}
    learner.page.evaluate("theirs => Object.assign(localStorage, theirs)", theirs)
    learner.page.reload()
    part(learner, "delete").click()
    part(learner, "tool").get_by_role("button", name=learner.word("cert.delete"), exact=True).click()
    expect(part(learner, "told")).to_have_text(learner.word("storage.deleted"))
    expect(part(learner, "told")).to_have_attribute("role", "status")
    expect(part(learner, "heading")).to_be_focused()
    expect(part(learner, "none")).to_be_visible()
    assert learner.page.evaluate("({ ...localStorage })") == theirs


def test_deleting_reaches_a_check_that_is_under_way_in_another_tab(learner, served, course):
    learner.open(CHECK + "#s=ROOM7")
    learner.start()
    learner.answer(learner.page.locator(".ktc-sheet [data-question]").first, right=True)
    other = Learner(learner.page.context.new_page(), served, course, "en")
    other.open(PRIVACY)
    part(other, "delete").click()
    part(other, "tool").get_by_role("button", name=other.word("cert.delete"), exact=True).click()
    expect(learner.page.locator('[data-do="start"]')).to_be_visible()
    expect(learner.page.locator(".ktc-session")).to_be_hidden()
    assert kept(other) == {}


def test_the_way_here_stands_beside_the_progress_and_the_certificates(learner):
    for path in (PRACTICE, CHECK):
        learner.open(path)
        if path == CHECK:
            learner.start()
        expect(learner.page.locator(".ktc-hint a[href$='privacy/index.html#kept']").first).to_be_visible()
    put(learner, records=[record(learner, 1, "Amina")])
    learner.open("certificates/index.html")
    expect(learner.page.locator("[data-part=hint] a[href$='privacy/index.html#kept']")).to_be_visible()
