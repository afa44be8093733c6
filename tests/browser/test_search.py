"""Search in every language, over http and from a file: what is typed is found, and nothing is loaded before."""

import gzip

import pytest
from learner import PHONE
from playwright.sync_api import Page, expect

LANGUAGES = ["en", "fr", "es", "ar", "sw"]
# What is typed, and the clause that comes first: by its number, under its own name or as "clause", or by two words
# of which one stands in a title elsewhere. Where codes share a number, either may come first.
NUMBERS = {
    "en": [
        ("responsibility 2", "im-2"),
        ("responsibility 3", "im-3"),
        ("clause 2", "im-2 ke-2"),
        ("1", "im-1 ke-1"),
        ("IM-3", "im-3"),
        ("safety clause", "im-1"),
        ("commitment 6", "ke-6"),
        ("commitment 10", "ke-10"),
        ("clause 6", "ke-6"),
        ("KE-6", "ke-6"),
        ("ke-10", "ke-10"),
    ],
    "fr": [("responsabilite 1", "im-1"), ("clause 3", "im-3 ke-3"), ("2", "im-2 ke-2")],
    "es": [("responsabilidad 2", "im-2"), ("cláusula 1", "im-1 ke-1"), ("3", "im-3 ke-3")],
    "ar": [("المسؤولية 1", "im-1"), ("مسؤوليه ٢", "im-2"), ("البند 3", "im-3 ke-3")],
    "sw": [("jukumu la 1", "im-1"), ("kifungu 2", "im-2 ke-2"), ("3", "im-3 ke-3")],
}
# Everyday words, and a place that is among the results.
WORDS = {
    "en": [
        ("lawyer", "im-2"),
        ("school", "im-1"),
        ("slurs", "im-3"),
        ("behav", "im-3"),
        ("treasurer", "ke-7"),
        ("rumours", "ke-5"),
        ("village", "ke-6"),
        ("uncle", "ke-4"),
        ("touched", "ke-10"),
        ("county government", "ke-6"),
        ("harassment", "ke-10"),
        ("hearing", "consequences"),
    ],
    "fr": [("avocat", "im-2"), ("ecole", "im-1"), ("l’école", "im-1"), ("injures", "im-3")],
    "es": [("abogado", "im-2"), ("escuela", "im-1"), ("insultos", "im-3")],
    "ar": [("مدرسة", "im-1"), ("المدرسة", "im-1"), ("بالشتائم", "im-3"), ("حقوق", "term-human-rights")],
    "sw": [("mwanasheria", "im-2"), ("shule", "im-1"), ("matusi", "im-3")],
}
# Two ways of typing that find the same: accents, the Arabic article, what Arabic writes onto letters, digits.
SAME = {
    "fr": [("cle", "clé"), ("verifier", "VÉRIFIER"), ("l'edition", "édition")],
    "es": [("codigo", "código"), ("organizacion", "organización")],
    "ar": [
        ("مدونة", "المدونة"),
        ("مدونه", "بالمدونة"),
        ("اعضاء", "الأعضاء"),
        ("أعضاء", "للأعضاء"),
        ("شهادة", "شَهادة"),
        ("التزام", "الالتزام"),
        ("الدولى", "الدولي"),
        ("المسؤولية 2", "المسؤولية ٢"),
    ],
}


# Index and worker, gzipped. Seven modules of prose, each fact, clause, term and stem once: 64 kB in English (71 in
# Arabic with English standing in) and 13 for the worker. They come when the field is used, never with a page, and a
# phone on a slow link (400 kbit/s) has them in two seconds. More than this means that something is held twice.
SEARCH_BUDGET = 90_000


@pytest.fixture(params=["http", "file"])
def base(request, site, served) -> str:
    return served if request.param == "http" else site.as_uri()


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport=PHONE, service_workers="block")
    yield context.new_page()
    context.close()


def open_search(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".ktc-tool[for=__search]").click()
    expect(page.locator(".md-search__input")).to_be_focused()


def search(page: Page, typed: str) -> list[str]:
    """Places in the order of their score, the best first, as "page.html" or "page.html#anchor"."""
    field, links = page.locator(".md-search__input"), page.locator(".md-search-result__link")
    field.fill("qqqq")
    expect(links).to_have_count(0)
    field.fill(typed)
    expect(links.first).to_be_attached()
    found = links.evaluate_all("all => all.map(a => [a.href, Number(a.firstElementChild.dataset.mdScore)])")
    return [href for href, score in sorted(found, key=lambda one: -one[1]) if score > 0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_clause_is_found_by_its_number_and_by_everyday_words(page, base, language):
    open_search(page, f"{base}/{language}/index.html")
    first = {typed: search(page, typed)[0].partition("#")[2] for typed, _ in NUMBERS[language]}
    assert [(typed, first[typed]) for typed, clauses in NUMBERS[language] if first[typed] not in clauses.split()] == []
    found = {typed: [href.partition("#")[2] for href in search(page, typed)] for typed, _ in WORDS[language]}
    assert [(typed, anchor) for typed, anchor in WORDS[language] if anchor not in found[typed]] == []


@pytest.mark.parametrize("language", SAME)
def test_accents_articles_and_digits_make_no_difference(page, base, language):
    open_search(page, f"{base}/{language}/index.html")
    for plain, written in SAME[language]:
        assert search(page, plain) == search(page, written), (plain, written)


def test_what_is_shown_keeps_its_accents(page, base):
    open_search(page, f"{base}/fr/index.html")
    search(page, "securite")
    assert {text.lower() for text in page.locator("mark").all_text_contents()} == {"sécurité"}


def test_a_word_found_in_two_forms_is_marked_once(page, base):
    open_search(page, f"{base}/ar/index.html")
    search(page, "ا")  # the first letter of the article: it also begins what stands behind it
    assert page.locator("mark mark").count() == 0
    assert "mark>" not in page.locator(".md-search-result__list").inner_text()


def test_what_the_search_needs_is_loaded_once_its_field_is_used(page, served):
    """And not before: test_every_visit.py."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{served}/en/index.html")
    page.wait_for_timeout(500)
    assert [url for url in asked if "/search" in url] == []
    page.locator(".ktc-tool[for=__search]").click()
    assert len(search(page, "clause")) > 0
    names = [url.rpartition("/")[2].partition("?")[0] for url in asked if "/search" in url]
    assert [name.partition(".")[0] for name in names] == ["index", "search"], names


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_search_costs_little(site, language):
    worker = next((site / language).glob("assets/javascripts/workers/*.js"))
    sizes = [len(gzip.compress(path.read_bytes(), 6)) for path in (site / language / "search/index.js", worker)]
    assert sum(sizes) <= SEARCH_BUDGET, sizes


def test_enter_opens_the_best_result(page, base):
    open_search(page, f"{base}/en/about/index.html")
    search(page, "responsibility 2")
    page.keyboard.press("Enter")
    page.wait_for_url("**/codes/international-members/index.html#im-2")


def test_an_index_that_does_not_come_is_told_and_asked_for_again(page, served, course):
    page.route("**/search/index.js", lambda route: route.abort())
    open_search(page, f"{served}/fr/index.html")
    told = page.locator(".md-search-result__meta")
    expect(told).to_have_text(course.view("fr").word("site.search_failed"))
    page.unroute("**/search/index.js")
    assert search(page, "responsabilité 2")[0].endswith("#im-2")
