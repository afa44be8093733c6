"""Words of the interface: every key is asked for by some template, script, macro or setting."""

import re

import pytest
from places import ROOT

from ktc.course import load_course

ASKING = ("certificates", "macros", "overrides", "ktc", "docs/en")
KINDS = {".py", ".html", ".js", ".md"}
# "badge." ~ name, "verify.col_" + name, f"step.{x}"
BEGUN = re.compile(r"""["'`]([a-z_]+\.[a-z_]*)(?:\{|["'`] ?[~+])""")


@pytest.fixture(scope="module")
def asking() -> str:
    paths = [path for folder in ASKING for path in (ROOT / folder).rglob("*") if path.suffix in KINDS]
    return "\n".join(path.read_text(encoding="utf-8") for path in [*paths, ROOT / "mkdocs.yml"])


def test_every_word_is_asked_for(asking):
    begun = tuple(BEGUN.findall(asking))
    whole = set(re.findall(r"[a-z_]+\.[a-z_0-9]+", asking))
    idle = [key for key in load_course(ROOT).words.root if key not in whole and not key.startswith(begun)]
    assert idle == [], "words that nothing asks for: remove them from facts/words.yml and its translations"
