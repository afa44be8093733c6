"""What belongs to the site and not to the course: languages and words of the interface."""

from typing import Literal

from babel import Locale, UnknownLocaleError
from pydantic import RootModel, field_validator

from ktc.course.models.base import Strict, Words

Plural = dict[Literal["zero", "one", "two", "few", "many", "other"], Words]


class Language(Strict):
    """How one language is written. `numerals` is a Unicode numbering system (one per language)."""

    name: Words
    dir: Literal["ltr", "rtl"]
    numerals: Literal["latn", "arab", "arabext"] = "latn"
    babel: str

    @field_validator("babel")
    @classmethod
    def _known(cls, locale: str) -> str:
        try:
            Locale.parse(locale)
        except (ValueError, UnknownLocaleError):
            raise ValueError(f"'{locale}' is no locale that Babel knows: choose the nearest one") from None
        return locale


class Languages(RootModel[dict[str, Language]]):
    """facts/languages.yml: the languages of the site; the first is the source."""


class Word(Strict):
    """A text of the interface: either `text`, or `plural` forms chosen by the parameter `by`."""

    text: Words | None = None
    plural: Plural | None = None
    by: str | None = None
    note: str = ""


class InterfaceWords(RootModel[dict[str, Word]]):
    """facts/words.yml."""
