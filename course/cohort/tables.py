"""The tables of a cohort by name, and the version of their schema, which `docs/cohort.md` describes."""

from __future__ import annotations

from typing import get_type_hints

from course.cohort.rows import (
    AssignmentRow,
    EstimateRow,
    ObservationRow,
    RecordRow,
    RefusalRow,
    ResponseRow,
    Rows,
)

# a new column is a minor version; a column that is gone or means something else is a major one
SCHEMA_VERSION = "1.1.0"

TABLES: dict[str, type[tuple[object, ...]]] = {
    "records": RecordRow,
    "responses": ResponseRow,
    "estimates": EstimateRow,
    "observations": ObservationRow,
    "assignments": AssignmentRow,
    "refusals": RefusalRow,
}
assert tuple(TABLES) == Rows._fields

_DAYS = ("date", "due_date")


def kinds(table: str) -> dict[str, str]:
    """Return what the columns of a table hold: text, whole, flag, moment, day, texts or wholes."""
    return {name: _kind(name, hint) for name, hint in get_type_hints(TABLES[table]).items()}


def _kind(name: str, hint: object) -> str:
    if name == "at" or name.endswith("_at"):
        return "moment"
    if name in _DAYS:
        return "day"
    if hint is bool:
        return "flag"
    if hint in (int, int | None):
        return "whole"
    if hint == tuple[int, ...]:
        return "wholes"
    return "texts" if hint == tuple[str, ...] else "text"
