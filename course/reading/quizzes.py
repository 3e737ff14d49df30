"""`quizzes/…`: banks of items, dialogues, rating exercises and written replies, each in a file of its own."""

from __future__ import annotations

from course.diagnostics import Diagnostic, Report, did_you_mean
from course.exercises import EXERCISE_TYPES
from course.model.exercise_head import Head
from course.model.exercises import Exercise
from course.model.framework import Ref, refs
from course.model.items import Bank
from course.reading.banks import read_bank
from course.reading.choices import acceptances
from course.reading.folder import Folder
from course.source import Source, Text
from course.yaml_reader import Mapping, read_mapping

BANK = "bank"


def read(folder: Folder) -> tuple[tuple[Bank, ...], tuple[Exercise, ...]]:
    """Read every file, in the order of its path."""
    banks: list[Bank] = []
    exercises: list[Exercise] = []
    for source in folder.sources("quizzes", ".yml"):
        found = folder.once(source, _read)
        if isinstance(found, Bank):
            banks.append(found)
        elif found is not None:
            exercises.append(found)
    return tuple(banks), tuple(exercises)


def _read(source: Source, folder: Folder) -> Bank | Exercise | None:
    fields = read_mapping(source.whole(), folder.report)
    if fields is None:
        folder.is_whole = False
        return None
    return read_fields(fields, folder)


def read_fields(fields: Mapping, folder: Folder) -> Bank | Exercise | None:
    """Read a bank or an exercise, as its type says."""
    kind = fields.optional_ref("type")
    if kind is None or kind.value == BANK:
        found: Bank | Exercise = read_bank(fields, folder)
    elif reader := EXERCISE_TYPES.get(kind.value):
        found = reader(fields, _head(fields, folder.report), folder.report)
    else:
        folder.report(unknown_exercise_type(kind))
        folder.is_whole = False
        return None
    folder.close(fields)
    return found


def _head(fields: Mapping, report: Report) -> Head:
    name = fields.id()
    unit = fields.ref("unit")
    return Head(
        id=name.value,
        title=fields.words("title").value,
        unit=Ref(unit.value, unit.span),
        minutes=fields.whole("minutes", least=1, most=120),
        sources=refs(fields.needed_refs("sources")),
        span=name.span,
        accepted=acceptances(fields),
        if_time=fields.flag("if_time"),
    )


def unknown_exercise_type(name: Text) -> Diagnostic:
    """A file in `quizzes/` has a type that does not exist, so nothing can be read from it."""
    known = (BANK, *EXERCISE_TYPES)
    return Diagnostic(
        "unknown-exercise-type",
        f"`{name.value}` is not something that a file of `quizzes/` can hold",
        name.span,
        did_you_mean(name.value, known, f"use one of {', '.join(known)}"),
    )
