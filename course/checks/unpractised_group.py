"""Coverage of units: what belongs in every one of a kind is practised in each."""

from __future__ import annotations

from collections.abc import Iterator

from course.diagnostics import Diagnostic, Severity
from course.model.course import Course
from course.model.dialogue import Dialogue
from course.model.exercises import Demonstration, competencies_of
from course.model.units import Unit


def unpractised_group(course: Course) -> Iterator[Diagnostic]:
    """Find units that do not practise a group of competencies that belongs in every unit of their kind.

    A group says so with `in_every`. Such a unit asks about the group in an item, and shows or practises it
    in a demonstration or a dialogue; otherwise trainers meet it only in a unit of its own.
    """
    for group in course.framework.groups:
        members = {one.id for one in course.framework.competencies if one.group == group.id}
        for unit in course.units:
            if not group.in_every or unit.kind != group.in_every:
                continue
            for what, practised in (
                ("item", _asked(course, unit)),
                ("demonstration or dialogue", _shown(course, unit)),
            ):
                if not members & practised:
                    yield Diagnostic(
                        code="unpractised-group",
                        message=f"no {what} of `{unit.id}` practises *{group.title}*",
                        span=unit.span,
                        help=f"name {_one_of(members)} in one; `{group.id}` belongs in every {unit.kind}",
                        severity=Severity.WARNING,
                    )


def _asked(course: Course, unit: Unit) -> set[str]:
    return {ref.id for bank, item in course.items() if bank.unit.id == unit.id for ref in item.assesses}


def _shown(course: Course, unit: Unit) -> set[str]:
    shown = (one for one in course.exercises if isinstance(one, Demonstration | Dialogue))
    return {ref.id for one in shown if one.head.unit.id == unit.id for ref in competencies_of(one)}


def _one_of(members: set[str]) -> str:
    return " or ".join(f"`{name}`" for name in sorted(members)) or "a competency of it"
