"""Confidence: asked before a unit and after it, or not at all."""

from __future__ import annotations

from collections.abc import Iterator

from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.units import ConfidencePlace, Unit


def unpaired_confidence(course: Course) -> Iterator[Diagnostic]:
    """Find units that ask for confidence only before or only after, twice, or outside a unit.

    One level alone says little; two of them, compared with the evidence, show who is too sure or too modest.
    """
    for page in course.pages:
        for place in page.confidence_places():
            message = "this page belongs to no unit whose competencies could be asked about"
            yield Diagnostic("unpaired-confidence", message, place.span, "move it into a lesson of a unit")
    for unit in course.units:
        yield from _unpaired(unit)


def _unpaired(unit: Unit) -> Iterator[Diagnostic]:
    places: dict[str, list[ConfidencePlace]] = {"before": [], "after": []}
    for lesson in unit.lessons:
        for place in lesson.confidence_places():
            places[place.when].append(place)
    for when, other in (("before", "after"), ("after", "before")):
        for again in places[when][1:]:
            message = f"this unit asks for confidence `{when}` twice"
            yield Diagnostic("unpaired-confidence", message, again.span, "keep one of the two")
        if places[when] and not places[other]:
            message = f"this unit asks for confidence `{when}` and never `{other}`"
            step = f"write `::: confidence {other}` and `:::` in another lesson of the unit"
            yield Diagnostic("unpaired-confidence", message, places[when][0].span, step)
