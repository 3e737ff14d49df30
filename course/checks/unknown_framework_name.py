"""The framework: competencies belong to groups and are observed by items that exist."""

from __future__ import annotations

from collections.abc import Iterator

from course.checks.naming import unknown, unknown_among
from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.framework import Ref


def unknown_framework_name(course: Course) -> Iterator[Diagnostic]:
    """Find groups, instrument items and competencies that are named and not in `content/competencies.yml`."""
    code = "unknown-framework-name"
    groups = [group.id for group in course.framework.groups]
    items = [item for instrument in course.framework.instruments for item in instrument.items]
    observers = [item.id for item in items]
    competencies = [competency.id for competency in course.framework.competencies]
    hidden = [item.hides for item in items if item.hides]
    yield from unknown_among(hidden, code, "competency", competencies, "add it to `competencies`")
    suggesting = [item for item, _ in course.organisation.suggested_units]
    yield from unknown_among(
        suggesting, code, "instrument item", [*observers, *competencies], "see `instruments`"
    )
    for competency in course.framework.competencies:
        if competency.group and competency.group not in groups:
            ref = Ref(competency.group, competency.span)
            yield unknown(code, "group", ref, groups, "add it to `groups`")
        yield from unknown_among(
            competency.observed_by, code, "instrument item", observers, "add it to `instruments`"
        )
