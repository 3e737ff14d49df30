"""The words of the site's interface, from gettext catalogues."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from babel import Locale
from babel.dates import format_date
from markupsafe import Markup, escape

from course.targets.site.catalogue import ANY, Forms, Word, category, read

_PLACE = re.compile(r"\{(\w+)\}")
FOR_SCRIPT = "run."
ENGLISH = "en"


def interface_of(assets: Mapping[str, bytes], language: str) -> Interface:
    """Return the words in a language; those of its base, and in the end English, where it has none."""

    def catalogues(code: str) -> list[bytes]:
        endings = (f".{code}.po", f"/{code}.po")
        return [content for path, content in sorted(assets.items()) if path.endswith(endings)]

    codes = dict.fromkeys((ENGLISH, language.partition("-")[0], language))
    own = [content for code in codes if code != ENGLISH for content in catalogues(code)]
    is_foreign = language.partition("-")[0] != ENGLISH and not own
    return Interface([*catalogues(ENGLISH), *own], language, is_foreign=is_foreign)


def direction_of(language: str) -> str:
    """Return the direction in which a language is written: `ltr` or `rtl`."""
    return str(Locale.parse(language, sep="-").text_direction)


class Interface:
    """Words by key, in the language of the site; a later catalogue goes before an earlier one.

    `is_foreign`: there are none in that language, so all of them are English.
    """

    def __init__(
        self, catalogues: Iterable[bytes], language: str = ENGLISH, *, is_foreign: bool = False
    ) -> None:
        # "en" alone writes dates the American way
        self._locale = Locale.parse("en_GB" if language == ENGLISH else language.replace("-", "_"))
        self.language = language
        self.is_foreign = is_foreign
        self.words: dict[str, Word] = {}
        for catalogue in catalogues:
            self.words |= read(catalogue, self._locale)

    def marked(self, key: str, **values: object) -> Markup:
        """Return a text as HTML that says it is English, and of words put into it that they are not."""
        word = self.words[key]
        text = str(escape(word if isinstance(word, str) else self._form(word, values["count"])))
        filled = _PLACE.sub(lambda place: self._of_course(values[place[1]]), text) if values else text
        return Markup(f'<span lang="{ENGLISH}" dir="ltr">{filled}</span>')

    def _of_course(self, value: object) -> str:
        if isinstance(value, int):
            return str(value)
        return f'<span lang="{self.language}" dir="{direction_of(self.language)}">{escape(value)}</span>'

    def said(self, key: str, **values: object) -> str | Markup:
        """Return a text for a template to show, marked where it is in another language than the course."""
        return self.marked(key, **values) if self.is_foreign else self(key, **values)

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
