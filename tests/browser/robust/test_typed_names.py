"""Names that cannot stand."""

from playwright.sync_api import expect
from trouble import part, state, take

NAMES = {
    "N" * 300: "name.too_long",
    "Ana\u0007": "name.invisible",
    "Ana\u202egnp": "name.invisible",
    "\u200fليلى": "name.invisible",
    "Ana\u200bB": "name.invisible",
    "Ana\ufdd0": "name.invisible",
}


def test_a_name_that_cannot_stand_is_said_and_stays_to_be_mended(learner):
    take(learner)
    field = learner.page.locator("#ktc-name")
    for typed, word in NAMES.items():
        field.fill("")
        learner.page.keyboard.insert_text(typed)
        learner.page.keyboard.press("Enter")
        expect(learner.page.locator("#ktc-name-error")).to_have_text(learner.word(word))
        expect(field).to_be_focused()
        expect(field).to_have_value(typed)
    assert "records" not in learner.page.evaluate("ktc.store.keys()")


def test_pressing_twice_makes_one_record(learner):
    take(learner)
    learner.page.evaluate("""() => {
        document.querySelector('#ktc-name').value = 'Ana';
        const button = document.querySelector('.ktc-pass [type=submit]');
        button.click();
        button.click();
    }""")
    expect(part(learner, "name")).to_have_text("Ana")
    assert len(state(learner, "records")) == 1
