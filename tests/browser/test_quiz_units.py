"""core.js, store.js, draw.js and code.js on a blank page: words, storage that fails, and fair chance."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from babel.dates import format_date
from babel.numbers import format_percent

SCRIPTS = Path(__file__).parent.parent.parent / "overrides" / "assets" / "src" / "js"
PAGE = "https://site.test/copy/ar/check/index.html"
HEAD = """<!doctype html><meta charset="utf-8"><meta name="ktc-root" content="../.."><meta name="ktc-lang" content="ar">
<meta name="ktc-numerals" content="latn"><script type="application/json" class="ktc-words">%s</script>"""
WORDS = """{"plain": "{a} and {b}, not {c}",
"many": {"by": "n", "zero": "none", "one": "one", "two": "two",
         "few": "{n} few", "many": "{n} many", "other": "{n} other"}}"""
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
MISSING = "Object.defineProperty(window, 'localStorage', { value: null })"
PREFIX = "ktc:/copy/:"


@pytest.fixture
def blank(browser):
    """A page with an address and nothing in it; `scripts(...)` loads ours."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.route("https://site.test/**", lambda route: route.fulfill(content_type="text/html", body=HEAD % WORDS))
    yield page
    context.close()


def load(page, *names: str, before: str = ""):
    """Open the page, run `before`, then the scripts; returns the page."""
    if before:
        page.add_init_script(before)
    page.goto(PAGE)
    for name in names:
        page.add_script_tag(path=SCRIPTS / name)
    return page


# -- words and addresses


def test_root_and_pages_are_found_from_the_page(blank):
    page = load(blank, "core.js")
    assert page.evaluate("ktc.root.href") == "https://site.test/copy/"
    assert page.evaluate("ktc.page('certificates/index.html')") == "https://site.test/copy/ar/certificates/index.html"


def test_words_fill_placeholders_and_leave_unknown_ones(blank):
    page = load(blank, "core.js")
    assert page.evaluate("ktc.word('plain', { a: 1, b: '$&' })") == "1 and $&, not {c}"
    assert page.evaluate("ktc.word('no.such.word')") == "no.such.word"


@pytest.mark.parametrize(
    ("n", "shown"), [(0, "none"), (1, "one"), (2, "two"), (3, "3 few"), (11, "11 many"), (100, "100 other")]
)
def test_plural_follows_the_language(blank, n, shown):
    assert load(blank, "core.js").evaluate(f"ktc.word('many', {{ n: {n} }})") == shown


def test_plural_is_other_where_the_browser_knows_no_plurals(blank):
    page = load(blank, "core.js", before="delete Intl.PluralRules")
    assert page.evaluate("ktc.word('many', { n: 2 })") == "2 other"


def test_one_digit_set_and_the_common_calendar(blank):
    page = load(blank, "core.js")
    assert page.evaluate("ktc.number(1234.5)").isascii()
    assert "2026" in page.evaluate("ktc.date(1795262400)")
    assert "80" in page.evaluate("ktc.percent(0.8)")


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar", "sw"])
def test_the_browser_says_numbers_and_months_as_the_build_does(blank, course, language):
    """The rules of a check are written by Babel, its result by the browser: on one page."""
    head = HEAD.replace('content="ar"', f'content="{language}"') % WORDS
    blank.unroute("https://site.test/**")
    blank.route("https://site.test/**", lambda route: route.fulfill(content_type="text/html", body=head))
    page, babel = load(blank, "core.js"), course.view(language).language.babel
    assert page.evaluate("ktc.percent(0.8)") == format_percent(0.8, locale=babel)
    assert page.evaluate("ktc.date(1795262400)") == format_date(date(2026, 11, 21), "long", locale=babel)


def test_english_names_the_day_before_the_month(blank, course):
    assert format_date(date(2026, 11, 21), "long", locale=course.view("en").language.babel) == "21 November 2026"


