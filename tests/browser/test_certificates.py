"""The certificate and verify pages as people use them: print, copy, save, delete, check one, check hundreds."""

import csv
import json
import re
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
from learner import CERTIFICATES, PHONE, VERIFY
from playwright.sync_api import expect

from certificates import verify

NOW = int(datetime.now(UTC).timestamp())
LONGEST = "Wanjirũ Ĝwendoline " * 4 + "Oyo."


class Records:
    """Completion records for the published edition of the built site."""

    def __init__(self, site):
        self.editions = json.loads((site / "trust.json").read_text(encoding="utf-8"))["editions"]
        self.edition, entry = next(iter(self.editions.items()))
        self.key = entry["key"]

    def make(self, name="Amina", number=0, right=True, finished=NOW - 60, session="BEACH7") -> str:
        """A payload; without `right` every answer that may be wrong is."""
        fields = {"edition": self.edition, "finished": finished, "nonce": verify.b64(number.to_bytes(16, "big"))}
        answers = [[index, self._ids(self.key["questions"][index], right)] for index in self._drawn()]
        return verify.encode_record({**fields, "session": session, "name": name, "answers": answers})

    def _drawn(self) -> list[int]:
        drawn = []
        for rule in self.key["draw"]:
            drawn += [i for i, q in enumerate(self.key["questions"]) if q["topic"] == rule["topic"]][: rule["count"]]
        return sorted(drawn)

    def _ids(self, question: dict, right: bool) -> str:
        others = [id for id in question["choices"] if id not in question["right"]][:1]
        wrong = question["right"][::-1] if question["kind"] in ("order", "match") else others
        return "".join(question["right"] if right else wrong)


@pytest.fixture(scope="module")
def records(site) -> Records:
    return Records(site)


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport=PHONE, service_workers="block")
    page = context.new_page()
    yield page
    context.close()


def part(page, name: str):
    return page.locator(f'[data-part="{name}"]')


def show(page, base: str, payload: str, language: str = "en") -> None:
    page.goto("about:blank")
    page.goto(f"{base}/{language}/{CERTIFICATES}#r={payload}")


def check(page, base: str, text: str) -> None:
    page.goto(f"{base}/en/{VERIFY}")
    part(page, "text").fill(text)
    page.locator('[data-part="form"] [type="submit"]').click()


def keep_two(page, base: str, records: Records) -> None:
    for number, name in enumerate(("Ada", "Bea")):
        show(page, base, records.make(name, number))
        part(page, "keep").click()
    page.goto("about:blank")
    page.goto(f"{base}/en/{CERTIFICATES}")
    expect(part(page, "items").locator("li")).to_have_count(2)


# -- the sheet


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar", "sw"])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_certificate_prints_on_one_page(page, served, records, language, paper):
    show(page, served, records.make(LONGEST, finished=NOW + 9000), language)
    expect(part(page, "doubt")).not_to_be_empty()
    pdf = page.pdf(format=paper)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


def test_the_sheet_says_what_the_record_says(page, served, records):
    payload = records.make("Zoë", session="ROOM7")
    show(page, served, payload, "ar")
    expect(part(page, "name")).to_have_text("Zoë")
    expect(part(page, "title")).to_have_text(records.editions[records.edition]["title"]["ar"])
    expect(part(page, "edition")).to_have_text(records.edition)
    expect(part(page, "session")).to_have_text("ROOM7")
    expect(part(page, "heading")).to_be_focused()


def test_a_sheet_without_a_name_says_nothing_of_how_it_was_typed(page, served, records, course):
    word = course.view("en").word
    for name in ("", "Ada"):
        show(page, served, records.make(name))
        expect(part(page, "name")).to_have_text(name or word("cert.name_withheld"))
        expect(part(page, "typed")).to_be_visible(visible=bool(name))
        assert ("typed" in part(page, "sheet").inner_text()) is bool(name)


