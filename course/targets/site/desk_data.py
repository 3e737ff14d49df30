"""What the pages of the supervisor's desk must know of the course, as a script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from course.desk.assigning import assignable_minutes
from course.desk.suggested_units import suggested_units
from course.model.framework import Instrument, InstrumentItem
from course.model.prose import Prose
from course.model.units import Heading, Unit
from course.targets.site.context import SiteContext
from course.targets.site.page_data import PageData
from course.targets.site.page_data.desk import (
    AssignableUnit,
    DeskData,
    InstrumentData,
    InstrumentItemData,
    Script,
)
from course.targets.site.page_data.script import script

# the heading of the question for supervision, at the end of a unit
_SUPERVISION = "supervision"


def desk_script(site: SiteContext) -> bytes:
    """Return the instruments that a desk scores, and every unit that can be assigned."""
    data = DeskData(
        instruments=[found for one in site.course.framework.instruments for found in _instruments(one)],
        units=list(_units(site)),
        suggested=suggested_units(site.course),
        looks={one.id: one.competent.plain for one in site.course.framework.competencies},
    )
    return script(PageData(desk_data=data))


def _instruments(instrument: Instrument) -> Iterator[InstrumentData]:
    """Yield an instrument if there are bands for it."""
    # the reader takes no other words
    rates: dict[str, Literal["session", "programme"]] = {"session": "session", "programme": "programme"}
    if instrument.rates in rates:
        items = [_item(item) for item in instrument.items]
        yield InstrumentData(
            id=instrument.id, title=instrument.title, rates=rates[instrument.rates], items=items
        )


def _item(item: InstrumentItem) -> InstrumentItemData:
    return InstrumentItemData(
        id=item.id,
        number=item.number,
        name=item.name,
        is_optional=item.is_optional,
        is_for_groups=item.is_for_groups,
        one_is_enough=item.one_is_enough,
        hides=item.hides.id if item.hides else "",
    )


def _units(site: SiteContext) -> Iterator[AssignableUnit]:
    """Yield the units of the plan, then those that it does not name."""
    written = site.course.units_by_id
    planned = {unit.id: unit for part in site.course.outline.parts for unit in part.units}
    for name, minutes in assignable_minutes(site.course).items():
        unit = written.get(name)
        plan = planned.get(name)
        competencies = plan.competencies if plan else unit.competencies() if unit else ()
        yield AssignableUnit(
            id=name,
            title=unit.title if unit else plan.title if plan else name,
            href=site.addresses.unit(name),
            minutes=minutes,
            competencies=[ref.id for ref in competencies],
            rehearsals=list(_scripts(site, unit, "rehearsal")),
            checklists=list(_scripts(site, unit, "checklist")),
            question=_question(unit),
        )


def _scripts(site: SiteContext, unit: Unit | None, kind: str) -> Iterator[Script]:
    """Yield the boxes of a kind, each with the way to it."""
    for lesson in unit.lessons if unit else ():
        for box in lesson.boxes():
            if box.kind == kind:
                href = f"{site.addresses.lessons[lesson.id]}#{kind}-{box.id}"
                yield Script(id=box.id, title=box.title, href=href)


def _question(unit: Unit | None) -> str:
    """Return the text below the heading with the anchor `supervision`, as plain words."""
    for lesson in unit.lessons if unit else ():
        is_below = False
        for block in lesson.blocks:
            if isinstance(block, Heading):
                is_below = block.anchor == _SUPERVISION
            elif is_below and isinstance(block, Prose):
                return block.plain
    return ""
