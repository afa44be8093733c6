"""The command `ktc`: groups, and one place where errors become words and an exit status."""

import sys

import click

from ktc import __version__
from ktc.cli import browser, build, certificates, check, editions, translations, usb
from ktc.errors import KtcError


class Door(click.Group):
    """Shows the project's own errors without a traceback; exit status 1."""

    def invoke(self, ctx: click.Context):
        try:
            return super().invoke(ctx)
        except KtcError as error:
            click.echo(str(error), err=True)
            sys.exit(1)
        except KeyboardInterrupt:
            click.echo("stopped", err=True)
            sys.exit(130)


@click.group(cls=Door, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="ktc")
def main() -> None:
    """Know the Code: build, serve and check the study site."""


for command in (
    build.build,
    build.serve,
    check.check,
    check.schemas,
    editions.editions,
    translations.translations,
    certificates.certificates,
    browser.browser,
    browser.judges,
    browser.screenshots,
    usb.usb,
    usb.icons,
):
    main.add_command(command)
