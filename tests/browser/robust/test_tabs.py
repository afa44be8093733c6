"""Two tabs at once, of which one may sleep and hear of nothing."""

from learner import CHECK, LESSON, PRACTICE
from playwright.sync_api import expect
from trouble import ANSWERED, CLICK, FINAL_KEY, PRACTICE_KEY, PREFIX, Pair, click, sheet, state

COUNT = """window.writes = 0; const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (...given) { window.writes++; set.apply(this, given) }"""
RETURN = "() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"


def arrive(pair, key: str, condition: str, given=None) -> None:
    """Wait until both tabs can read an entry that is so: what one writes reaches the other a moment later."""
    read = f"([key, given]) => {{ const kept = JSON.parse(localStorage[key] || '{{}}'); return {condition} }}"
    for learner in pair:
        learner.page.wait_for_function(read, arg=[PREFIX + key, given])


def arrive_answers(pair, n: int) -> None:
    arrive(pair, FINAL_KEY, "Object.keys(kept.answers || {}).length === given", n)


def arrive_finish(pair) -> None:
    arrive(pair, FINAL_KEY, "kept.finished")


def both_begin(pair) -> None:
    pair.one.open(CHECK)
    pair.one.start()
    pair.other.open(CHECK)
    expect(sheet(pair.other).first).to_be_visible()


def test_answers_given_in_two_tabs_are_all_kept(pair):
    one, other = pair
    both_begin(pair)
    for n in range(20):
        click(other if n % 2 else one, n)
        arrive_answers(pair, n + 1)
    other.submit()
    expect(other.page.locator(".ktc-result")).to_contain_text(other.word("quiz.passed"))


def test_finishing_in_one_tab_is_not_undone_in_the_other(pair):
    one, other = pair
    both_begin(pair)
    click(one)
    one.submit()
    arrive_finish(pair)
    before = state(one)
    if pair.deaf:
        click(other, 0)
    expect(other.page.locator(".ktc-result")).to_be_visible()
    assert state(other) == before


def test_a_new_start_in_one_tab_is_not_overwritten_by_the_other(pair):
    one, other = pair
    both_begin(pair)
    one.page.on("dialog", lambda dialog: dialog.accept())
    one.page.locator('[data-do="new"]').click()
    one.start()
    before = state(one)["draw"]
    arrive(pair, FINAL_KEY, "String(kept.draw) === String(given)", before)
    if pair.deaf:
        click(other, 0)
    expect(sheet(other).first).to_have_attribute("data-question", one.drawn()[0])
    assert state(other)["draw"] == before


def test_practice_in_two_tabs_is_all_kept(pair):
    one, other = pair
    for learner in pair:
        learner.open(PRACTICE)
    for n, learner in enumerate((one, other, one, other)):
        question = learner.page.locator("form.ktc-quiz [data-question]").nth(n)
        id = question.get_attribute("data-question")
        learner.page.evaluate(CLICK, [[id, "".join(learner.questions[id].right)]])
        question.locator(".ktc-actions button").dispatch_event("click")
        arrive(pair, PRACTICE_KEY, "Object.keys(kept.checked || {}).length === given", n + 1)
    one.page.reload()
    expect(one.page.locator('form.ktc-quiz [data-question][data-result="right"]')).to_have_count(4)


def test_pages_marked_as_read_in_two_tabs_are_all_kept(pair):
    one, other = pair
    pages = {one: LESSON, other: "learn/vision/mission/index.html"}
    for learner, page in pages.items():
        learner.open(page)
    for n, learner in enumerate(pair):
        learner.page.locator(".ktc-mark button").dispatch_event("click")
        arrive(pair, "read", "Object.keys(kept).length === given", n + 1)
    one.page.locator(".ktc-mark button").dispatch_event("click")
    arrive(pair, "read", "Object.keys(kept).join() === given", pages[other])


def test_two_tabs_do_not_answer_each_other_for_ever(browser, served, course):
    pair = Pair(browser, served, course, deaf=False)
    pair.context.add_init_script(COUNT)
    both_begin(pair)
    click(pair.one, 0)
    expect(pair.other.page.locator(ANSWERED)).to_have_count(1)
    pair.one.page.wait_for_timeout(1200)
    writes = [learner.page.evaluate("window.writes") for learner in pair]
    pair.one.page.wait_for_timeout(1200)
    assert [learner.page.evaluate("window.writes") for learner in pair] == writes
    pair.context.close()


# -- a page that the browser had put away whole


def test_a_page_that_comes_back_whole_shows_what_happened_meanwhile(pair):
    one, other = pair
    both_begin(pair)
    click(other, 3)
    arrive_answers(pair, 1)
    one.page.evaluate(RETURN)
    expect(one.page.locator(ANSWERED)).to_have_count(1)
    one.open("index.html")
    click(other)
    other.submit()
    arrive_finish(pair)
    one.page.evaluate(RETURN)
    expect(one.page.locator(".ktc-continue")).to_be_hidden()


def test_a_sheet_that_is_drawn_again_keeps_the_focus(pair):
    one, other = pair
    both_begin(pair)
    box = sheet(one).nth(2).locator("input, select").first
    box.focus()
    click(other, 3)
    arrive_answers(pair, 1)
    one.page.evaluate(RETURN)
    expect(box).to_be_focused()
