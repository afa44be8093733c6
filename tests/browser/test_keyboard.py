"""With the keyboard alone: Tab, Enter, Space and arrows, and letters for a name. From the home page to the printed
record, in English and Arabic; skip link, menus, and no motion for those who ask for none."""

import re

import pypdfium2
import pytest
from keys import choose, follow, tab_to
from learner import PRACTICE, Learner
from playwright.sync_api import expect

NAMES = {"en": "Ana O'Neil", "ar": "Layla Haddad"}
PRINTED = "window.print = () => { window.printed = true }"


@pytest.fixture
def page(browser):
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, reduced_motion="reduce", service_workers="block"
    )
    context.add_init_script(PRINTED)
    page = context.new_page()
    page.set_default_timeout(15000)
    yield page
    context.close()


def read(page, module) -> None:
    """From the page of a module through its lessons to its practice quiz."""
    for _ in [module.page, *module.pages]:
        before = page.url
        follow(page, '.ktc-pager [rel="next"]')
        page.wait_for_url(lambda url, before=before: url != before)
    assert "/practice/" in page.url


def practise(page, learner: Learner) -> None:
    for fieldset in page.locator("form.ktc-quiz [data-question]:visible").all():
        choose(page, learner, fieldset)
        id = fieldset.get_attribute("data-question")
        follow(page, f'[data-question="{id}"] [data-do="check"]')
        expect(fieldset).to_have_attribute("data-result", "right")
        page.keyboard.press("Enter")  # the same button now goes on, and takes the focus along
    expect(page.locator("form.ktc-quiz .ktc-result h2")).to_be_focused()


def pass_check(page, learner: Learner) -> None:
    follow(page, '[data-do="start"]')
    expect(page.locator(".ktc-sheet > h2")).to_be_focused()
    for fieldset in page.locator(".ktc-sheet [data-question]").all():
        choose(page, learner, fieldset)
    follow(page, '.ktc-sheet button[type="submit"]')
    expect(page.locator(".ktc-result > h2")).to_be_focused()
    expect(page.locator(".ktc-result")).to_contain_text(learner.word("quiz.passed"))


@pytest.mark.parametrize("language", NAMES)
def test_from_the_home_page_to_the_printed_record(page, served, course, language):
    learner = Learner(page, served, course, language)
    learner.open("index.html")
    follow(page, ".ktc-courses .ktc-card--link a")
    page.wait_for_url("**/courses/**")
    follow(page, '.ktc-modules a[href*="learn/intl-members/"]')
    page.wait_for_url("**/learn/intl-members/**")
    read(page, course.curriculum.modules["intl-members"])
    practise(page, learner)
    follow(page, '.ktc-result a[href*="check/"]')
    page.wait_for_url("**/check/**")
    pass_check(page, learner)
    tab_to(page, "#ktc-name")
    page.keyboard.type(NAMES[language])
    follow(page, '.ktc-pass button[type="submit"]')
    page.wait_for_url("**/certificates/index.html#r=*")
    expect(page.locator('[data-part="heading"]')).to_be_focused()
    follow(page, '[data-part="print"]')
    assert page.evaluate("window.printed") is True
    (sheet,) = pypdfium2.PdfDocument(page.pdf(format="A4"))
    assert NAMES[language].split()[0] in sheet.get_textpage().get_text_bounded()
    assert learner.faults == []


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar", "sw"])
def test_the_skip_link_is_first_and_leads_past_the_header(page, served, course, language):
    learner = Learner(page, served, course, language)
    learner.open("glossary/index.html")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name=learner.word("site.skip"))
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('.md-content').contains(document.activeElement)")


def test_a_menu_opens_closes_and_leads_on(page, served, course):
    learner = Learner(page, served, course, "en")
    learner.open(PRACTICE)
    follow(page, ".ktc-menu > summary")
    expect(page.locator('.ktc-menu a[hreflang="ar"]')).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator('.ktc-menu a[hreflang="ar"]')).to_be_hidden()
    expect(page.locator(".ktc-menu > summary").first).to_be_focused()
    page.keyboard.press("Space")
    follow(page, '.ktc-menu a[hreflang="ar"]')
    page.wait_for_url(re.compile("/ar/practice/"))


@pytest.mark.parametrize("path", ["index.html", PRACTICE])
def test_nothing_moves_for_those_who_ask_for_no_motion(page, served, path):
    page.goto(f"{served}/en/{path}")
    moving = page.evaluate("""() => [...document.querySelectorAll("*")].flatMap((element) =>
        [undefined, "::before", "::after"].flatMap((part) => {
            const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element, part);
            const still = /^0s(, 0s)*$/.test(transitionDuration)
                && animationName === "none" && scrollBehavior === "auto";
            return still ? [] : [element.localName + "." + element.className + (part || "")];
        }))""")
    assert moving == []
