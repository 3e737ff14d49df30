"""Parts: every unit is in the folder of a part."""

from __future__ import annotations

from collections.abc import Iterator

from course.checks.naming import unknown
from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.framework import Ref


def unknown_part(course: Course) -> Iterator[Diagnostic]:
    """Find units in a folder of `content/` that is no part of `content/course.yml`.

    The map of the course is made of its parts, so such a unit would be missing there.
    """
    known = [part.id for part in course.outline.parts]
    reported: set[str] = set()
    for unit in course.units:
        if unit.part not in known and unit.part not in reported:
            reported.add(unit.part)
            step = f"move the unit into one of {', '.join(f'content/{part}' for part in known)}"
            if not course.outline.span.source.is_shipped:
                step = f"add it to `parts` in content/course.yml, or rename the folder content/{unit.part}"
            yield unknown("unknown-part", "part", Ref(unit.part, unit.span), known, step)
