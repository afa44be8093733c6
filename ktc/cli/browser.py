"""`ktc browser`, `ktc judges` and `ktc screenshots`."""

from pathlib import Path

import click

from ktc import browser as core
from ktc import judges as others

ROOT = Path.cwd()


@click.command()
def browser() -> None:
    """Make sure there is a Chromium for the tests; say where."""
    click.echo(f"browser for the tests: {core.install()}")


@click.command()
def judges() -> None:
    """Make sure that axe-core and the Nu checker can run; say which."""
    click.echo(f"judges for the tests: {', '.join(others.install())}")


@click.command()
@click.option("--to", "folder", default="build/screenshots", show_default=True, help="Folder for the pictures.")
def screenshots(folder: str) -> None:
    """Take pictures of the main pages: phone and desktop, English and Arabic, light and dark."""
    from ktc.screenshots import take

    for path in take(ROOT / "site", ROOT / folder):
        click.echo(path.relative_to(ROOT).as_posix())