def test_a_script_that_is_missing_can_be_asked_for_again(blank):
    page = load(blank, "core.js")
    blank.route("**/late.js", lambda route: route.abort())
    assert page.evaluate("ktc.load('late.js').then(() => 'here', () => 'missing')") == "missing"
    blank.unroute("**/late.js")
    blank.route("**/late.js", lambda route: route.fulfill(content_type="text/javascript", body="ktc.late = 1"))
    assert page.evaluate("ktc.load('late.js').then(() => ktc.late)") == 1


# -- storage


def test_what_is_stored_comes_back_after_a_reload(blank):
    load(blank, "core.js", "store.js").evaluate("ktc.store.set('quiz/a', { b: ['ع', null] })")
    page = load(blank, "core.js", "store.js")
    assert page.evaluate("ktc.store.get('quiz/a')") == {"b": ["ع", None]}
    assert page.evaluate("ktc.store.keys()") == ["quiz/a"]
    assert page.evaluate("[ktc.store.persistent, ktc.store.get('none')]") == [True, None]


def test_two_copies_on_one_host_do_not_share(blank):
    load(blank, "core.js", "store.js").evaluate("localStorage.setItem('ktc:/other/:quiz/a', '1')")
    assert blank.evaluate("[ktc.store.keys(), ktc.store.get('quiz/a')]") == [[], None]


@pytest.mark.parametrize("before", [FULL, REFUSED, MISSING], ids=["full", "refused", "missing"])
def test_without_storage_values_live_until_the_page_is_closed(blank, before):
    page = load(blank, "core.js", "store.js", before=before)
    assert page.evaluate("ktc.store.persistent") is False
    assert page.evaluate("ktc.store.set('a', { n: 1 })") is False
    assert page.evaluate("[ktc.store.get('a'), ktc.store.keys()]") == [{"n": 1}, ["a"]]
    page.evaluate("ktc.store.remove('a')")
    assert page.evaluate("ktc.store.get('a')") is None


def test_storage_that_fills_up_later_keeps_the_newest_in_memory(blank):
    page = load(blank, "core.js", "store.js")
    page.evaluate("ktc.store.set('a', 1)")
    page.evaluate(f"void ({FULL})")
    assert page.evaluate("[ktc.store.set('a', 2), ktc.store.get('a'), ktc.store.persistent]") == [False, 2, False]


@pytest.mark.parametrize("text", ["", "{", "undefined", '{"a":'])
def test_a_damaged_text_is_ignored_and_kept_aside(blank, text):
    page = load(blank, "core.js", "store.js")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [PREFIX + "quiz/a", text])
    assert page.evaluate("[ktc.store.get('quiz/a'), ktc.store.get('quiz/a')]") == [None, None]
    assert page.evaluate("key => localStorage.getItem(key)", PREFIX + "aside/quiz/a") == text
    assert page.evaluate("[ktc.store.keys(), ktc.store.get('aside/quiz/a')]") == [["aside/quiz/a"], None]


# -- chance. The bounds are those of a chi-square test passed by a fair draw in all but one of 10^9 runs.


def is_even(counts: Counter, cells: int, bound: float) -> bool:
    expected = sum(counts.values()) / cells
    return len(counts) == cells and sum((n - expected) ** 2 / expected for n in counts.values()) < bound


def test_every_order_of_a_shuffle_is_equally_likely(blank):
    page = load(blank, "core.js", "draw.js")
    orders = page.evaluate("Array.from({ length: 24000 }, () => ktc.shuffle(['a', 'b', 'c', 'd']).join(''))")
    assert is_even(Counter(orders), cells=24, bound=95)


def test_a_shuffle_leaves_its_list_alone(blank):
    page = load(blank, "core.js", "draw.js")
    assert page.evaluate("(() => { const list = [1, 2, 3]; ktc.shuffle(list); return list })()") == [1, 2, 3]
    assert page.evaluate("[ktc.shuffle([]), ktc.shuffle([7])]") == [[], [7]]


