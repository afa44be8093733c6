"""The language of a view and the words of its interface; English stands in where a translation is missing."""

from ktc.course.languages import plural_category
from ktc.course.shown import LanguageView, Text
from ktc.course.translation import Unit
from ktc.course.units import word_texts


class WordsView:
    """Looks texts up in one language."""

    def __init__(self, course, code: str):
        self.course = course
        language = course.languages.root[code]
        self.language = LanguageView(code, **language.model_dump())
        self.translations = course.translations(code)

    def _unit(self, file: str, *path: str) -> Unit | None:
        if self.translations is None:
            return None
        return self.translations[file].units[path]

    def _text(self, english: str, file: str, path: tuple[str, ...], name: str) -> Text:
        unit = self._unit(file, *path)
        if unit is None:
            return Text(english, self.language.code, self.language.dir, "source")
        if unit.usable:
            return Text(unit.texts[name], self.language.code, self.language.dir, unit.state)
        return Text(english, "en", "ltr", unit.state)

    # -- words of the interface

    def _patterns(self, key: str) -> str | dict[str, str]:
        word = self.course.words.root[key]
        unit = self._unit("facts/words.yml", key)
        if unit is None or unit.usable:
            texts = unit.texts if unit else word_texts(word)
        else:
            texts = {name: self._isolate(text) for name, text in word_texts(word).items()}
        plural = {name.removeprefix("plural."): text for name, text in texts.items()}
        return texts["text"] if word.text else plural

    def _isolate(self, english: str) -> str:
        """English inside right-to-left words keeps its own direction, full stop included (Unicode 2066, 2069)."""
        return f"\u2066{english}\u2069" if self.language.dir == "rtl" else english

    def word(self, key: str, **params: object) -> str:
        """One interface text with its placeholders filled; plural forms by the word's `by`."""
        pattern = self._patterns(key)
        if isinstance(pattern, dict):
            n = int(params[self.course.words.root[key].by])
            pattern = pattern.get(plural_category(self.language.babel, n), pattern["other"])
        for name, value in params.items():
            pattern = pattern.replace("{" + name + "}", str(value))
        return pattern

    def word_text(self, key: str, **params: object) -> Text:
        """The same with its language and state, to be marked where English stands in."""
        unit = self._unit("facts/words.yml", key)
        said = self.word(key, **params)
        if unit is None or unit.usable:
            return Text(said, self.language.code, self.language.dir, unit.state if unit else "source")
        return Text(said, "en", "ltr", unit.state)

    def words(self, *prefixes: str) -> dict[str, object]:
        """The patterns whose keys begin with one of the prefixes, for the browser.

        Plural ones come as `{"by": parameter, "one": .., "other": ..}`.
        """
        chosen = {}
        for key, word in self.course.words.root.items():
            if key.startswith(prefixes):
                pattern = self._patterns(key)
                chosen[key] = {"by": word.by, **pattern} if isinstance(pattern, dict) else pattern
        return chosen
