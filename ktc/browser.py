"""Finds a Chromium to drive, or says how to get one. Never skips, never calls sudo."""

import os
import shutil
import subprocess
from pathlib import Path

from ktc.errors import KtcError

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SHELL = "chromium-headless-shell"  # the same engine without windows: a new context costs a quarter of the time
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
PACKAGES = ("chromium", "fonts-noto-core", "poppler-utils")
REMEDY = (
    "no Chromium was found: install one (Debian: `apt-get install chromium`), or run "
    "`.venv/bin/playwright install chromium`, or set KTC_CHROMIUM to the path of a browser"
)


def find(playwright=None) -> str | None:
    """The path of a Chromium: KTC_CHROMIUM, then one on the PATH, then Playwright's own. None: there is none."""
    if chosen := os.environ.get("KTC_CHROMIUM"):
        if not Path(chosen).exists():
            raise KtcError(f"KTC_CHROMIUM names {chosen}, which does not exist")
        return chosen
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return _own(playwright)


def _own(playwright) -> str | None:
    if playwright is None:  # only one can run at a time
        from playwright.sync_api import sync_playwright

        with sync_playwright() as own:
            return _own(own)
    path = playwright.chromium.executable_path
    return path if path and Path(path).exists() else None


def launch(playwright):
    """A running browser. Raises KtcError with the remedy when there is none."""
    path = find(playwright)
    if path is None:
        raise KtcError(REMEDY)
    return playwright.chromium.launch(executable_path=path, args=ARGUMENTS)


def install() -> str:
    """Make sure there is a Chromium: Debian's package as root, else Playwright's own. Returns its path.

    Raises KtcError when neither can be had.
    """
    if path := find():
        return path
    if os.geteuid() == 0 and shutil.which("apt-get"):
        _run(["apt-get", "update", "-qq"])
        _run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES])
        _run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", SHELL])  # not in every release
    else:
        _run([str(Path(os.sys.executable).parent / "playwright"), "install", "chromium"])
    if path := find():
        return path
    raise KtcError(REMEDY)


def _run(words: list[str]) -> None:
    print("installing a browser for the tests:", " ".join(words), flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(words, env=quiet, stdout=subprocess.DEVNULL)
