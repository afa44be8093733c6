"""`ktc check` and `ktc schemas`."""

import sys
from pathlib import Path

import click

from ktc.assembly.languages import unknown_to_theme
from ktc.course import load_course
from ktc.course import schemas as core
from ktc.course.checks import find_problems

ROOT = Path.cwd()


@click.command()
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@click.option("--quiet-warnings", is_flag=True, help="Count warnings, list only errors.")
def check(strict: bool, quiet_warnings: bool) -> None:
    """Check everything a person writes: files, ids, questions, translations, editions."""
    course = load_course(ROOT)
    problems = find_problems(course) + core.stale(ROOT) + unknown_to_theme(course)
    errors = [problem for problem in problems if problem.severity == "error"]
    warnings = [problem for problem in problems if problem.severity == "warning"]
    for problem in errors if quiet_warnings else warnings + errors:  # errors last: they are what one looks for
        click.echo(str(problem))
    click.echo(f"{_count(len(errors), 'error')}, {_count(len(warnings), 'warning')}")
    if errors or (strict and warnings):
        sys.exit(1)


def _count(n: int, what: str) -> str:
    return f"{n} {what}{'' if n == 1 else 's'}"


@click.command()
def schemas() -> None:
    """Write the JSON Schemas that editors use (facts/schemas/)."""
    for name in core.write(ROOT):
        click.echo(f"wrote {name}")