def at(page, site, base: str) -> None:
    """The built site as if it stood at another address."""
    start = len(urlsplit(base).path) + 1
    page.route(f"{base}/**", lambda route: route.fulfill(path=site / urlsplit(route.request.url).path[start:]))


@pytest.mark.parametrize("base", ["http://192.168.1.20:8000", "http://trainer", "http://localhost.example.org/code"])
def test_where_others_can_open_the_site_the_sheet_carries_a_link(page, site, records, base):
    at(page, site, base)
    payload = records.make()
    show(page, base, payload, "ar")
    expect(part(page, "link")).to_have_text(f"{base}/ar/{VERIFY}#r={payload}")
    expect(part(page, "link")).to_have_attribute("href", f"{base}/ar/{VERIFY}#r={payload}")


@pytest.mark.parametrize(
    "base",
    ["", "http://localhost:8000", "http://127.0.0.1", "http://127.1.2.3:80", "http://[::1]:8000", "http://a.localhost"],
)
def test_where_nobody_else_can_there_is_no_link_to_hand_out_but_the_payload(page, site, records, course, base):
    if base:
        at(page, site, base)
    payload = records.make()
    show(page, base or site.as_uri(), payload)
    expect(part(page, "link")).to_have_text(payload)
    assert part(page, "link").get_attribute("href") is None
    expect(part(page, "how")).to_have_text(course.view("en").word("cert.how_to_check_payload"))
    expect(part(page, "copy")).to_have_text(course.view("en").word("cert.copy_text"))


@pytest.mark.parametrize("fault", ["failed", "name", "damaged", "cut"])
def test_no_certificate_is_shown_for_a_record_that_is_not_valid(page, served, records, fault):
    good = records.make()
    payload = {
        "failed": records.make(right=False),
        "name": records.make("a\u202eb"),
        "damaged": good.replace("1.", "1.x", 1),
        "cut": good[:40],
    }[fault]
    show(page, served, payload)
    expect(part(page, "problem")).to_be_focused()
    expect(part(page, "problem-why")).not_to_be_empty()
    expect(part(page, "one")).to_be_hidden()


def test_the_address_can_change_while_the_page_is_open(page, served, records):
    show(page, served, records.make("Ada"))
    page.evaluate("payload => { location.hash = '#r=' + payload }", records.make("Bea"))
    expect(part(page, "name")).to_have_text("Bea")
    page.go_back()
    expect(part(page, "name")).to_have_text("Ada")


# -- handing out


def test_the_link_is_copied(page, served, records):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    show(page, served, records.make())
    part(page, "copy").click()
    expect(part(page, "told")).not_to_be_empty()
    assert page.evaluate("navigator.clipboard.readText()") == part(page, "link").text_content()


def test_where_nothing_copies_the_link_is_marked(page, served, records, course):
    page.add_init_script(
        "document.execCommand = () => false;Object.defineProperty(navigator, 'clipboard', { value: undefined })"
    )
    show(page, served, records.make())
    part(page, "copy").click()
    expect(part(page, "told")).to_have_text(course.view("en").word("cert.copy_failed"))
    assert page.evaluate("String(getSelection())").strip() == part(page, "link").text_content()


def test_the_saved_file_is_taken_by_verify_py(page, served, records, site):
    payload = records.make("Amina")
    show(page, served, payload)
    with page.expect_download() as saving:
        part(page, "save").click()
    text = saving.value.path().read_text(encoding="utf-8")
    assert verify.candidates(text) == [payload]


# -- the list


def test_deleting_asks_first_and_the_way_back_has_the_focus(page, served, records):
    keep_two(page, served, records)
    remove = part(page, "items").locator("li").first.locator("button")
    remove.click()
    question = part(page, "items").get_by_role("group")
    expect(question.locator("button").nth(1)).to_be_focused()
    page.keyboard.press("Escape")
    expect(remove).to_be_focused()
    expect(part(page, "items").locator("li")).to_have_count(2)


