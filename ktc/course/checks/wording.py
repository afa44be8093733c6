"""Compares a translated text with its English: numbers, placeholders, glossary terms, English left behind."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ktc.course.languages import western_digits

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
_WORD = re.compile(r"[^\W\d_]+")
LEFTOVER_WORDS = 5
_ABOVE = {
    "fr": r"(toutes|aucune) (ces réponses|les réponses ci-dessus|de ces réponses|des réponses)",
    "es": r"(todas|ninguna) (las anteriores|de las anteriores|de estas)",
    "ar": r"(كل|جميع|لا شيء) (ما سبق|مما سبق)",
    "sw": r"(yote|hakuna) (ya hapo juu|kati ya haya|yaliyotajwa)",
}


@dataclass(frozen=True)
class Difference:
    """One way in which a translated text does not fit its English."""

    what: str
    remedy: str
    error: bool


def differences(english: str, own: str, language: str, names: frozenset[str] = frozenset()) -> Iterable[Difference]:
    """All differences of one text. `names` are lower-case English phrases that may stand in any language."""
    if (want := numbers(english)) != (have := numbers(own)):
        what = f"numbers differ: English has {_list(want)}, this has {_list(have)}"
        yield Difference(what, "numbers must agree (٤٢ is 42)", True)
    if (want := placeholders(english)) != (have := placeholders(own)):
        what = f"placeholders differ: English has {_list(want)}, this has {_list(have)}"
        yield Difference(what, "copy them letter by letter", True)
    if run := leftover(english, own, names):
        yield Difference(f"English left in the translation: '{run}'", "translate it", False)
    if language in _ABOVE and re.search(_ABOVE[language], own, re.I):
        yield Difference("refers to the other choices", "name what is meant: order is shuffled", True)


def numbers(text: str) -> Counter:
    """The numbers of a text, whatever its digits; a comma counts as a point."""
    plain = _PLACEHOLDER.sub("", western_digits(text))
    return Counter(number.replace(",", ".") for number in _NUMBER.findall(plain))


def placeholders(text: str) -> Counter:
    return Counter(_PLACEHOLDER.findall(text))


def leftover(english: str, own: str, names: frozenset[str] = frozenset()) -> str:
    """The first run of English words that stands unchanged in the translation, or ''."""
    english, own = (_PLACEHOLDER.sub(" ", text) for text in (english, own))
    for name in names:
        own = re.sub(re.escape(name), " | ", own, flags=re.I)
    source, target = ([word.lower() for word in _WORD.findall(text) if len(word) > 1] for text in (english, own))
    n = min(LEFTOVER_WORDS, max(3, len(source)))
    known = {tuple(source[i : i + n]) for i in range(len(source) - n + 1)}
    for i in range(len(target) - n + 1):
        if tuple(target[i : i + n]) in known:
            return " ".join(target[i : i + n])
    return ""


def has_term(text: str, forms: Iterable[str]) -> bool:
    """True when one of the forms stands in the text, allowing for endings and the Arabic article."""
    words = [_bare(word) for word in _WORD.findall(text.lower())]
    return any(_has_form(words, form) for form in forms)


def _has_form(words: list[str], form: str) -> bool:
    wanted = [_bare(word) for word in _WORD.findall(form.lower()) if len(word) > 2]
    return all(any(word.startswith(_stem(want)) or _stem(want) in word for word in words) for want in wanted)


def _bare(word: str) -> str:
    return re.sub(r"^(وال|بال|فال|كال|لل|ال)(?=\w{3})", "", word)


def _stem(word: str) -> str:
    return word[: max(4, len(word) - 3)]


def _list(counter: Counter) -> str:
    return ", ".join(sorted(counter.elements())) or "none"
