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
        for band in rating.bands:
            if band not in shown:
                used = ", ".join(str(one) for one in rating.bands if one != band)
                message = f"no element of this exercise has the reference {band}"
                step = f"add an element that shows it, or write `bands: [{used}]`"
                yield Diagnostic("unused-band", message, rating.head.span, step)
