"""`ktc editions`: publish the grading keys of final checks."""

from pathlib import Path

import click

from ktc.course import editions as core
from ktc.course import load_course
from ktc.course.checks import bank_errors
from ktc.errors import CourseError


@click.group()
def editions() -> None:
    """Published grading keys (quizzes/editions/)."""


@editions.command()
def publish() -> None:
    """Publish the edition of every final check whose key has none yet; refuses a bank with errors."""
    course = load_course(Path.cwd())
    if errors := bank_errors(course):
        raise CourseError(errors)
    new = core.publish(course)
    for edition in new:
        click.echo(f"published {core.FOLDER}/{edition}.json")
        click.echo("commit it: from then on it never changes; until then it can be deleted")
    if not new:
        click.echo("every final check has its edition: nothing to publish")
