"""`ktc editions`: publish the grading keys of final checks."""

from pathlib import Path

import click

from ktc.course import editions as core
from ktc.course import load_course


@click.group()
def editions() -> None:
    """Published grading keys (quizzes/editions/)."""


@editions.command()
def publish() -> None:
    """Publish the edition of every final check whose key has none yet."""
    new = core.publish(load_course(Path.cwd()))
    for edition in new:
        click.echo(f"published {core.FOLDER}/{edition}.json: commit it, it never changes again")
    if not new:
        click.echo("every final check has its edition: nothing to publish")
