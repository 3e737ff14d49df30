"""Rating exercises: every band in use is shown by an element."""

from __future__ import annotations

from collections.abc import Iterator

from course.diagnostics import Diagnostic
from course.model.course import Course


def unused_band(course: Course) -> Iterator[Diagnostic]:
    """Find bands of a rating exercise that are the reference of none of its elements.

    Who never sees what a 1 or a 5 looks like learns to rate everything in the middle.
    """
    for rating in course.ratings():
        shown = {element.reference for element in rating.elements}
        if not shown <= set(rating.bands):
            continue  # one that cannot be read may have been meant to show the one that lacks
        unused = [str(band) for band in rating.bands if band not in shown]
        if unused:
            *others, last = unused
            named = f"{', '.join(others)} or {last}" if others else last
            message = f"no element of this exercise has the reference {named}"
            used = ", ".join(map(str, sorted(shown)))
            step = f"write `bands: [{used}]`, until an element shows {'the others' if others else 'it'}"
            yield Diagnostic("unused-band", message, rating.head.span, step)