def test_random_values_past_the_last_full_round_are_drawn_again(blank):
    page = load(blank, "core.js", "draw.js")
    page.evaluate("""() => {
        const values = [4294967295, 4294967294, 1];
        crypto.getRandomValues = box => { box[0] = values.shift(); return box };
    }""")
    # of three: 4294967295 is the one value beyond 3 * 1431655765; then of two: 1
    assert page.evaluate("ktc.shuffle(['a', 'b', 'c'])") == ["a", "b", "c"]


KEY = {
    "draw": [{"topic": "x", "count": 2}, {"topic": "y", "count": 1}],
    "questions": [{"topic": topic} for topic in "xyxyxx"],
}


def test_a_draw_follows_the_rule_and_favours_nobody(blank):
    page = load(blank, "core.js", "draw.js", "grade.js")
    draws = page.evaluate("key => Array.from({ length: 12000 }, () => ktc.draw(key))", KEY)
    assert all(draw == sorted(set(draw)) and len(draw) == 3 for draw in draws)
    assert page.evaluate("([key, draws]) => draws.every(draw => ktc.drawFits(key, draw))", [KEY, draws])
    assert is_even(Counter(map(tuple, draws)), cells=12, bound=70)


def test_a_draw_prefers_what_was_not_drawn_before(blank):
    page = load(blank, "core.js", "draw.js", "grade.js")
    pairs = page.evaluate("key => Array.from({ length: 6000 }, () => [0, 1].map(() => ktc.draw(key, [0, 1, 4])))", KEY)
    draws = [draw for pair in pairs for draw in pair]
    assert page.evaluate("([key, draws]) => draws.every(draw => ktc.drawFits(key, draw))", [KEY, draws])
    # of the four x (0 2 4 5) the two others are drawn; of the two y (1 3) the other
    assert {tuple(draw) for draw in draws} == {(2, 3, 5)}


def test_a_draw_takes_some_again_where_a_topic_has_too_few_others_and_favours_none_of_them(blank):
    page = load(blank, "core.js", "draw.js", "grade.js")
    draws = page.evaluate("key => Array.from({ length: 12000 }, () => ktc.draw(key, [0, 2, 4, 1, 3]))", KEY)
    assert page.evaluate("([key, draws]) => draws.every(draw => ktc.drawFits(key, draw))", [KEY, draws])
    assert all(5 in draw for draw in draws)
    assert is_even(Counter(map(tuple, draws)), cells=6, bound=55)


# -- session codes


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("ROOM7", "ROOM7"),
        (" room7 ", "ROOM7"),
        ("ROOM٧۸", "ROOM78"),
        ("", ""),
        ("A-B", ""),
        ("A" * 13, ""),
        ("غرفة", ""),
    ],
)
def test_session_codes(blank, typed, code):
    assert load(blank, "core.js", "store.js", "code.js").evaluate("text => ktc.session.code(text)", typed) == code


def test_a_session_is_joined_by_quiz_and_left_again(blank):
    page = load(blank, "core.js", "store.js", "code.js")
    page.evaluate("ktc.session.join('q', 'ROOM7')")
    assert page.evaluate("[ktc.session.joined('q'), ktc.session.joined('other')]") == ["ROOM7", ""]
    page.evaluate("ktc.session.join('q', '')")
    assert page.evaluate("ktc.session.joined('q')") == ""


@pytest.mark.parametrize(
    ("hash", "typed"), [("#s=A1", "A1"), ("#x=1&s=A1", "A1"), ("#s=", None), ("#s=%E0%A4", "?"), ("", None)]
)
def test_the_code_in_the_address(blank, hash, typed):
    page = load(blank, "core.js", "store.js", "code.js")
    page.evaluate("hash => { location.hash = hash }", hash)
    assert page.evaluate("ktc.session.typed()") == typed
