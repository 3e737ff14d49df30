"""Which files are one person's: they share a pseudonym, directly or through other files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from course.records import json_text
from course.records.refusals import RefusalError


class _Learner(msgspec.Struct):
    pseudonyms: list[str]


class _Head(msgspec.Struct):
    learner: _Learner


_HEAD = msgspec.json.Decoder(_Head)
_PSEUDONYM = re.compile("[a-z2-7]{26}")
_BOM = b"\xef\xbb\xbf"


def pseudonyms_in(content: bytes) -> tuple[str, ...]:
    """Return the pseudonyms that a file names, without reading the rest; none where it names none."""
    if len(content) > json_text.LARGEST_FILE:
        return ()
    try:
        found = _HEAD.decode(content.removeprefix(_BOM))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _with_care(content)
    return _fitting(found)


def _with_care(content: bytes) -> tuple[str, ...]:
    """Read what the fast decoder does not, as `records.reading` would."""
    try:
        return _fitting(msgspec.convert(json_text.parse(content), _Head))
    except (RefusalError, msgspec.ValidationError):
        return ()


def _fitting(found: _Head) -> tuple[str, ...]:
    """Return the pseudonyms; a file with a text that cannot be one is going to be refused."""
    names = sorted(set(found.learner.pseudonyms))
    return tuple(names) if all(map(_PSEUDONYM.fullmatch, names)) else ()


class People:
    """Names every person by the smallest of their pseudonyms.

    Only pseudonyms of files that name several are remembered, so memory does not grow with other files.
    """

    def __init__(self, links: Iterable[Sequence[str]] = ()) -> None:
        self._before: dict[str, str] = {}
        for names in links:
            self.link(names)

    def link(self, pseudonyms: Sequence[str]) -> None:
        """Say that pseudonyms are one person's."""
        firsts = sorted({self.name(one) for one in pseudonyms})
        for other in firsts[1:]:
            self._before[other] = firsts[0]

    def name(self, pseudonym: str) -> str:
        """Return the smallest pseudonym of a person."""
        path = []
        while pseudonym in self._before:
            path.append(pseudonym)
            pseudonym = self._before[pseudonym]
        for one in path:
            self._before[one] = pseudonym
        return pseudonym


def by_person(files: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return the names of files by person, from the pseudonyms that each file names."""
    people = People(names for names in files.values() if len(names) > 1)
    found: dict[str, list[str]] = {}
    for file, names in files.items():
        found.setdefault(people.name(names[0]), []).append(file)
    return found
