"""Ids and file names made of the words of another tool."""

from __future__ import annotations

import re
import unicodedata

from course.yaml_reader.findings import LONGEST_ID

_LONGEST_PART = 40


def slug(words: str) -> str:
    """Return words as a part of an id: lower-case letters, digits and hyphens; empty if none is left."""
    plain = unicodedata.normalize("NFKD", words[:200].replace("ß", "ss"))
    letters = "".join(sign for sign in plain.lower() if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", letters)[:_LONGEST_PART].strip("-")


def as_id(words: str, otherwise: str) -> str:
    """Return words as an id, which begins with a letter."""
    found = slug(words)
    return found if found[:1].isalpha() else f"{otherwise}-{found}".strip("-")


class Names:
    """Gives out names, each once: with a number behind it where it was given before."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._next: dict[str, int] = {}

    def distinct(self, name: str) -> str:
        """Return a name that was not given yet."""
        name = name[:LONGEST_ID].rstrip("-")
        chosen, number = name, self._next.get(name, 2)
        while chosen in self._given:
            chosen = f"{name[: LONGEST_ID - len(str(number)) - 1].rstrip('-')}-{number}"
            number += 1
        self._next[name] = number
        self._given.add(chosen)
        return chosen
