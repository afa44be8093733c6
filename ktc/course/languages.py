"""What each language needs: plural categories and months by CLDR (through Babel), and digits."""

from datetime import date
from functools import cache

from babel import Locale
from babel.dates import format_skeleton

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@cache
def plural_categories(babel: str) -> frozenset[str]:
    """The CLDR plural categories of a locale, for example six for Arabic."""
    return frozenset(Locale.parse(babel).plural_form.tags | {"other"})


def plural_category(babel: str, n: int) -> str:
    """The CLDR plural category of a whole number in a locale."""
    return Locale.parse(babel).plural_form(n)


def western_digits(text: str) -> str:
    """The text with Arabic-Indic and Persian digits as 0-9 (٤٢ is 42)."""
    return text.translate(_DIGITS)


def month_name(month: str, locale: str) -> str:
    """A month such as 2025-10 in words of a locale: "October 2025"."""
    year, number = map(int, month.split("-"))
    return format_skeleton("yMMMM", date(year, number, 1), locale=locale)
