"""Plain English: pages and statements ask for nine years of school at most, names and terms of the glossary aside."""

import re

import pytest
import readability
from places import ROOT

from ktc.course import load_course
from ktc.course.pages import read_pages
from ktc.course.places import CALL

GRADE = 9
FEWEST = 40  # words; of fewer the formula says nothing
# What is no running text: headings, tables, code, raw HTML, attributes, the targets of links, signs of emphasis
_LEFT_OUT = re.compile(
    r"^```.*?^```$|^[#|][^\n]*$|`[^`]*`|<[^>]*>|\{:[^}]*\}|\]\([^)]*\)|\{\{.*?\}\}|[\[*>_]", re.M | re.S
)
_ITEM = re.compile(r"^\s*(?:[-*]|\d+\.)\s+", re.M)
_NAME = re.compile(r"(?<=[\w,;)] )[\"']?[A-Z][\w'’-]*(?: (?:of |for |de |and )?[A-Z][\w'’-]*)*")
_TERM = re.compile(r'\{\{ term\("[\w-]+"\) \}\}')


def plain(text: str, terms: re.Pattern) -> str:
    """Running text with each name and each term of the glossary as one short word; a list item is a sentence."""
    text = CALL.sub("", _TERM.sub("it", text))
    blocks = re.split(r"\n\s*\n", _LEFT_OUT.sub("", _ITEM.sub("\n\n", text)))
    said = [" ".join(block.split()) for block in blocks if block.strip()]
    whole = " ".join(block if block[-1] in '.?!:"' else f"{block}." for block in said)
    return _NAME.sub("Jo", terms.sub("it", whole))


@pytest.fixture(scope="module")
def terms() -> re.Pattern:
    """The terms of the glossary with their other forms, longest first."""
    glossary = load_course(ROOT).glossary.root.values()
    forms = sorted({form for term in glossary for form in (term.term, *term.aliases)}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})(?:s|'s|s')?\b", re.I)


def above(texts: dict[str, str], terms: re.Pattern) -> dict[str, float]:
    """Of these texts, those that ask for too much, with their grades."""
    bare = {name: plain(text, terms) for name, text in texts.items()}
    graded = {name: round(readability.grade(text), 1) for name, text in bare.items() if readability.words(text)}
    return {name: grade for name, grade in graded.items() if grade > GRADE}


def test_names_and_terms_do_not_count(terms):
    text = (
        "# Title\n\nIn 2013 the International Council Meeting elected Marie-Louise of Port Ilara.\n\n- It was short\n"
    )
    assert plain(text, terms) == "In 2013 the it elected Jo. It was short."


def test_syllables_are_counted_as_spoken():
    assert [readability.syllables(word) for word in ("make", "people", "organisation", "well-known")] == [1, 2, 5, 2]


def test_hard_words_and_long_sentences_do_count(terms):
    hard = "Organisational accountability necessitates comprehensive institutional transparency."
    assert above({"hard": hard, "easy": "The cat sat on the mat. It was warm."}, terms).keys() == {"hard"}


def test_every_page_is_in_plain_english(terms):
    texts = {name: page.body for name, page in read_pages(ROOT, "en").items()}
    long = {name: text for name, text in texts.items() if len(readability.words(plain(text, terms))) >= FEWEST}
    assert above(long, terms) == {}, "pages above the grade: shorten their sentences, choose shorter words"


def test_every_statement_is_in_plain_english(terms):
    texts = {id: fact.text for id, fact in load_course(ROOT).facts.items()}
    assert above(texts, terms) == {}, "statements above the grade: shorten their sentences, choose shorter words"
