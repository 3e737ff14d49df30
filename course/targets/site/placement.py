"""The placement check: what its script must know of the plan of the course."""

from __future__ import annotations

from collections.abc import Iterator

from course.model.paths import units_of_path
from course.targets.site.context import SiteContext
from course.targets.site.page_data import PageData
from course.targets.site.page_data.plan import CoursePlan, Path, PlannedUnit
from course.targets.site.page_data.script import script


def placement_script(site: SiteContext) -> bytes:
    """Return what is asked about, the units of the plan and its paths."""
    plan = CoursePlan(
        asked=[one.id for one in site.placing.asked],
        waiting=[one.id for one in site.placing.waiting],
        units=list(_units(site)),
        paths=[
            Path(id=path.id, title=path.title, units=[ref.id for ref in units_of_path(site.course, path)])
            for path in site.course.outline.paths
        ],
    )
    return script(PageData(plan=plan))


def _units(site: SiteContext) -> Iterator[PlannedUnit]:
    """Yield the planned units, then those that the plan does not name."""
    written = site.course.units_by_id
    planned = {unit.id: unit for part in site.course.outline.parts for unit in part.units}
    for name in dict.fromkeys([*planned, *written]):
        unit = written.get(name)
        objectives = unit.objectives if unit else ()
        touched = sorted({ref.id for objective in objectives for ref in objective.competencies})
        teaches = [ref.id for ref in planned[name].competencies] if name in planned else touched
        yield PlannedUnit(
            id=name,
            title="" if unit else planned[name].title,
            teaches=teaches,
            touches=[one for one in touched if one not in teaches],
            prerequisites=[ref.id for ref in unit.prerequisites] if unit else [],
        )
