"""Values of the model as plain lists, and back, so that what was read of a file can be cached.

Only the classes named here are ever made, so nothing in a cached value can run.
A place is stored as two numbers, because it is always in the file that the value was read from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from enum import Enum
from operator import attrgetter
from typing import Any

from course.model import (
    artefacts,
    choices,
    dialogue,
    exercise_head,
    exercises,
    forms,
    framework,
    items,
    observation,
    prose,
    units,
)
from course.source import Source, Span, Text

Plain = str | int | bool | None | list[Any]

_CLASSES: tuple[type, ...] = (
    framework.Ref,
    choices.Acceptance,
    prose.Prose,
    prose.LinkStart,
    prose.Figure,
    prose.Citation,
    prose.PlacedForm,
    prose.PlacedYear,
    artefacts.Word,
    artefacts.Label,
    artefacts.Mark,
    artefacts.Mean,
    artefacts.Fact,
    artefacts.Artefact,
    units.Heading,
    units.Box,
    units.QuizPlace,
    units.ExercisePlace,
    units.QuestionPlace,
    units.ConfidencePlace,
    units.Objective,
    units.Lesson,
    units.Searching,
    units.Unit,
    items.Option,
    items.Choose,
    items.Step,
    items.Order,
    items.Target,
    items.Card,
    items.Match,
    items.VotedReply,
    items.BestWorst,
    items.Section,
    items.Item,
    items.Case,
    items.ListedOption,
    items.OptionList,
    items.Bank,
    exercise_head.Head,
    dialogue.Condition,
    dialogue.Mark,
    dialogue.Reply,
    dialogue.OtherLine,
    dialogue.Turn,
    dialogue.Ending,
    exercises.ExcerptLine,
    exercises.Element,
    exercises.Point,
    exercises.Note,
    exercises.ShownLine,
    *exercises.EXERCISE_KINDS.values(),
    forms.Form,
    observation.ObservationSheet,
)
_ENUMS: tuple[type[Enum], ...] = (items.Level, dialogue.Effect)
_SPAN, _TEXT, _TUPLE, _MAPPING, _FIRST_ENUM = -1, -2, -3, -4, -5
_NUMBERS = {kind: number for number, kind in enumerate(_CLASSES)}
_NAMES = {kind: [field.name for field in fields(kind)] for kind in _CLASSES}
_VALUES = {
    kind: attrgetter(*names) if len(names) > 1 else lambda value, name=names[0]: (getattr(value, name),)
    for kind, names in _NAMES.items()
}


class CodingError(Exception):
    """A cached value is not one of the model's: it was damaged, or made by another version."""


def plain(value: object) -> Plain:
    """Return a value as lists, numbers and texts."""
    if value is None or isinstance(value, (bool, int)) or type(value) is str:
        return value
    number = _NUMBERS.get(type(value))
    if number is not None:
        return [number, *map(plain, _VALUES[type(value)](value))]
    if isinstance(value, Span):
        return [_SPAN, value.start, value.end]
    if isinstance(value, Text):
        return [_TEXT, value.value, value.span.start, value.span.end]
    if isinstance(value, Enum):
        return [_FIRST_ENUM - _ENUMS.index(type(value)), value.value]
    if isinstance(value, tuple):
        return [_TUPLE, *map(plain, value)]
    if isinstance(value, Mapping):
        return [_MAPPING, *(part for pair in value.items() for part in map(plain, pair))]
    raise TypeError(f"{type(value).__name__} is not known to `course.model.coding`")


def restored(value: Plain, source: Source) -> Any:
    """Return the value that `plain` was given, with its places in `source`."""
    try:
        return _restored(value, source)
    except (TypeError, ValueError, IndexError) as error:
        raise CodingError(str(error)) from error


def _restored(value: Any, source: Source) -> Any:
    if type(value) is not list:
        return value
    kind = value[0]
    if kind >= 0:
        return _CLASSES[kind](*[_restored(part, source) for part in value[1:]])
    if kind == _SPAN:
        return Span(source, value[1], value[2])
    if kind == _TUPLE:
        return tuple([_restored(part, source) for part in value[1:]])
    if kind == _TEXT:
        return Text(value[1], Span(source, value[2], value[3]))
    if kind == _MAPPING:
        parts = [_restored(part, source) for part in value[1:]]
        return dict(zip(parts[::2], parts[1::2], strict=True))
    return _ENUMS[_FIRST_ENUM - kind](value[1])
