"""Paper: what Chromium prints, read back from the PDF: a record on one sheet, answers apart, nothing to press."""

import re

import pypdfium2
import pytest
from learner import CHOOSE, Learner
from states import NAME, STATES
from test_certificates import Records

PAPERS = {"A4": (595, 842), "Letter": (612, 792)}
LANGUAGES = ("en", "fr", "es", "ar", "sw")
READ = ("home", "code", "glossary", "sources", "a plain page", "practice answered", "check not passed", "paper quiz",
        "statements: disputed", "diagram of layers, in words too", "diagram of steps", "timeline", "coverage",
        "term opened", "code with defects, consequences and channels", "comparison", "chooser opened")  # fmt: skip
INTERACTIVE = (
    "button, nav, header.md-header, footer, [role=search], .ktc-menu, .ktc-button, .ktc-progress, .ktc-update > *"
)
POINTS = 72 / 25.4  # a millimetre


class Sheets:
    """A printed page: the text of each sheet, and where its ink lies."""

    def __init__(self, data: bytes):
        self.pdf = pypdfium2.PdfDocument(data)
        self.texts = [sheet.get_textpage().get_text_bounded() for sheet in self.pdf]

    def margins(self, number: int) -> tuple[float, float, float, float]:
        """White at the left, top, right and bottom of a sheet, in millimetres, to within half of one."""
        picture = self.pdf[number].render(scale=2 / POINTS, grayscale=True)
        rows = [
            bytes(picture.buffer)[at : at + picture.width]
            for at in range(0, picture.stride * picture.height, picture.stride)
        ]
        inked = [at for at, row in enumerate(rows) if min(row) < 200]
        columns = [at for at in range(picture.width) if min(row[at] for row in rows) < 200]
        edges = columns[0], inked[0], picture.width - 1 - columns[-1], picture.height - 1 - inked[-1]
        return tuple(edge / 2 for edge in edges)


@pytest.fixture(scope="module")
def records(site) -> Records:
    return Records(site)


@pytest.fixture
def page(browser):
    """In the dark scheme: none of it may reach the paper."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="dark", service_workers="block")
    yield context.new_page()
    context.close()


def printed(page, paper: str = "A4") -> Sheets:
    return Sheets(page.pdf(format=paper))


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name", READ)
def test_paper_has_the_text_and_nothing_to_press(page, served, course, records, name, language):
    learner = Learner(page, served, course, language, hasty=True)
    STATES[name](learner, records)
    heading = page.locator("h1").first
    page.emulate_media(media="print")
    assert heading.is_visible()
    shown = page.locator(INTERACTIVE)
    assert [box.evaluate("box => box.outerHTML.slice(0, 120)") for box in shown.all() if box.is_visible()] == []
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for number, text in enumerate((sheets := printed(page)).texts):
        assert text.strip(), f"sheet {number + 1} is empty"
        assert min(sheets.margins(number)) >= 10, f"sheet {number + 1} has ink near its edge: {sheets.margins(number)}"


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_quiz_keeps_questions_answer_sheet_and_key_apart(page, served, course, records, language, paper):
    STATES["paper quiz"](Learner(page, served, course, language), records)
    view = course.view(language)
    quiz = view.quiz("intl-members-final")
    texts = printed(page, paper).texts
    (last,) = [number for number, text in enumerate(texts) if quiz.edition in text]
    sheet = last - 1  # so many questions take two
    assert 8 <= sheet <= 16, "the questions come first"
    assert 8 <= len(texts) - last - 1 <= 14, "the key comes last"
    marks = " ".join(texts[sheet : last + 1])
    numbers = [int(number) for number in re.findall(r"\b(\d+)\.|\.(\d+)\b", marks) for number in number if number]
    assert numbers == list(range(1, len(quiz.questions) + 1)), "a line to mark for every question"
    wrong = view.word("quiz.answer_not")  # stands in the key alone
    if language != "ar":  # joined letters come out of a PDF in another order
        assert not any(wrong in text for text in texts[: last + 1])
        assert all(wrong in text for text in texts[last + 1 :])
        for question in quiz.questions:
            assert squeezed(question.stem.text) in squeezed("".join(texts[:sheet]))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_comparison_is_two_sheets_at_most(page, served, course, records, language):
    STATES["comparison"](Learner(page, served, course, language), records)
    texts = printed(page).texts
    assert len(texts) <= 2
    topic = sorted(course.view(language).word("compare.topic"))  # the letters of an Arabic word come in any order
    assert all(topic in map(sorted, text.split()) for text in texts), "the names of the columns stand on each"


def test_choices_lie_open_on_paper(page, served, course):
    Learner(page, served, course, "en").open(CHOOSE)
    text = squeezed("".join(printed(page).texts))
    for code in course.codes.values():
        assert squeezed(code.binds) in text
    assert squeezed(course.facts["PUB-togo-voice"].text) in text


def squeezed(text: str) -> str:
    """Without white space and hyphens, which line breaks add and remove."""
    return re.sub(r"[\s\u00ad\u2010\ufffe-]", "", text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", PAPERS)
def test_a_record_is_one_sheet_with_all_that_is_needed_to_check_it(page, served, course, records, language, paper):
    STATES["certificate sheet"](Learner(page, served, course, language), records)
    sheets = printed(page, paper)
    (text,) = sheets.texts
    width, height = (round(side) for side in sheets.pdf[0].get_size())
    assert abs(width - PAPERS[paper][0]) <= 1 and abs(height - PAPERS[paper][1]) <= 1
    assert squeezed(records.make(NAME)) in squeezed(text)
    assert "O’Neil" in text
    left, top, right, bottom = sheets.margins(0)
    assert min(left, top, right) >= 10 and abs(left - right) <= 1
    assert 10 <= bottom <= 25, "the sheet fills the page"
