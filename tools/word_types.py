"""The words that scripts say, as TypeScript types: each with the places that it has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from course.targets.site.catalogue import Word
from course.targets.site.interface import Interface

COUNT = "count"
_PLACE = re.compile(r"\{(\w+)\}")
_NAME = re.compile(r"[A-Za-z_]\w*")
_HEAD = """\
/** The words that scripts say; made from the catalogues by `python -m tools.words`, not by hand. */

"""


def types(catalogues: Iterable[bytes]) -> str:
    """Return the file of types for the words of these catalogues."""
    parts = Interface(catalogues).for_script()
    plain = {
        part: {name: word for name, word in words.items() if isinstance(word, str)}
        for part, words in parts.items()
    }
    counted = {
        part: {name: word for name, word in words.items() if not isinstance(word, str)}
        for part, words in parts.items()
    }
    return (
        _HEAD
        + "".join(_interface("Words", "The texts of each part, with their places.", plain))
        + "\n"
        + "".join(
            _interface("Plurals", "The texts whose form a count chooses, with their other places.", counted)
        )
    )


def places(word: Word) -> set[str]:
    """Return the names of the places in a text, or in any of its forms."""
    texts = [word] if isinstance(word, str) else word.values()
    return {name for text in texts for name in _PLACE.findall(text)}


def _interface(name: str, says: str, parts: Mapping[str, Mapping[str, Word]]) -> Iterator[str]:
    yield f"/** {says} */\nexport interface {name} {{\n"
    for part, words in parts.items():
        yield f"  {part}: {{\n" if words else f"  {part}: Record<never, never>;\n"
        for word, text in words.items():
            yield f"    {_key(word)}: {_union(places(text) - _given(text))};\n"
        yield "  };\n" if words else ""
    yield "}\n"


def _given(word: Word) -> set[str]:
    """The count of a plural is given by itself."""
    return set() if isinstance(word, str) else {COUNT}


def _key(name: str) -> str:
    return name if _NAME.fullmatch(name) else f'"{name}"'


def _union(names: set[str]) -> str:
    return " | ".join(f'"{name}"' for name in sorted(names)) or "never"
