"""Pages in one language: what they are called, and where facts stand."""

from functools import cached_property

from ktc.course.pages import Page, read_pages
from ktc.course.shown import Text
from ktc.course.view.words import WordsView


class PagesView(WordsView):
    """Titles and minutes of pages, by their path below docs/<lang>/."""

    @cached_property
    def _pages(self) -> tuple[dict[str, Page], dict[str, Page]]:
        root = self.course.root
        return read_pages(root, "en"), read_pages(root, self.language.code)

    def page_title(self, name: str) -> Text:
        """The title of a page; English where the language has no such page."""
        english, own = self._pages
        if name in own:
            return Text(own[name].meta.data["title"], self.language.code, self.language.dir, "source")
        return Text(english[name].meta.data["title"], "en", "ltr", "missing")

    def page_minutes(self, name: str) -> int:
        """How long a page takes to read, as its front matter says; 0 when it does not."""
        return int(self._pages[0][name].meta.data.get("minutes") or 0)

    def place(self, fact: str, module: str = "") -> str:
        """The page that states a fact, one of `module` if there is one; "" when none does."""
        found = [place.page for place in self.course.places.get(fact, ())]
        known = self.course.curriculum.modules
        near = [page for page in found if module in known and page in known[module].pages]
        return next(iter(near + found), "")
