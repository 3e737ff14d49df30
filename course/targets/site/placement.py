"""The placement check: its page, and what its script must know of the plan of the course."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from course.targets.site.addresses import PLACEMENT
from course.targets.site.context import SiteContext
from course.targets.site.markdown_page import Hypertext, SitePage, Title


def placement_pages(site: SiteContext) -> Iterator[SitePage]:
    """Yield the page; a course that has too little to ask says so there."""
    title = site.words("placement.title")
    html = site.templates.page("pages/placement.html.jinja", is_offered=site.placing.is_offered)
    parts = (Title(1, title, "title-placement"), Hypertext(html))
    kind = "placement" if site.placing.is_offered else "register"
    yield SitePage(PLACEMENT, title, "", parts, ("toc",), kind=kind)


def placement_script(site: SiteContext) -> bytes:
    """Return what is asked about, the units of the plan and its paths, as a classic script."""
    plan = {
        "asked": [{"id": one.id, "strand": one.strand} for one in site.placing.asked],
        "waiting": [one.id for one in site.placing.waiting],
        "units": list(_units(site)),
        "paths": [
            {"id": path.id, "title": path.title, "units": [ref.id for ref in path.units]}
            for path in site.course.outline.paths
        ],
    }
    # ASCII only, and nothing that could end a script element
    text = json.dumps(plan, separators=(",", ":"), sort_keys=True).replace("<", "\\u003c")
    return f"var imrPlan={text};\n".encode()


def _units(site: SiteContext) -> Iterator[dict[str, Any]]:
    """Yield the planned units, then those that the plan does not name."""
    written = site.course.units_by_id
    planned = {unit.id: unit for part in site.course.outline.parts for unit in part.units}
    for name in dict.fromkeys([*planned, *written]):
        unit = written.get(name)
        objectives = unit.objectives if unit else ()
        touched = sorted({ref.id for objective in objectives for ref in objective.competencies})
        teaches = [ref.id for ref in planned[name].competencies] if name in planned else touched
        yield {
            "id": name,
            "title": unit.title if unit else planned[name].title,
            "href": site.addresses.unit(name) if unit else "",
            "minutes": site.course.minutes(unit) if unit else 0,
            "teaches": teaches,
            "touches": [one for one in touched if one not in teaches],
            "prerequisites": [ref.id for ref in unit.prerequisites] if unit else [],
        }
