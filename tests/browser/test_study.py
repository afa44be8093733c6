"""A learner studies a course: marks what was read, sees how far it is and how long the rest takes, and goes on."""

import pytest
from learner import COURSE, LESSON, MODULE, PRACTICE, Learner, put
from playwright.sync_api import expect

SECOND = "learn/vision/mission/index.html"
KEPT = "() => Object.fromEntries(ktc.store.keys().sort().map((key) => [key, ktc.store.get(key)]))"
DESKTOP = {"width": 1280, "height": 900}


@pytest.fixture
def vision(course):
    return course.view("en").module("vision")


@pytest.fixture
def plain(browser, served, course):
    """Somebody whose browser runs no scripts."""
    context = browser.new_context(viewport=DESKTOP, java_script_enabled=False)
    yield Learner(context.new_page(), served, course, "en")
    context.close()


def follow(learner: Learner) -> None:
    learner.page.locator('.ktc-pager [rel="next"]').first.click()


def read(learner: Learner, *pages: str) -> None:
    """What an earlier visit has left."""
    put(learner.page, "read", {page: 1795262400 + n for n, page in enumerate(pages)})


def addresses(module) -> list[str]:
    return [page.replace(".md", ".html") for page in module.pages]


# -- what was read


def test_next_marks_the_page_as_read_and_opening_one_does_not(learner):
    learner.open(LESSON)
    learner.open(LESSON)
    assert learner.page.evaluate(KEPT) == {}
    follow(learner)
    learner.page.wait_for_url(f"**/{SECOND}")
    assert list(learner.page.evaluate(KEPT)["read"]) == [LESSON]


def test_a_button_marks_and_takes_the_mark_back_with_the_keyboard_alone(learner):
    learner.open(LESSON)
    box = learner.page.locator(".ktc-mark")
    button = box.get_by_role("button")
    expect(button).to_have_text(learner.word("study.mark"))
    button.focus()
    learner.page.keyboard.press("Enter")
    expect(button).to_have_text(learner.word("study.unmark"))
    expect(box.get_by_role("status")).to_contain_text(learner.word("study.read"))
    expect(button).to_be_focused()
    learner.page.reload()
    expect(button).to_have_text(learner.word("study.unmark"))
    button.press("Space")
    expect(button).to_have_text(learner.word("study.mark"))
    expect(box.locator(".ktc-done")).to_be_hidden()
    assert learner.page.evaluate(KEPT) == {}


def test_beside_the_text_read_pages_have_an_icon_and_a_word(browser, served, course, vision):
    context = browser.new_context(viewport=DESKTOP, service_workers="block")
    learner = Learner(context.new_page(), served, course, "en")
    learner.open(LESSON)
    follow(learner)
    side = learner.page.locator(".ktc-side")
    expect(side.locator('[aria-current="page"]')).to_have_attribute("data-page", SECOND)
    marked = side.locator(f'[data-page="{LESSON}"]')
    expect(marked.locator(".ktc-done svg")).to_be_visible()
    expect(marked).to_contain_text(learner.word("study.read"))
    expect(side.locator(".ktc-done:visible")).to_have_count(1)
    expect(side.locator("[data-page]")).to_have_count(len(vision.pages))
    context.close()


# -- where one is, and what is left


def test_the_line_above_a_lesson_says_where_it_stands_and_what_is_left(learner, course, vision):
    view = course.view("en")
    learner.open(SECOND)
    line = learner.page.locator(".ktc-place > p").first
    all = view.module_minutes(vision)
    place = f"{vision.title} · {learner.word('study.page_of', n=2, total=6)}"
    expect(line).to_have_text(f"{place} · {learner.word('study.left', n=all)}")
    far = learner.page.locator(".ktc-place .ktc-far")
    expect(far).to_have_text(learner.word("study.pages_read", done=0, n=6))
    learner.page.locator(".ktc-mark button").click()
    own = view.page_minutes("learn/vision/mission/index.md")
    expect(line).to_contain_text(learner.word("study.left", n=all - own))
    expect(far).to_have_text(learner.word("study.pages_read", done=1, n=6))


