"""What a reader asks of a file: its fields are recorded by letting the reader read a file that says yes.

So the description of a file is the reader itself, and cannot say anything else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import yaml

from course.source import Source, Span, Text
from course.yaml_reader.mapping import Mapping

ID, WORD, FLAG, WHOLE, NUMBER, ONE_OR_MORE, LIST, MAPPING, MAPPINGS = (
    *("id", "word", "flag", "whole", "number", "one-or-more", "list", "mapping", "mappings"),
)
TYPE = "type"
_WORD = "x"
_ANY_NAME = "any-name"

# The types that an entry of a list may have, by the names of the lists it is in; none where it has no type.
Types = Callable[[tuple[str, ...]], Sequence[str]]


@dataclass
class Field:
    """A field as it was asked for: what it holds, and what of that is allowed."""

    kind: str
    allowed: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    of: str = ""  # what the entries of a list are
    has_entries: bool = False
    shape: Shape | None = None


@dataclass
class Shape:
    """The fields of a mapping; one that has types has another shape for each."""

    fields: dict[str, Field] = field(default_factory=dict)
    any_name: Field | None = None
    decides: str = ""
    by_type: dict[str, Shape] = field(default_factory=dict)
    waived: set[str] = field(default_factory=set)
    _needed: list[set[str]] = field(default_factory=list)

    def visit(self) -> set[str]:
        self._needed.append(set())
        return self._needed[-1]

    @property
    def needed(self) -> list[str]:
        """Return what was needed at every visit and is not waived, in the order of the fields."""
        always = set.intersection(*self._needed) if self._needed else set()
        return [name for name in self.fields if name in always - self.waived]


def asked(read: Callable[[Mapping], object], types: Types, type_name: str = "") -> Shape:
    """Return the fields that `read` asks of a file of a type, whether optional ones are there or not."""
    shape = Shape()
    for is_generous in (True, False):
        read(Asked(shape, types, is_generous, type_name=type_name))
    return shape


class Asked(Mapping):
    """A mapping that has every field it is asked for; a generous one has those that are optional, too."""

    def __init__(
        self,
        shape: Shape,
        types: Types,
        is_generous: bool,
        path: tuple[str, ...] = (),
        type_name: str = "",
    ) -> None:
        node = yaml.MappingNode("tag:yaml.org,2002:map", [], None, None)
        super().__init__(node, Source("asked.yml", _WORD).whole(), lambda finding: None)
        self._shape = shape
        self._types = types
        self._is_generous = is_generous
        self._path = path
        self._type = type_name
        self._needs = shape.visit()

    @property
    def span(self) -> Span:
        return self.region

    def place(self, name: str) -> Span:
        return self.region

    def names(self) -> tuple[Text, ...]:
        return (self._said(_ANY_NAME),)

    def drop(self, name: str) -> Span | None:
        return None

    def close(self) -> None:
        """Find nothing: whatever was asked for was there."""

    def deciding_text(self, name: str) -> Text:
        self._shape.decides = name
        self._record(name, Field(WORD, (self._type,)), is_needed=True)
        return self._said(self._type)

    def optional_ref(self, name: str) -> Text | None:
        if name == TYPE and self._type:
            self._record(name, Field(WORD, (self._type,)))
            return self._said(self._type)
        return super().optional_ref(name)

    def id(self, name: str = "id") -> Text:
        self._record(name, Field(ID), is_needed=True)
        return self._said(name)

    def word(self, name: str, allowed: Iterable[str]) -> Text:
        words = tuple(map(str, allowed))
        self._record(name, Field(WORD, words), is_needed=True)
        return self._said(words[0 if self._is_generous else -1])

    def optional_word(self, name: str, allowed: Iterable[str]) -> str:
        words = tuple(map(str, allowed))
        self._record(name, Field(WORD, words))
        return words[0] if self._is_generous else ""

    def flag(self, name: str) -> bool:
        self._record(name, Field(FLAG))
        return self._is_generous

    def whole(self, name: str, *, least: int = 0, most: int = 10_000) -> int:
        self._record(name, Field(WHOLE, least=least, most=most), is_needed=True)
        return least

    def optional_whole(self, name: str, *, least: int = 0, most: int = 10_000) -> int | None:
        self._record(name, Field(WHOLE, least=least, most=most))
        return least if self._is_generous else None

    def thousandths(self, name: str, *, least: int, most: int) -> int:
        self._record(name, Field(NUMBER, least=least, most=most), is_needed=True)
        return least * 1000

    def one_or_more(self, name: str) -> tuple[Text, ...]:
        self._record(name, Field(ONE_OR_MORE))
        return (self._said(_WORD),) if self._is_generous else ()

    def needed_one_or_more(self, name: str) -> tuple[Text, ...]:
        self._record(name, Field(ONE_OR_MORE), is_needed=True)
        return (self._said(_WORD),)

    def mapping(self, name: str) -> Mapping | None:
        return self._child(name, self._record(name, Field(MAPPING, shape=Shape())))

    def needed_mapping(self, name: str) -> Mapping | None:
        self._needs.add(name)
        return self.mapping(name)

    def mappings(self, name: str) -> Iterator[Mapping]:
        return self._entries(name, is_needed=True)

    def optional_mappings(self, name: str) -> Iterator[Mapping]:
        return self._entries(name, is_needed=False)

    def _entries(self, name: str, *, is_needed: bool) -> Iterator[Mapping]:
        entry = self._record(name, Field(MAPPINGS, shape=Shape()), is_needed=is_needed)
        types = self._types((*self._path, self._type, name))
        if not types:
            yield self._child(name, entry)
        for each in types:
            assert entry.shape is not None
            entry.shape.by_type.setdefault(each, Shape())
            yield self._child(name, Field(MAPPING, shape=entry.shape.by_type[each]), each)

    def _child(self, name: str, entry: Field, type_name: str = "") -> Mapping:
        assert entry.shape is not None
        path = (*self._path, self._type, name)
        return Asked(entry.shape, self._types, self._is_generous, path, type_name)

    def _needed(self, name: str, kind: str) -> Text:
        self._record(name, Field(kind), is_needed=True)
        return self._said(_WORD)

    def _optional(self, name: str, kind: str) -> Text | None:
        self._record(name, Field(kind))
        return self._said(_WORD) if self._is_generous else None

    def _need_entries(self, name: str) -> None:
        self._record(name, Field(LIST, has_entries=True), is_needed=True)

    def _list(self, name: str, kind: str) -> tuple[Text, ...]:
        self._record(name, Field(LIST)).of = kind
        return (self._said(_WORD),)

    def _record(self, name: str, asked_for: Field, *, is_needed: bool = False) -> Field:
        if name == _ANY_NAME:
            self._shape.any_name = self._shape.any_name or asked_for
            return self._shape.any_name
        if is_needed:
            self._needs.add(name)
        return self._shape.fields.setdefault(name, asked_for)

    def _said(self, word: str) -> Text:
        return Text(word, self.region)
