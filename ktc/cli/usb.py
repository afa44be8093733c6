"""`ktc usb` and `ktc icons`."""

from pathlib import Path

import click

from ktc.assembly.usb import pack

ROOT = Path.cwd()


@click.command()
def usb() -> None:
    """Pack the finished site into one file for USB sticks (build/know-the-code-VERSION.zip)."""
    path = pack(ROOT / "site", ROOT / "build")
    megabytes = path.stat().st_size / 1e6
    click.echo(f"{path.relative_to(ROOT).as_posix()}, {megabytes:.1f} MB: unpack it and open its index.html")


@click.command()
def icons() -> None:
    """Draw the icons of the installed site anew from their SVG (needs a browser)."""
    from ktc.icons import draw

    for path in draw(ROOT / "overrides" / "root" / "icons"):
        click.echo(path.relative_to(ROOT).as_posix())