def test_deleting_removes_the_one_and_says_so(page, served, records, course):
    keep_two(page, served, records)
    part(page, "items").locator("li").first.locator("button").click()
    part(page, "items").get_by_role("group").locator("button").first.click()
    expect(part(page, "items").locator("li")).to_have_count(1)
    expect(part(page, "items")).to_contain_text("Ada")
    expect(part(page, "list-told")).to_have_text(course.view("en").word("cert.deleted"))
    expect(part(page, "list-heading")).to_be_focused()
    page.reload()
    expect(part(page, "items").locator("li")).to_have_count(1)


def test_a_browser_that_keeps_nothing_is_told_so(page, served, records):
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused') } })")
    show(page, served, records.make())
    expect(part(page, "not-kept")).to_be_visible()
    expect(part(page, "name")).to_have_text("Amina")


def test_without_the_trust_file_the_page_says_what_is_missing(page, served, records):
    page.route("**/trust.js", lambda route: route.abort())
    show(page, served, records.make())
    expect(part(page, "problem")).to_contain_text("trust.js")
    check(page, served, records.make())
    expect(part(page, "errors")).to_contain_text("trust.js")


# -- checking


def test_one_certificate_gives_a_card_with_every_field_and_step(page, served, records):
    check(page, served, f"Here: {served}/en/{VERIFY}#r={records.make('Amina')}.")
    card = part(page, "shown")
    expect(card.locator('[data-verdict="self-recorded"]')).to_be_visible()
    for text in ("Amina", records.edition, "BEACH7", f"{len(records._drawn())} of {len(records._drawn())}"):
        expect(card).to_contain_text(text)
    expect(card.locator(".ktc-steps li")).to_have_count(len(verify.STEPS))
    expect(part(page, "heading")).to_be_focused()
    expect(card.get_by_role("link")).to_have_attribute("href", re.compile(re.escape(records.make("Amina")) + "$"))


def test_markup_and_direction_marks_in_a_name_stay_text(page, served, records):
    name = "<img src=x onerror=alert(1)>\u202edesrever"
    check(page, served, records.make(name))
    expect(part(page, "shown").locator('[data-verdict="invalid"]')).to_be_visible()
    assert part(page, "shown").locator("bdi", has_text="<img").text_content() == name
    assert part(page, "shown").locator("img").count() == 0


def test_nothing_pasted_is_said_in_a_focused_list(page, served):
    check(page, served, "  ")
    expect(part(page, "errors")).to_be_focused()
    page.locator('[data-part="errors"] a').click()
    expect(part(page, "text")).to_be_focused()


def test_hundreds_are_checked_while_the_page_stays_alive(page, served, records):
    people = [records.make(f"Person {n}", n, right=n % 3 > 0) for n in range(900)]
    page.goto(f"{served}/en/{VERIFY}")
    page.evaluate("""() => { window.seen = new Set();
        setInterval(() => seen.add(document.querySelector('[data-part=progress]').textContent), 1) }""")
    part(page, "text").fill("\n".join([*people, "#r=1.cut", records.make()]))
    page.locator('[data-part="form"] [type="submit"]').click()
    expect(page.locator("table tbody tr")).to_have_count(902)
    assert page.evaluate("seen.size") >= 3, "other scripts ran in between, and the count went up"
    with page.expect_download() as saving:
        part(page, "csv").click()
    raw = saving.value.path().read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and raw.count(b"\r\n") == 903
    assert raw.count(b'"self-recorded"') == 601 and raw.count(b'"invalid"') == 301


def saved_table(page) -> list[dict[str, str]]:
    with page.expect_download() as saving:
        part(page, "csv").click()
    return list(csv.DictReader(saving.value.path().read_text(encoding="utf-8-sig").splitlines()))


