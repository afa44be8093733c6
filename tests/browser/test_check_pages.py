"""The final check on the built site when things go wrong: refused storage, damaged or old answers, two tabs."""

import json

import pytest
from learner import CHECK, Learner, put
from playwright.sync_api import expect

FINAL = "quiz/intl-members-final"
REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"


def test_refused_storage_is_said_and_the_check_still_works(learner):
    learner.page.add_init_script(REFUSED)
    learner.open(CHECK)
    learner.start()
    expect(learner.page.locator(".ktc-kept")).to_have_text(learner.word("quiz.not_saved"))
    learner.take(right=True)
    expect(learner.page.locator(".ktc-pass")).to_be_visible()


def test_a_new_edition_is_said_and_starts_anew(learner):
    learner.open(CHECK)
    learner.start()
    state = learner.page.evaluate("key => ktc.store.get(key)", FINAL)
    put(learner.page, FINAL, {**state, "edition": "A" * 22})
    learner.page.reload()
    expect(learner.page.locator(".ktc-told")).to_have_text(learner.word("check.outdated"))
    learner.start()
    learner.take(right=True)
    expect(learner.page.locator(".ktc-pass")).to_be_visible()


@pytest.mark.parametrize(
    "change",
    [
        {"draw": [999]},
        {"draw": None},
        {"draw": [n // 2 for n in range(20)]},
        {"answers": None},
        {"answers": {"im-radio-comment": 4}},
        {"order": 3},
        {"finished": 1, "answers": {}},
    ],
    ids=json.dumps,
)
def test_a_damaged_state_never_stops_the_check(learner, change):
    learner.open(CHECK)
    learner.start()
    state = learner.page.evaluate("key => ktc.store.get(key)", FINAL)
    put(learner.page, FINAL, {**state, **change})
    learner.page.reload()
    expect(learner.page.locator('[data-do="start"], .ktc-sheet [data-question]').first).to_be_visible()
    if learner.page.locator('[data-do="start"]').is_visible():
        learner.start()
    learner.take(right=True)
    expect(learner.page.locator(".ktc-pass")).to_be_visible()


def test_the_result_survives_a_reload(learner):
    learner.open(CHECK)
    learner.start()
    learner.take(right=True)
    score = learner.page.locator(".ktc-score").inner_text()
    learner.page.reload()
    expect(learner.page.locator(".ktc-pass")).to_be_visible()
    assert learner.page.locator(".ktc-score").inner_text() == score


def test_the_result_begins_with_what_was_wrong_and_folds_the_rest(learner):
    learner.open(CHECK)
    learner.start()
    drawn = learner.drawn()
    learner.fill(right=True)
    for id in (drawn[3], drawn[7]):
        learner.mistake(id)
    learner.submit()
    shown = learner.page.locator(".ktc-reviews [data-question]:visible")
    assert [one.get_attribute("data-question") for one in shown.all()] == [drawn[3], drawn[7]]
    assert [one.get_attribute("value") for one in shown.all()] == ["4", "8"], "numbered as in the check"
    fold = learner.page.locator(".ktc-reviews details")
    expect(fold.locator("summary")).to_have_text(learner.word("quiz.right_ones", n=18))
    fold.locator("summary").click()
    assert shown.count() == 20


def test_nothing_is_folded_where_nothing_was_right_and_nothing_else_shown_where_all_was(learner):
    learner.open(CHECK)
    learner.start()
    learner.take(right=False)
    expect(learner.page.locator(".ktc-reviews details")).to_be_hidden()
    learner.page.locator('[data-do="again"]').click()
    learner.take(right=True)
    expect(learner.page.locator(".ktc-reviews [data-question]:visible")).to_have_count(0)
    expect(learner.page.locator(".ktc-reviews summary")).to_have_text(learner.word("quiz.right_ones", n=20))


def test_what_to_read_again_stands_in_the_order_of_the_code_each_once(learner):
    learner.open(CHECK)
    learner.start()
    state = learner.page.evaluate("key => ktc.store.get(key)", FINAL)
    put(learner.page, FINAL, {**state, "draw": sorted(state["draw"], reverse=True)})  # the frame first, the voice last
    learner.page.reload()
    learner.take(right=False)
    links = learner.page.locator(".ktc-result .ktc-again a").all()
    anchors = [link.get_attribute("href").split("#")[1] for link in links]
    assert anchors[:3] == ["im-1", "im-2", "im-3"] and len(set(anchors)) == len(anchors)


def test_the_rules_can_be_read_during_the_check(learner):
    learner.open(CHECK)
    rules = learner.page.locator(".ktc-intro li").all_inner_texts()
    learner.start()
    fold = learner.page.locator(".ktc-sheet > details")
    expect(fold.locator("ul")).to_be_hidden()
    fold.locator("summary").click()
    assert fold.locator("li").all_inner_texts() == rules
    assert any("80%" in rule for rule in rules)


def test_somebody_else_can_start_from_a_kept_result(learner):
    learner.open(CHECK)
    learner.start()
    learner.take(right=True)
    learner.page.reload()
    line = learner.page.locator(".ktc-new")
    expect(line).to_contain_text(learner.word("check.not_you"))
    assert line.bounding_box()["y"] < learner.page.locator(".ktc-result").bounding_box()["y"]
    learner.page.once("dialog", lambda dialog: dialog.accept())
    line.locator("button").click()
    expect(line).to_be_hidden()
    expect(learner.page.locator('[data-do="start"]')).to_be_focused()


def test_after_a_record_was_made_its_link_comes_first_and_the_form_is_folded(learner):
    learner.open(CHECK)
    learner.start()
    learner.take(right=True)
    expect(learner.page.locator(".ktc-made")).to_be_hidden()
    payload = learner.certify("Ana")
    learner.open(CHECK)
    link = learner.page.locator(".ktc-made a")
    assert link.get_attribute("href").endswith("#r=" + payload)
    expect(learner.page.locator("#ktc-name")).to_be_hidden()
    learner.page.get_by_text(learner.word("check.make_another")).click()
    assert learner.certify("Bea") != payload


def test_a_second_tab_shows_what_the_first_one_wrote(learner, served, course):
    learner.open(CHECK)
    learner.start()
    other = Learner(learner.page.context.new_page(), served, course, "en")
    other.open(CHECK)
    expect(other.page.locator(".ktc-sheet")).to_be_visible()
    assert other.drawn() == learner.drawn()
    learner.take(right=True)
    expect(other.page.locator(".ktc-result")).to_be_visible()
    assert other.faults == []


def test_a_missing_bank_is_said_and_can_be_tried_again(learner):
    learner.page.route("**/bank.js", lambda route: route.abort())
    learner.open(CHECK)
    learner.page.locator('[data-do="start"]').click()
    expect(learner.page.locator(".ktc-told")).to_have_text(learner.word("check.load_failed"))
    learner.page.unroute("**/bank.js")
    learner.start()
    expect(learner.page.locator(".ktc-told")).to_be_empty()


def test_a_name_is_checked_while_it_is_typed(learner):
    learner.open(CHECK)
    learner.start()
    learner.take(right=True)
    error = learner.page.locator("#ktc-name-error")
    learner.page.locator("#ktc-name").fill("Ana ☕")
    expect(error).to_have_text(learner.word("name.alphabet", character="☕"))
    learner.page.locator('.ktc-pass button[type="submit"]').click()
    expect(learner.page.locator("#ktc-name")).to_be_focused()
    learner.page.locator("#ktc-name").fill("a" * 81)
    expect(error).to_have_text(learner.word("name.too_long"))
    learner.page.locator("#ktc-name").fill("Ana")
    expect(error).to_be_empty()
