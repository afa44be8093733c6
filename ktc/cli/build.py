"""`ktc build` and `ktc serve`."""

import sys
import time
from pathlib import Path

import click

from ktc.assembly import build as assembly
from ktc.assembly import lan
from ktc.assembly import serve as server
from ktc.course import load_course
from ktc.errors import BuildError

ROOT = Path.cwd()


def _build(site: Path, languages: list[str] | None) -> None:
    course = load_course(ROOT)
    known = course.language_codes
    for code in languages or []:
        if code not in known:
            raise BuildError(f"no language '{code}': facts/languages.yml has {', '.join(known)}")
    began = time.monotonic()
    click.echo(f"building {', '.join(languages or known)} ...")
    assembly.build(ROOT, site, languages, lambda outcome: click.echo(assembly.outcome_line(outcome)))
    for line in assembly.told(course):
        click.echo(line)
    click.echo(f"built in {time.monotonic() - began:.1f} s: {site.name}/index.html")


@click.command()
@click.option("--language", "languages", multiple=True, help="Only this language (may be repeated).")
def build(languages: tuple[str, ...]) -> None:
    """Write the finished site to site/."""
    _build(ROOT / "site", list(languages) or None)


@click.command()
@click.option("--port", default=8000, show_default=True, help="Port on this machine.")
@click.option("--lan", "shared", is_flag=True, help="Serve the finished site to phones in the same network.")
@click.option("--address", default="", help="With --lan: which address to show, when this machine has several.")
def serve(port: int, shared: bool, address: str) -> None:
    """Build all languages, serve them on this machine, rebuild what is saved; or serve the finished site (--lan)."""
    if shared:
        if not (ROOT / "site" / "build-info.json").exists():
            _build(ROOT / "site", None)
        lan.serve_lan(ROOT / "site", port, address, click.echo, sys.stdout.isatty())
        return
    server.server(ROOT, port).server_close()  # a taken port is told before the build, not after it
    _build(ROOT / "site", None)
    server.serve(ROOT, ROOT / "site", port, load_course(ROOT).language_codes)
