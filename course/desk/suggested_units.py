"""Which units are suggested when something that a supervisor rates is weak."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course.model.course import Course

CONTINUING = "continuing"


def suggested_units(course: Course) -> dict[str, list[str]]:
    """Return the units to suggest by instrument item, and by the competency that an item hides.

    These are the continuing units that name a competency which the item observes; where there are none,
    the unit to read again that the item names, or the other units that name the competency.
    An organisation may say otherwise.
    """
    hosts = {item.id: [unit.id for unit in units] for item, units in course.organisation.suggested_units}
    again = dict(_refreshers(course))
    return {
        subject: hosts.get(subject) or _units(course, names, again.get(subject, []))
        for subject, names in _subjects(course)
    }


def _refreshers(course: Course) -> Iterator[tuple[str, list[str]]]:
    """Yield the items that name something to read again, each with the unit that holds it."""
    for item in (item for scale in course.framework.instruments for item in scale.items):
        if item.refresher:
            unit = course.unit_of_lesson.get(item.refresher.id)
            yield item.id, [unit.id if unit else item.refresher.id]


def _subjects(course: Course) -> Iterator[tuple[str, list[str]]]:
    """Yield everything that is rated, with the competencies it shows something of."""
    for instrument in course.framework.instruments:
        for item in instrument.items if instrument.rates else ():
            yield (
                item.id,
                [
                    competency.id
                    for competency in course.framework.competencies
                    if item.id in (ref.id for ref in competency.observed_by)
                ],
            )
            if item.hides:
                yield item.hides.id, [item.hides.id]


def _units(course: Course, competencies: Iterable[str], again: list[str]) -> list[str]:
    wanted = set(competencies)
    teaching = [
        (unit, part.id)
        for part in course.outline.parts
        for unit in part.units
        if wanted & {ref.id for ref in unit.competencies}
    ]
    continuing = [unit.id for unit, part in teaching if part == CONTINUING]
    return continuing or again or [unit.id for unit, _ in teaching]
