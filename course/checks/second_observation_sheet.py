"""Observation sheets: there is one for a competency."""

from __future__ import annotations

from collections.abc import Iterator

from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.observation import ObservationSheet


def second_observation_sheet(course: Course) -> Iterator[Diagnostic]:
    """Find competencies with two observation sheets.

    An observer gives one value for a competency, and would not know by which anchors.
    """
    first: dict[str, ObservationSheet] = {}
    for sheet in sorted(course.observation_sheets, key=lambda sheet: not sheet.span.source.is_shipped):
        earlier = first.setdefault(sheet.competency.id, sheet)
        if sheet.competency.id and earlier is not sheet:
            yield Diagnostic(
                "second-observation-sheet",
                f"`{sheet.competency.id}` has the observation sheet `{earlier.id}` already",
                sheet.competency.span,
                f"join the two; the first is at {earlier.span.place}",
            )
