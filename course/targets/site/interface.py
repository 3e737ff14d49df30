"""The words of the site's interface, from gettext catalogues."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from babel import Locale
from babel.dates import format_date

from course.targets.site.catalogue import ANY, Forms, Word, category, read

_PLACE = re.compile(r"\{(\w+)\}")
FOR_SCRIPT = "run."


def interface_of(assets: Mapping[str, bytes], language: str) -> Interface:
    """Return the words in a language; English where it has none."""

    def catalogues(ending: str) -> list[bytes]:
        return [content for path, content in sorted(assets.items()) if path.endswith(ending)]

    own = [] if language == "en" else catalogues(f"{language}.po")
    return Interface([*catalogues("en.po"), *own], language)


class Interface:
    """Words by key, in the language of the site; a later catalogue goes before an earlier one."""

    def __init__(self, catalogues: Iterable[bytes], language: str = "en") -> None:
        # "en" alone writes dates the American way
        self._locale = Locale.parse("en_GB" if language == "en" else language.replace("-", "_"))
        self.words: dict[str, Word] = {}
        for catalogue in catalogues:
            self.words |= read(catalogue, self._locale)

    def __call__(self, key: str, **values: object) -> str:
        """Return a text with its places filled, in the form that fits `count`.

        Raise KeyError for a key that no catalogue has.
        """
        word = self.words[key]
        text = word if isinstance(word, str) else self._form(word, values["count"])
        return _PLACE.sub(lambda place: str(values[place[1]]), text) if values else text

    def date(self, written: str) -> str:
        """Return a date (YYYY-MM-DD) in words."""
        return format_date(date.fromisoformat(written), "long", locale=self._locale)

    def for_script(self) -> dict[str, dict[str, Word]]:
        """Return the words that scripts say, by part and name: `run.review.print` is `print` of `review`."""
        parts = defaultdict[str, dict[str, Word]](dict)
        for key, word in sorted(self.words.items()):
            if key.startswith(FOR_SCRIPT):
                part, name = key.removeprefix(FOR_SCRIPT).split(".", 1)
                parts[part][name] = word
        return dict(parts)

    def _form(self, forms: Forms, count: object) -> str:
        assert isinstance(count, int)
        return forms.get(category(self._locale, count), forms[ANY])
