"""Gettext catalogues: texts by key, and for each count the form that its language asks for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from gettext import c2py
from io import BytesIO

from babel import Locale
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po

# Counts among which every language meets all its categories; the last is for French and its like.
COUNTS = (*range(1001), 1_000_000)
ANY = "other"

# The forms of a text by the category of the count in Unicode CLDR: `one`, `few`, …, and always `other`.
Forms = Mapping[str, str]
Word = str | Forms


@lru_cache
def read(content: bytes, language: Locale) -> Mapping[str, Word]:
    """Return the texts of a catalogue by key, with forms for the counts of a language.

    Texts that are empty or marked fuzzy are left out: they are not translated yet.
    What was read is kept, because a preview asks for the same catalogues at every change.
    """
    catalogue = read_po(BytesIO(content))
    return {
        key: word for key, message in messages(catalogue) if (word := _word(catalogue, message, language))
    }


def messages(catalogue: Catalog) -> Iterator[tuple[str, Message]]:
    """Yield the messages of a catalogue with their keys."""
    for message in catalogue:
        if message.id:
            yield message.id if isinstance(message.id, str) else message.id[0], message


def category(language: Locale, count: int) -> str:
    """Return the category of a count, the same as `Intl.PluralRules` gives in the browser."""
    return str(language.plural_form(count))


def form_places(language: Locale, expression: str, number: int) -> Mapping[str, int]:
    """Return for each category of a language which of a catalogue's numbered forms it takes.

    Gettext numbers the forms in an order of its own, and CLDR has categories that only fractions or
    millions meet. Where the catalogue, which may be in another language, gives the counts of one
    category several forms, it takes the last one, which is the most general.
    """
    met = forms_met(language, expression)
    plain = {name: min(forms) if len(forms) == 1 else number - 1 for name, forms in met.items()}
    return {ANY: number - 1, **plain}


@lru_cache
def forms_met(language: Locale, expression: str) -> Mapping[str, set[int]]:
    """Return for each category of a language which numbered forms its counts take."""
    form = c2py(expression)
    return {name: {form(count) for count in counts} for name, counts in counts_met(language).items()}


@lru_cache
def counts_met(language: Locale) -> Mapping[str, list[int]]:
    """Return for each category of a language those of `COUNTS` that fall into it."""
    met = defaultdict[str, list[int]](list)
    for count in COUNTS:
        met[category(language, count)].append(count)
    return met


def _word(catalogue: Catalog, message: Message, language: Locale) -> Word | None:
    if message.fuzzy:
        return None
    texts = message.string or ""
    if isinstance(texts, str):
        return texts
    if not all(texts):
        return None
    places = form_places(language, catalogue.plural_expr, catalogue.num_plurals)
    return {name: texts[place] for name, place in places.items()}
