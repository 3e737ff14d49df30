"""The words of the site's interface, from a gettext catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from io import BytesIO

from babel.dates import format_date
from babel.messages.pofile import read_po

_PLACE = re.compile(r"\{(\w+)\}")
_FOR_SCRIPT = "run."


def interface_of(assets: Mapping[str, bytes], language: str) -> Interface:
    """Return the words in a language; English where it has none."""

    def catalogues(ending: str) -> list[bytes]:
        return [content for path, content in sorted(assets.items()) if path.endswith(ending)]

    return Interface([*catalogues("en.po"), *catalogues(f"{language}.po")], language)


class Interface:
    """Strings by key. A plural has keys `KEY.one` and `KEY.other`."""

    def __init__(self, catalogues: Iterable[bytes], language: str = "en") -> None:
        # "en" alone writes dates the American way
        self._language = "en_GB" if language == "en" else language.replace("-", "_")
        self._strings: dict[str, str] = {}
        for catalogue in catalogues:
            for message in read_po(BytesIO(catalogue)):
                if message.id:
                    self._strings[str(message.id)] = str(message.string)

    def __call__(self, key: str, **values: object) -> str:
        """Return a string with its placeholders filled. Raise KeyError for a key that no catalogue has."""
        if not values:
            return self._strings[key]
        if key not in self._strings and "count" in values:
            key = f"{key}.one" if values["count"] == 1 else f"{key}.other"
        return _PLACE.sub(lambda place: str(values[place[1]]), self._strings[key])

    def date(self, written: str) -> str:
        """Return a date (YYYY-MM-DD) in words."""
        return format_date(date.fromisoformat(written), "long", locale=self._language)

    def for_script(self) -> dict[str, str]:
        """Return the strings that the browser needs, without their prefix."""
        return {
            key.removeprefix(_FOR_SCRIPT): text
            for key, text in sorted(self._strings.items())
            if key.startswith(_FOR_SCRIPT)
        }
