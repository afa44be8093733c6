"""Pages of codes as people use them: choosing by keyboard and without scripts, comparing on a phone, printing."""

import pytest
from learner import CHOOSE, COMPARE, KENYA, PHONE
from playwright.sync_api import expect

WIDE = {"width": 1280, "height": 900}


def test_the_code_that_applies_is_found_by_keyboard(learner, course):
    learner.open(CHOOSE)
    page = learner.page
    section = page.locator('[data-choice="section"] > summary')
    section.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator('[data-choice="ke-members"] > summary')).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator('[data-outcome="ke-members"]')).to_contain_text(course.codes["ke-members"].binds.strip())
    expect(page.locator('[data-outcome="ke-members"]')).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{KENYA}")


@pytest.mark.parametrize("scripts", [True, False])
def test_choices_open_with_and_without_scripts_and_show_one_way_at_a_time(browser, served, course, scripts):
    page = browser.new_page(viewport=PHONE, java_script_enabled=scripts, service_workers="block")
    page.goto(f"{served}/en/{CHOOSE}")
    outcomes = page.locator("[data-outcome]")
    assert [one for one in outcomes.all() if one.is_visible()] == []
    page.locator('[data-choice="no-section"] > summary').click()
    page.locator('[data-choice="intl-members"] > summary').click()
    assert [one.get_attribute("data-outcome") for one in outcomes.all() if one.is_visible()] == ["intl-members"]
    page.close()


def test_a_screen_reader_is_told_whether_a_choice_is_open(learner):
    learner.open(CHOOSE)
    choices = learner.page.locator("[data-chooser]")
    assert "group" in choices.aria_snapshot() and "I belong to no section" in choices.aria_snapshot()
    assert "I am an International Member" not in choices.aria_snapshot()
    learner.page.locator('[data-choice="no-section"] > summary').click()
    assert "I am an International Member" in choices.aria_snapshot()


def test_on_a_phone_each_row_is_a_card_that_names_the_code_of_each_cell(learner, course):
    learner.open(COMPARE)
    page = learner.page
    expect(page.locator(".ktc-compare thead")).to_be_hidden()
    for row in page.locator(".ktc-compare tbody tr").all():
        boxes = [part.bounding_box() for part in row.locator("> *").all()]
        assert all(a["y"] + a["height"] <= b["y"] + 1 for a, b in zip(boxes, boxes[1:], strict=False)), (
            "one below another"
        )
        shown = [name.inner_text() for name in row.locator(".ktc-compare__code").all()]
        assert shown == [course.codes[one.code].short for one in course.curriculum.courses.values()]
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_on_a_wide_screen_codes_stand_beside_each_other_below_their_names(browser, served, course):
    page = browser.new_page(viewport=WIDE, service_workers="block")
    for language, first in (("en", min), ("ar", max)):
        page.goto(f"{served}/{language}/{COMPARE}")
        heads = page.locator(".ktc-compare thead th").all()
        places = [head.bounding_box() for head in heads]
        assert len({place["y"] for place in places}) == 1
        assert places[0]["x"] == first(place["x"] for place in places), "the topic comes first in reading order"
        assert page.locator(".ktc-compare__code").first.is_hidden()
    page.close()


def test_the_table_is_a_table_to_a_screen_reader(browser, served):
    page = browser.new_page(viewport=WIDE, service_workers="block")
    page.goto(f"{served}/en/{COMPARE}")
    assert page.get_by_role("columnheader").count() == 3
    assert page.get_by_role("rowheader").count() == 12  # whom it binds, where it applies, ten topics
    expect(page.get_by_role("table", name="What each code says")).to_be_visible()
    page.close()


def test_a_link_of_the_comparison_leads_to_the_clause(learner):
    learner.open(COMPARE)
    learner.page.locator('[data-fact="KE-10"] a').click()
    learner.page.wait_for_url(f"**/{KENYA}#ke-10")
    expect(learner.page.locator("#ke-10")).to_be_in_viewport()


def test_the_print_button_prints_the_code(learner):
    learner.open(KENYA)
    learner.page.evaluate("window.print = () => { document.title = 'printed' }")
    learner.page.locator("[data-print] button").click()
    expect(learner.page).to_have_title("printed")


def test_without_scripts_there_is_no_print_button(browser, served):
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{served}/en/{KENYA}")
    expect(page.locator("[data-print]")).to_be_hidden()
    page.close()
