"""The blueprint as a table for a terminal, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from course.blueprint.counting import COLUMNS, FEWEST_UNITS, Coverage
from course.blueprint.too_few_responses import describe
from course.diagnostics import Diagnostic, rows

_NAMES = {column: f"{column}s" if column == "turn" else str(column) for column in COLUMNS}
_TOTAL = "together"
_WIDTH = 7


def render(coverages: Iterable[Coverage]) -> str:
    """Return one block for each competency: what there is by unit and level, and what is needed."""
    return "\n".join("\n".join(_block(coverage)) + "\n" for coverage in coverages)


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


def render_json(coverages: Iterable[Coverage], findings: Iterable[Diagnostic]) -> str:
    """Return the blueprint and the findings as one JSON object."""
    document = {"blueprint": [_entry(coverage) for coverage in coverages], "findings": rows(findings)}
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
