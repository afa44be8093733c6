"""The whole path on a phone, in every language, over http and from a file: read, practise, fail, retry, pass,
get the certificate, open its link on the verify page, hand the same link to verify.py."""

import json
import subprocess
import sys

import pytest
from keys import choose
from learner import CERTIFICATES, CHECK, CODE, PRACTICE, VERIFY, Learner
from playwright.sync_api import expect

NAMES = {
    "en": "Ana O’Neil",
    "fr": "Zoë Lefèvre",
    "es": "Íñigo Peña",
    "ar": "ليلى عبد الرحمن",
    "sw": "Wanjirũ wa Otieno",
}


def verify(site, link: str) -> dict:
    run = subprocess.run(
        [sys.executable, "-I", str(site / "verify.py"), "--json", link], capture_output=True, text=True
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return json.loads(run.stdout)


def walk(learner: Learner, site, name: str) -> None:
    page = learner.page
    learner.open(CODE)
    expect(page.locator("[data-clause]").first).to_be_visible()

    learner.open(PRACTICE)
    learner.practise(right=False)
    learner.practise_again()
    expect(page.locator("form.ktc-quiz .ktc-result")).to_be_visible()

    learner.open(CHECK + "#s=ROOM7")
    learner.start()
    learner.take(right=False)
    expect(page.locator(".ktc-result")).to_contain_text(learner.word("quiz.not_passed"))
    assert page.locator(".ktc-pass").is_hidden()
    page.locator('[data-do="again"]').click()
    expect(page.locator(".ktc-sheet")).to_be_visible()
    learner.take(right=True)
    expect(page.locator(".ktc-result")).to_contain_text(learner.word("quiz.passed"))

    payload = learner.certify(name)
    expect(page.locator('[data-part="name"]')).to_have_text(name)
    link = page.locator('[data-part="link"]').text_content()
    assert payload in link

    page.locator('[data-part="check"]').click()
    expect(page.locator('[data-verdict="self-recorded"]').first).to_be_visible()
    expect(page.locator("main")).to_contain_text(name)
    expect(page.locator("main")).to_contain_text("ROOM7")

    shown = verify(site, link)
    assert shown["verdict"] == "self-recorded"
    assert shown["certificate"]["name"] == name
    assert shown["certificate"]["session"] == "ROOM7"
    assert (shown["certificate"]["right"], shown["certificate"]["drawn"]) == (20, 20)

    learner.open(CERTIFICATES)
    expect(page.locator('[data-part="items"]')).to_contain_text(name)
    assert learner.faults == []


@pytest.mark.parametrize("language", NAMES)
def test_the_whole_path_over_http(phone, served, site, course, language):
    walk(Learner(phone, served, course, language), site, NAMES[language])


@pytest.mark.parametrize("language", NAMES)
def test_the_whole_path_from_a_file(phone, site, course, language):
    walk(Learner(phone, site.as_uri(), course, language), site, NAMES[language])


def test_answers_survive_a_reload_and_a_closed_tab(phone, served, course):
    learner = Learner(phone, served, course, "en")
    learner.open(CHECK)
    learner.start()
    drawn = learner.drawn()
    learner.answer(phone.locator(".ktc-sheet [data-question]").first, right=True)
    again = Learner(phone.context.new_page(), served, course, "en")
    phone.close()
    again.open(CHECK)
    expect(again.page.locator(".ktc-sheet")).to_be_visible()
    assert again.drawn() == drawn
    expect(again.page.locator(".ktc-progress span")).to_have_text(again.word("quiz.answered", done=1, n=20))
    first = again.page.locator(".ktc-sheet [data-question]").first
    assert first.evaluate("box => ktc.question.chosen(box)") == "".join(again.questions[drawn[0]].right)


def test_a_missing_answer_is_listed_and_the_list_is_focused(phone, served, course):
    learner = Learner(phone, served, course, "en")
    learner.open(CHECK)
    learner.start()
    learner.submit()
    expect(phone.locator(".ktc-errors")).to_be_focused()
    assert phone.locator(".ktc-errors li").count() == 20
    phone.locator(".ktc-errors a").nth(3).click()
    expect(phone.locator(".ktc-sheet fieldset").nth(3).locator("input, select").first).to_be_focused()


def test_every_draw_follows_the_rule_and_retry_draws_anew(phone, served, course):
    learner, quiz = Learner(phone, served, course, "en"), course.quizzes["intl-members-final"]
    learner.open(CHECK)
    learner.start()
    draws = []
    for _ in range(4):
        draws.append(learner.drawn())
        topics = [learner.questions[id].topic for id in draws[-1]]
        assert {rule.topic: topics.count(rule.topic) for rule in quiz.draw} == {r.topic: r.count for r in quiz.draw}
        learner.take(right=False)
        phone.locator('[data-do="again"]').click()
        expect(phone.locator(".ktc-sheet")).to_be_visible()
    assert len({tuple(sorted(draw)) for draw in draws}) > 1


def test_a_second_try_asks_twenty_different_questions(phone, served, course):
    learner = Learner(phone, served, course, "en")
    learner.open(CHECK)
    learner.start()
    first = learner.drawn()
    learner.take(right=False)
    phone.locator('[data-do="again"]').click()
    expect(phone.locator(".ktc-sheet")).to_be_visible()
    second = learner.drawn()
    assert len({*first, *second}) == len(first) + len(second)
    phone.once("dialog", lambda dialog: dialog.accept())
    phone.locator('[data-do="new"]').click()
    learner.start()
    assert not {*second} & {*learner.drawn()}


def test_one_wrong_voice_answer_fails_though_the_score_would_pass(phone, served, course):
    learner = Learner(phone, served, course, "en")
    learner.open(CHECK)
    learner.start()
    learner.fill(right=True)
    learner.mistake(next(id for id in learner.drawn() if learner.questions[id].must))
    learner.submit()
    expect(phone.locator(".ktc-result")).to_contain_text(learner.word("quiz.not_passed"))
    expect(phone.locator(".ktc-result")).to_contain_text(learner.word("quiz.must_be_right"))


def test_without_a_name_the_certificate_says_so(phone, served, course, site):
    learner = Learner(phone, served, course, "ar")
    learner.open(CHECK)
    learner.start()
    learner.take()
    payload = learner.certify("")
    expect(phone.locator('[data-part="name"]')).to_have_text(learner.word("cert.name_withheld"))
    assert verify(site, payload)["certificate"]["name"] == ""


def test_many_links_at_once_give_a_table_and_a_csv(phone, served, course):
    learner = Learner(phone, served, course, "en")
    payloads = []
    for name in ("Ada", "Bea", ""):
        learner.open(CHECK)
        if phone.locator('[data-do="new"]').is_visible():
            phone.once("dialog", lambda dialog: dialog.accept())
            phone.locator('[data-do="new"]').click()
        learner.start()
        learner.take()
        payloads.append(learner.certify(name))
    learner.open(VERIFY)
    phone.locator("textarea").fill("\n".join(payloads) + "\n#r=1.broken")
    phone.locator('form button[type="submit"]').first.click()
    expect(phone.locator("table tbody tr")).to_have_count(4)
    with phone.expect_download() as saving:
        phone.locator('[data-part="csv"]').click()
    text = saving.value.path().read_text(encoding="utf-8-sig")
    assert text.count('"self-recorded"') == 3 and text.count('"invalid"') == 1
    assert '"Bea"' in text


def test_the_page_works_with_the_keyboard_alone(phone, served, course):
    learner = Learner(phone, served, course, "en")
    learner.open(CHECK)
    phone.locator('[data-do="start"]').focus()
    phone.keyboard.press("Enter")
    expect(phone.locator(".ktc-sheet")).to_be_visible()
    for fieldset in phone.locator(".ktc-sheet [data-question]").all():
        choose(phone, learner, fieldset)
    for _ in range(6):
        phone.keyboard.press("Tab")
        if phone.evaluate("document.activeElement.type") == "submit":
            break
    phone.keyboard.press("Enter")
    expect(phone.locator(".ktc-result h2")).to_be_focused()
    expect(phone.locator(".ktc-result")).to_contain_text(learner.word("quiz.passed"))
