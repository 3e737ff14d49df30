"""The blueprint as a table for a terminal, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from course.blueprint.counting import COLUMNS, FEWEST_UNITS, Coverage, coverage
from course.blueprint.dialogue_contents import contents_of_dialogues, elements_of
from course.blueprint.dialogue_rendering import dialogue_rows, render_dialogues
from course.blueprint.too_few_responses import describe
from course.diagnostics import Diagnostic, rows
from course.model.course import Course

_NAMES = {column: f"{column}s" if column == "turn" else str(column) for column in COLUMNS}
_TOTAL = "together"
_WIDTH = 7


def render(course: Course) -> str:
    """Return one block for each competency, and one for each four dialogues.

    The first say what there is by unit and level, and what is needed; the others which dialogues hold what.
    """
    competencies = "\n".join("\n".join(_block(each)) + "\n" for each in coverage(course))
    dialogues = render_dialogues(contents_of_dialogues(course), elements_of(course))
    return "\n".join(filter(None, (competencies, dialogues)))


def _block(coverage: Coverage) -> Iterator[str]:
    competency = coverage.competency
    yield f"{competency.id}  {competency.title}"
    enough = "enough" if coverage.is_enough else "too few"
    yield f"      priority {competency.priority}: {describe(coverage)} ({enough})"
    if not coverage.units:
        return
    first = max(map(len, (*coverage.units, _TOTAL)))
    total = {column: sum(row[column] for row in coverage.units.values()) for column in COLUMNS}
    yield f"      {'':{first}}" + "".join(f"{_NAMES[column]:>{_WIDTH}}" for column in COLUMNS)
    for name, row in {**coverage.units, _TOTAL: total}.items():
        yield f"      {name:{first}}" + "".join(f"{row[column] or '·':>{_WIDTH}}" for column in COLUMNS)


def render_json(course: Course, findings: Iterable[Diagnostic]) -> str:
    """Return the blueprint, what dialogues hold, and the findings as one JSON object."""
    document = {
        "blueprint": [_entry(each) for each in coverage(course)],
        "dialogues": dialogue_rows(contents_of_dialogues(course), elements_of(course)),
        "findings": rows(findings),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _entry(coverage: Coverage) -> dict[str, object]:
    return {
        "competency": coverage.competency.id,
        "priority": coverage.competency.priority,
        "strand": coverage.competency.strand,
        "available": coverage.available,
        "effective": coverage.effective,
        "minimum": coverage.minimum,
        "units": coverage.leading_units,
        "fewestUnits": FEWEST_UNITS,
        "isEnough": coverage.is_enough,
        "cells": [
            {"unit": unit, **{_NAMES[column]: row[column] for column in COLUMNS}}
            for unit, row in coverage.units.items()
        ],
    }
