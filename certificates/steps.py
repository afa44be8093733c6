"""What an officer types next."""

from __future__ import annotations

import shlex

from certificates.section import Section

OURS = ".venv/bin/python -m ktc certificates"


def after_key(made: Section, leaked: bool) -> list[str]:
    """What to type after a new key, in its order."""
    there = f"issuers/{made.id.rpartition(':')[2]}"
    folder = shlex.quote(str(made.folder))
    first = f"sign {folder} --again" if leaked else f"status publish {folder}"
    told = "now sign again what the leaked keys had signed, and publish:" if leaked else "now publish:"
    return [told, f"    {OURS} {first}", f"    mkdir -p {there}",
            f"    cp -r {shlex.quote(str(made.publish))}/. {there}/",
            f"    {OURS} trust check", f"    KTC_SITE_URL={made.site} make build"]  # fmt: skip
