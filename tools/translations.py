"""Whether the catalogues of the interface fit their language, and a translation the English words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages import Catalog
from babel.messages.pofile import read_po

from course.targets.site.catalogue import Word, counts_met, forms_met, messages, read
from tools.word_types import COUNT, places

ENGLISH = "en"


@dataclass(frozen=True)
class Catalogue:
    """A file of words: its name, language and head, the line of each key, and the words that are ready."""

    name: str
    language: Locale
    content: bytes
    head: Catalog
    lines: Mapping[str, int]
    words: Mapping[str, Word]

    @property
    def is_english(self) -> bool:
        return str(self.language) == ENGLISH

    def at(self, key: str) -> str:
        """Return the place of a key, and the key."""
        return f"{self.name}:{self.lines[key]}: `{key}`"


def fault(fact: str, help: str) -> str:
    """Return a fact and a next step, as `course check` writes them."""
    return f"{fact}\n  = help: {help}"


def read_catalogues(folder: Path) -> list[Catalogue]:
    """Read every catalogue of a folder; `review.nl.po` and `nl.po` are Dutch."""
    return [_catalogue(path) for path in sorted(folder.glob("*.po"))]


def faults(catalogues: Iterable[Catalogue]) -> Iterator[str]:
    """Yield what does not fit, each with its next step."""
    catalogues = list(catalogues)
    english = {key: word for one in catalogues if one.is_english for key, word in one.words.items()}
    for catalogue in catalogues:
        yield from _wrong_forms(catalogue)
        for key, word in catalogue.words.items():
            yield from _unlike_english(catalogue.at(key), word, english.get(key))
            yield from _hidden_count(catalogue.at(key), word, catalogue.language)
    yield from _twice(catalogues)


def _catalogue(path: Path) -> Catalogue:
    content = path.read_bytes()
    head = read_po(BytesIO(content))
    language = Locale.parse(path.name.split(".")[-2], sep="-")
    lines = {key: message.lineno or 0 for key, message in messages(head)}
    return Catalogue(path.name, language, content, head, lines, read(content, language))


def _wrong_forms(catalogue: Catalogue) -> Iterator[str]:
    """Find a head that gives counts different forms where the language has one for them."""
    head = catalogue.head
    if head.locale != catalogue.language:
        help = f"write `Language: {catalogue.language}`, or rename the file"
        yield fault(f"{catalogue.name}: its name and its head name two languages", help)
        return
    for name, forms in forms_met(catalogue.language, head.plural_expr).items():
        if len(forms) > 1:
            fact = f"{catalogue.name}: `Plural-Forms` gives the category `{name}` the forms {sorted(forms)}"
            yield fault(fact, "take the expression from the plural rules of Unicode CLDR")


def _unlike_english(at: str, word: Word, english: Word | None) -> Iterator[str]:
    """Find a text that the English catalogues do not have, or that has other places."""
    if english is None:
        yield fault(f"{at} is no key of the English catalogues", "remove or correct it")
    elif isinstance(word, str) != isinstance(english, str):
        yield fault(f"{at} has plural forms in one language only", "write it as the English catalogue does")
    elif _has_other_places(word, english):
        wanted = ", ".join(f"{{{name}}}" for name in sorted(places(english))) or "none"
        yield fault(f"{at} has other places than in English", f"its places are: {wanted}")


def _has_other_places(word: Word, english: Word) -> bool:
    if isinstance(word, str):
        return places(word) != places(english)
    # a form may say its count in words
    return any(places(form) - {COUNT} != places(english) - {COUNT} for form in word.values())


def _hidden_count(at: str, word: Word, language: Locale) -> Iterator[str]:
    """Find a form that serves several counts and does not say which."""
    if isinstance(word, str) or COUNT not in places(word):
        return
    for name, counts in counts_met(language).items():
        if len(counts) > 1 and COUNT not in places(word[name]):
            some = ", ".join(str(count) for count in counts[:3])
            yield fault(f"{at} does not say the count for {some}", f"write {{{COUNT}}} in the form `{name}`")


def _twice(catalogues: Iterable[Catalogue]) -> Iterator[str]:
    seen: dict[tuple[Locale, str], str] = {}
    for catalogue in catalogues:
        for key in catalogue.lines:
            first = seen.setdefault((catalogue.language, key), catalogue.name)
            if first != catalogue.name:
                yield fault(f"{catalogue.at(key)} stands in {first} too", "keep one of the two")
