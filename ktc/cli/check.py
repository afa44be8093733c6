"""`ktc check` and `ktc schemas`."""

import sys
from pathlib import Path

import click

from ktc.course import load_course
from ktc.course import schemas as core
from ktc.course.checks import find_problems

ROOT = Path.cwd()


@click.command()
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@click.option("--quiet-warnings", is_flag=True, help="Count warnings, list only errors.")
def check(strict: bool, quiet_warnings: bool) -> None:
    """Check everything a person writes: files, ids, questions, translations, editions."""
    problems = find_problems(load_course(ROOT))
    problems += core.stale(ROOT)
    errors = [problem for problem in problems if problem.severity == "error"]
    for problem in errors if quiet_warnings else problems:
        click.echo(str(problem))
    warnings = len(problems) - len(errors)
    click.echo(f"{len(errors)} errors, {warnings} warnings")
    if errors or (strict and warnings):
        sys.exit(1)


@click.command()
def schemas() -> None:
    """Write the JSON Schemas that editors use (facts/schemas/)."""
    for name in core.write(ROOT):
        click.echo(f"wrote {name}")
