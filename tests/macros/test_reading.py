"""Code pages, facts, terms and the home page: everything the data holds is said, once, with how far it holds."""

import pytest
from bs4 import BeautifulSoup
from test_macros import fake

from ktc.course import models
from macros import code, fact, home, sources
from macros.render import fact_anchor


def read(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


@pytest.fixture
def env(course):
    return fake(course.view("en"))


CODES = {"intl-members": ("IM-", "000"), "ke-members": ("KE-", "001")}


@pytest.mark.parametrize("id", CODES)
def test_a_code_page_states_every_fact_of_its_code_once_with_one_anchor(env, course, id):
    page = read(code.code(env, id))
    shown = sorted(tag["data-fact"] for tag in page.select("[data-fact]"))
    assert shown == sorted(fact for fact in course.facts if fact.startswith(CODES[id][0]))
    anchors = [tag["id"] for tag in page.find_all(id=True)]
    assert len(anchors) == len(set(anchors))
    assert {fact_anchor(fact) for fact in shown} <= set(anchors)


@pytest.mark.parametrize("id", CODES)
def test_a_code_page_says_what_its_source_leaves_out(env, course, id):
    page = read(code.code(env, id))
    shown = [tag["data-absent"] for tag in page.select("[data-absent]")]
    assert shown == [absent.id for absent in course.codes[id].absent]


@pytest.mark.parametrize("id", CODES)
def test_a_code_page_links_to_the_binding_text_before_anything_else(env, course, id):
    first = read(code.code(env, id)).a
    assert first["href"] == course.sources.root[CODES[id][1]].address


def text_of(tag) -> str:
    return " ".join(tag.get_text(" ").split())


def test_the_kenya_page_says_of_each_reason_that_it_is_matched_by_us(env, course):
    page = read(code.code(env, "ke-members"))
    for id in (id for id in course.facts if id.startswith("KE-R")):
        assert "Our matching, not the code's:" in text_of(page.select_one(f'[data-fact="{id}"]'))
    hints = [text_of(hint) for hint in page.select(".ktc-clause .ktc-hint")]
    assert hints == [course.view("en").word("code.reasons_none")], "commitment 8 alone has no reason"


def test_the_kenya_page_shows_both_halves_of_commitment_6(env):
    clause = read(code.code(env, "ke-members")).select_one("#ke-6")
    assert [tag["data-fact"] for tag in clause.select("[data-fact]")] == ["KE-6", "KE-6.a", "KE-6.b", "KE-R6"]


def test_defects_of_a_source_are_shown_as_notes_of_ours(env, course):
    page = read(code.code(env, "ke-members"))
    shown = [(tag.find_parent(id=True)["id"], tag["data-defect"]) for tag in page.select("[data-defect]")]
    wanted = [(fact_anchor(c.id), d.id) for c in course.codes["ke-members"].clauses for d in c.defects]
    assert shown == wanted and len(wanted) == 5
    assert "our notes" in text_of(page.select_one("#ke-8"))
    assert "Our remark" not in text_of(page.select_one("#ke-8")), "the same would be said twice"
    assert "Ask Amnesty International Kenya how it works today" in text_of(page.select_one("#ke-8"))


def test_the_kenya_page_says_what_follows_a_breach_and_what_a_member_may_ask_for(env):
    page = read(code.code(env, "ke-members"))
    said = " ".join(text_of(tag) for tag in page.select_one("#consequences").find_next_siblings())
    for words in ("What it takes actions grossly out of line", "What may follow loss of membership",
                  "Who decides The code does not say.", "a fair hearing", "an appeal",
                  "How this works stands in: AIK's constitution , AIK's regulations"):  # fmt: skip
        assert words in said, words


def test_the_kenya_page_says_where_to_turn_and_which_papers_to_ask_for(env, course):
    page = read(code.code(env, "ke-members"))
    rows = [[text_of(cell) for cell in row.select("th, td")] for row in page.select("tbody tr")]
    assert [row[0] for row in rows] == [
        course.view("en").word("channel." + one.for_.replace("-", "_")) for one in course.codes["ke-members"].channels
    ]
    assert "Executive Director" in rows[0][1] and "Commitment 7" in rows[0][1]
    assert "See: AIK's regulations" in rows[1][1] and "Commitment 6" in rows[2][1]
    assert page.select_one('aside a[href="#outside"]') and page.select_one("#ke-10 a[href$='#outside']")
    asked = text_of(page.select_one("#outside").find_next_sibling("p"))
    assert asked.endswith("Ask Amnesty International Kenya for the ones that hold now.")
    assert "The code gives no address." in text_of(page)


def test_a_code_page_says_how_far_into_life_the_code_reaches(env):
    about = {
        tag.dt.get_text(): text_of(tag.dd) for tag in read(code.code(env, "ke-members")).select(".ktc-about > div")
    }
    assert about["Where it applies"] == "at Amnesty in private life at work in social life"
    about = {
        tag.dt.get_text(): text_of(tag.dd) for tag in read(code.code(env, "intl-members")).select(".ktc-about > div")
    }
    assert about["Where it applies"] == "The code does not say."


def test_a_page_in_another_language_says_in_which_one_the_code_binds(course):
    page = text_of(read(code.code(fake(course.view("fr")), "intl-members")))
    assert "anglais" in page
    assert "English" not in text_of(read(code.code(fake(course.view("en")), "intl-members")))


def test_a_statement_on_the_page_of_its_code_does_not_repeat_the_anchor(env):
    code.code(env, "ke-members")
    assert read(fact.statements(env, "KE-1")).select_one('[data-fact="KE-1"]').get("id") is None


def test_facts_of_a_clause_with_another_label_have_their_own_badge(env):
    page = read(code.clause(env, "IM-3"))
    assert page.select_one('[data-fact="IM-3.n"] .ktc-badge--note')
    assert page.select_one(".ktc-source .ktc-badge--in-force")


def test_a_month_is_written_in_the_language(course):
    view = course.view("fr")
    assert code.last_seen(view, view.code("intl-members")) == "octobre 2025"


@pytest.mark.parametrize(
    ("contact", "href"),
    [("post@example.org", "mailto:post@example.org"), ("https://example.org/x", "https://example.org/x"), (None, None)],
)
def test_corrections_go_to_the_host_s_address_or_to_nobody(course, contact, href, monkeypatch):
    current = course.current.model_copy(update={"contacts": models.Contacts(corrections=contact)})
    monkeypatch.setattr(course, "current", current)
    link = read(sources.corrections(fake(course.view("en")))).a
    assert (link and link["href"]) == href


def test_home_leads_members_to_the_choice_of_their_code(env):
    links = [link["href"] for link in read(home.who_are_you(env)).select(".ktc-who a")]
    assert links[0].endswith("which-code/index.html")
    assert len(links) == 3


def test_a_card_for_each_course_says_for_whom_and_how_long(env, course):
    cards = read(home.who_are_you(env)).select(".ktc-courses .ktc-card")
    assert [card.a["href"].removeprefix("../../") for card in cards] == [
        one.page.replace(".md", ".html") for one in course.curriculum.courses.values()
    ]
    for card, one in zip(cards, course.view("en").courses.values(), strict=True):
        assert one.summary.text in card.get_text()
        assert f"{course.view('en').course_minutes(one)} minutes in all" in card.get_text()


def test_the_continue_card_waits_for_the_script(env):
    card = read(home.continue_card(env)).section
    assert "hidden" in card.attrs
    assert all("hidden" in entry.attrs for entry in card.find_all("li"))


def test_quizzes_of_one_kind_are_told_apart_by_their_module_or_course(env, course):
    taken = home.taken(course.view("en"))
    assert (
        len({(one.word, one.name.text) for one in taken})
        == len(taken)
        == len([q for q in course.quizzes.values() if q.page])
    )
    entries = read(home.continue_card(env)).select("[data-quiz-state]")
    assert [entry.get_text().strip(" –") for entry in entries] == [one.name.text for one in taken]