def test_a_record_that_comes_again_is_marked_and_counted_apart(page, served, records, course):
    word = course.view("en").word
    once, other = records.make("Ada", 1), records.make("Bea", 2)
    altered = [records.make("Eve", 1), records.make("Ada", 1, session="OTHER"), records.make("Ada", 1, right=False)]
    check(page, served, "\n".join([once, other, f"{served}/en/{VERIFY}#r={once}", *altered, altered[0]]))
    rows = page.locator("table tbody tr")
    expect(rows).to_have_count(7)
    same, changed = word("verify.same_as", n=1), word("verify.changed_from", n=1)
    marks = ["", "", same, changed, changed, changed, word("verify.same_as", n=4)]
    for row, mark in zip(rows.all(), marks, strict=True):
        expect(row.locator("strong")).to_have_text([mark] if mark else [])
    summary = word("verify.summary", accepted=2, invalid=0, undecided=0)
    apart = [word("verify.summary_same", n=2), word("verify.summary_changed", n=3)]
    expect(part(page, "shown").locator("p").first).to_have_text(" ".join([summary, *apart]))
    assert [row[word("verify.col_repeat")] for row in saved_table(page)] == marks


def test_records_that_share_nothing_are_not_marked(page, served, records, course):
    check(page, served, "\n".join([records.make("Ada", 1), records.make("Ada", 2), "#r=1.cut", "#r=1.cut"]))
    expect(page.locator("table tbody tr")).to_have_count(4)
    expect(page.locator("table strong")).to_have_count(0)
    expect(part(page, "shown").locator("p").first).to_have_text(
        course.view("en").word("verify.summary", accepted=2, invalid=2, undecided=0)
    )


def test_the_session_has_a_column_and_no_name_is_called_the_same_everywhere(page, served, records, course):
    word = course.view("en").word
    check(page, served, "\n".join([records.make("", 1), records.make("Ada", 2, session="")]))
    cells = page.locator(f'td[data-label="{word("verify.col_session")}"]')
    expect(cells).to_have_text(["BEACH7", ""])
    expect(page.locator(f'td[data-label="{word("verify.col_name")}"]')).to_have_text(
        [word("cert.name_withheld"), "Ada"]
    )
    for name in ("", "Ada"):
        check(page, served, records.make(name))
        shown = part(page, "shown")
        expect(shown.locator("dt").first).to_have_text(word("verify.col_name" if name else "verify.col_nameless"))
        expect(shown.locator("dd").first).to_have_text(name or word("cert.name_withheld"))
        assert (word("verify.name_unchecked") in shown.inner_text()) is bool(name)


def test_files_are_opened_together_and_named(page, served, records, tmp_path):
    files = []
    for number in range(2):
        path = tmp_path / f"group {number}.txt"
        path.write_text(f"\ufeffsome words\n{records.make('Ada', number)}\n", encoding="utf-8")
        files.append(path)
    page.goto(f"{served}/en/{VERIFY}")
    part(page, "files").set_input_files(files)
    expect(page.locator("table tbody tr")).to_have_count(2)
    expect(page.locator("table")).to_contain_text("group 1.txt")


def test_a_link_in_the_address_is_checked_at_once(page, served, records):
    page.goto(f"{served}/ar/{VERIFY}#r={records.make('ليلى')}")
    expect(part(page, "shown").locator('[data-verdict="self-recorded"]')).to_be_visible()
    expect(part(page, "shown")).to_contain_text("ليلى")


def test_a_cell_never_begins_a_formula(page, served):
    page.goto(f"{served}/en/{VERIFY}")
    cells = ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", 'say "hi"', "a;=1", "a,b", "Zoë"]
    text = page.evaluate("cells => ktc.csv([cells])", cells)
    expected = ["'=1+1", "'+1", "'-1", "'@a", "'\t=1", "'\r=1", 'say ""hi""', "a;'=1", "a,b", "Zoë"]
    assert text == "\ufeff" + ",".join(f'"{cell}"' for cell in expected) + "\r\n"


def test_without_scripts_both_pages_say_what_to_do(browser, served):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in (CERTIFICATES, VERIFY):
        page.goto(f"{served}/en/{path}")
        expect(page.locator("[data-without]")).to_be_visible()
    assert page.request.get(page.locator('a[href$="verify.py"]').evaluate("link => link.href")).ok
    context.close()
