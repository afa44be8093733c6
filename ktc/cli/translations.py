"""`ktc translations`: what is translated, and saying so."""

from collections import Counter
from pathlib import Path

import click

from ktc.assembly.tree import page_state
from ktc.course import load_course
from ktc.course.course import SOURCE_LANGUAGE
from ktc.course.pages import read_pages
from ktc.course.stamp import stamp as stamp_language
from ktc.errors import KtcError

ROOT = Path.cwd()


@click.group()
def translations() -> None:
    """Translations: status, and stamping a text with the English it translates."""


def _language(course, code: str) -> str:
    if code not in course.language_codes or code == SOURCE_LANGUAGE:
        known = ", ".join(c for c in course.language_codes if c != SOURCE_LANGUAGE)
        if not code:
            raise KtcError(f"say which language: make stamp TO=... ({known})")
        raise KtcError(f"no translated language '{code}': facts/languages.yml has {known}")
    return code


@translations.command()
@click.argument("language")
@click.option("--unit", default="", help="Only this unit or page, even if it is stamped already.")
def stamp(language: str, unit: str) -> None:
    """Write `of:` into texts that have none: run it when the text is right."""
    course = load_course(ROOT)
    done = stamp_language(course, _language(course, language), unit)
    for line in done if unit else []:
        click.echo(f"stamped {line}")
    click.echo(f"{len(done)} texts and pages stamped")
    if not unit and (stale := _stale(load_course(ROOT), language)):
        click.echo(f"{stale} are stale: compare each with English, then stamp it by name (`make check` names them)")


def _stale(course, language: str) -> int:
    """How many texts and pages of a language translate an older English."""
    units = sum(u.state == "stale" for joined in course.translations(language).values() for u in joined.units.values())
    english, own = read_pages(ROOT, SOURCE_LANGUAGE), read_pages(ROOT, language)
    return units + sum(page_state(page, own.get(name), language) == "stale" for name, page in english.items())


@translations.command()
def status() -> None:
    """Count, for each language, what is missing, stale, drafted, translated, reviewed."""
    course = load_course(ROOT)
    english = read_pages(ROOT, SOURCE_LANGUAGE)
    for code in course.language_codes:
        if code == SOURCE_LANGUAGE:
            continue
        units = Counter(u.state for joined in course.translations(code).values() for u in joined.units.values())
        own = read_pages(ROOT, code)
        pages = Counter(page_state(page, own.get(name), code) for name, page in english.items())
        for what, counts in (("texts", units), ("pages", pages)):
            shown = ", ".join(f"{count} {state}" for state, count in sorted(counts.items()))
            click.echo(f"{code} {what}: {shown}")
