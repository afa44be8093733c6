"""What theme templates may ask for, as `config.extra.ktc` (see overrides/main.html)."""

import os
from dataclasses import dataclass

from ktc.course.view import View
from macros.path import Path


@dataclass(frozen=True)
class Switch:
    """One entry of the language switcher: the same page in another language."""

    code: str
    name: str
    dir: str
    href: str
    current: bool


class Site:
    """The words and links of the site in one language."""

    def __init__(self, view: View):
        self.view = view
        self.word = view.word
        self.words = view.words
        self.language = view.language
        self.path = Path(view)
        self.site_url = os.environ.get("KTC_SITE_URL", "").rstrip("/")

    def root(self, page) -> str:
        """The relative path from a page to the folder that holds all languages."""
        return "../" * page.url.count("/") + ".."

    def switch(self, page) -> list[Switch]:
        """The same page in every language of the site."""
        root = self.root(page)
        return [
            Switch(code, one.name, one.dir, f"{root}/{code}/{page.url}", code == self.language.code)
            for code, one in self.view.course.languages.root.items()
        ]

    def page_state(self, page) -> str:
        """How far the page's text is translated: missing, stale, drafted, translated, reviewed or ''."""
        return str(page.meta.get("state", "")) if page else ""