def test_a_module_that_is_read_and_practised_has_nothing_left(learner, vision):
    learner.open(LESSON)
    read(learner, *addresses(vision))
    put(learner.page, "quiz/vision-practice", {"answers": {}, "done": 12, "total": 12})
    learner.page.reload()
    expect(learner.page.locator("[data-left]")).to_have_text(learner.word("study.nothing_left"))


def test_the_pages_of_a_module_follow_each_other_then_practice_then_the_next_module(learner, vision):
    learner.open(MODULE)
    way = [*addresses(vision), "practice/vision/index.html", "learn/research/index.html"]
    for page in way:
        follow(learner)
        learner.page.wait_for_url(f"**/en/{page}")
    assert sorted(learner.page.evaluate(KEPT)["read"]) == sorted(addresses(vision))
    for page in reversed(way[:-1]):
        learner.page.locator('.ktc-pager [rel="prev"]').click()
        learner.page.wait_for_url(f"**/en/{page}")


def test_where_courses_part_both_ways_are_named(learner):
    learner.open("practice/impartiality/index.html")
    onward = learner.page.locator('.ktc-pager [rel="next"]')
    expect(onward).to_have_count(2)
    expect(onward.nth(1)).to_contain_text("Kenya members")


# -- a module, a course


def test_a_course_shows_progress_by_module_and_the_time_left(learner, course, vision):
    view = course.view("en")
    learner.open(COURSE)
    left = learner.page.locator("[data-course-left]")
    all = view.course_minutes(view.study("international-members"))
    expect(left).to_have_text(learner.word("study.course_left", n=all))
    read(learner, *addresses(vision)[:2])
    put(learner.page, "quiz/vision-practice", {"answers": {}, "done": 6, "total": 12})
    put(learner.page, "quiz/intl-members-final", {"answers": {}, "passed": True, "finished": 1795262400})
    learner.page.reload()
    far = learner.page.locator('[data-far="vision"]')
    said = (learner.word("study.pages_read", done=2, n=6), learner.word("study.practised", done=6, n=12))
    expect(far).to_have_text(" · ".join(said))
    done = (
        sum(view.page_minutes(page) for page in vision.pages[:2]) + view.page_minutes("practice/vision/index.md") // 2
    )
    check = view.page_minutes("check/international-members/index.md")
    expect(left).to_have_text(learner.word("study.course_left", n=all - done - check))


def test_a_module_shows_which_pages_are_read(learner):
    learner.open(LESSON)
    follow(learner)
    learner.open(MODULE)
    expect(learner.page.locator(".ktc-stops .ktc-done:visible")).to_have_count(1)
    expect(learner.page.locator(".ktc-module .ktc-far")).to_contain_text(learner.word("study.pages_read", done=1, n=6))


def test_progress_follows_what_another_tab_does(learner, served, course):
    learner.open(MODULE)
    other = Learner(learner.page.context.new_page(), served, course, "en")
    other.open(LESSON)
    other.page.locator(".ktc-mark button").click()
    expect(learner.page.locator(".ktc-stops .ktc-done:visible")).to_have_count(1)


def test_without_scripts_a_course_a_module_and_a_lesson_are_whole_and_silent_about_progress(plain, vision):
    plain.open(COURSE)
    expect(plain.page.locator(".ktc-modules > li")).to_have_count(6)
    expect(plain.page.locator(".ktc-far:visible, [data-course-left]:visible, [data-due]:visible")).to_have_count(0)
    plain.open(MODULE)
    expect(plain.page.locator(".ktc-stops a")).to_have_count(len(vision.pages))
    expect(plain.page.locator(".ktc-done:visible")).to_have_count(0)
    plain.open(LESSON)
    expect(plain.page.locator(".ktc-mark")).to_be_hidden()
    expect(plain.page.locator(".ktc-place")).to_contain_text(plain.word("study.page_of", n=1, total=6))


# -- home


def card(learner: Learner):
    return learner.page.locator(".ktc-continue")


def test_home_leads_to_the_next_page_that_was_not_read(learner):
    learner.open(LESSON)
    follow(learner)
    learner.open("index.html")
    expect(card(learner).locator("[data-next]")).to_have_text(
        f"{learner.word('home.continue_read')} The work that is done – Vision and mission"
    )
    card(learner).locator("[data-next] a").click()
    learner.page.wait_for_url(f"**/{SECOND}")


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_titles_that_stand_in_take_no_place_of_another(phone, served, course, language):
    """A title in English is marked by an element of its own, which scripts must not take for the one they fill."""
    learner = Learner(phone, served, course, language)
    learner.open("index.html")
    read(learner, LESSON)
    put(phone, "reviews", {"vis-stall-visitor": {"stage": 0, "due": 1}})
    put(phone, "quiz/vision-practice", {"answers": {}, "done": 3, "total": 12})
    phone.reload()
    view = course.view(language)
    mission, vision = view.page_title(SECOND.replace(".html", ".md")), view.module("vision").title
    expect(card(learner).locator("[data-next]")).to_contain_text(
        learner.word("home.continue_read").strip("\u2066\u2069")
    )
    expect(card(learner).locator("[data-next]")).to_contain_text(f"{mission} – {vision}")
    learner.open("review/index.html")
    expect(phone.locator('[data-module="vision"] a')).to_have_text(str(vision))
    learner.open("about/privacy/index.html")
    expect(phone.locator('[data-quiz="vision-practice"] a')).to_contain_text(str(vision))
    assert learner.faults == []


def test_home_goes_from_the_last_page_to_practice_and_then_to_the_next_module_of_the_course(learner, course, vision):
    learner.open("index.html")
    read(learner, "learn/ke-members/channels/index.html", *addresses(vision))
    learner.page.reload()
    link = card(learner).locator("[data-next] a")
    expect(link).to_have_attribute("href", f"{learner.base}/en/practice/vision/index.html")
    put(learner.page, "quiz/vision-practice", {"answers": {}, "done": 12, "total": 12})
    learner.page.reload()
    first = course.curriculum.modules["research"].pages[0].replace(".md", ".html")
    expect(link).to_have_attribute("href", f"{learner.base}/en/{first}")


def test_where_courses_part_home_follows_the_one_that_was_read(learner, course):
    modules = [course.view("en").module(id) for id in ("impartiality", "research")]
    learner.open("index.html")
    read(learner, "learn/ke-members/channels/index.html", *(page for module in modules for page in addresses(module)))
    for module in modules:
        put(learner.page, f"quiz/{module.practice}", {"answers": {}, "done": 99, "total": 99})
    learner.page.reload()
    first = course.curriculum.modules["ke-members"].pages[0].replace(".md", ".html")
    link = card(learner).locator("[data-next] a")
    expect(link).to_have_attribute("href", f"{learner.base}/en/{first}")


def test_home_tells_begun_quizzes_apart(learner):
    learner.open(PRACTICE)
    learner.answer(learner.page.locator("form.ktc-quiz [data-question]").first, right=True)
    learner.page.locator("form.ktc-quiz [data-question] button").first.click()
    learner.open("index.html")
    expect(card(learner).locator("li:visible")).to_contain_text("Code for International Members")
    expect(card(learner).locator("[data-next]")).to_be_hidden()


def test_home_shows_progress_on_the_card_of_a_course(learner):
    learner.open("index.html")
    expect(learner.page.locator("[data-course-far]:visible")).to_have_count(0)
    expect(card(learner)).to_be_hidden()
    read(learner, "learn/ke-members/channels/index.html")
    learner.page.reload()
    expect(learner.page.locator("[data-course-far]:visible")).to_have_count(1)
    expect(learner.page.locator('[data-course-far="kenya-members"]')).to_contain_text("1 of ")


# -- a whole module


def test_a_whole_module_is_printed_by_its_button_and_leads_to_its_parts(learner, vision):
    learner.page.add_init_script("window.print = () => { window.printed = true }")
    learner.open("learn/vision/all/index.html")
    expect(learner.page.locator(".ktc-chapter")).to_have_count(len(vision.pages))
    learner.page.locator('[data-do="print"]').click()
    assert learner.page.evaluate("window.printed")
    learner.page.locator('.ktc-whole a[href="#mission"]').click()
    expect(learner.page.locator("#mission")).to_be_in_viewport()
