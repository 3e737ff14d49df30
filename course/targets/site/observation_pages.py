"""Observation sheets on pages: all of them in one list, and those of a unit where it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from course.model.observation import ObservationSheet
from course.model.units import Unit
from course.targets.site.addresses import OBSERVATION_SHEETS
from course.targets.site.context import Link, SiteContext
from course.targets.site.markdown_page import SitePage
from course.targets.site.template_page import template_page
from course.targets.site.templates import View


def observation_pages(site: SiteContext) -> Iterator[SitePage]:
    """Yield the list of all sheets; nothing in a course without any."""
    sheets = site.course.observation_sheets
    if sheets:
        shown = [sheet_html(site, sheet, OBSERVATION_SHEETS, level=2) for sheet in sheets]
        yield template_page(
            site,
            OBSERVATION_SHEETS,
            "observation_sheets",
            kind="observation-sheets",
            sheets=shown,
        )


def sheets_of(site: SiteContext, unit: Unit) -> list[ObservationSheet]:
    """Return the sheets that are shown with a unit."""
    return [
        sheet for sheet in site.course.observation_sheets if any(ref.id == unit.id for ref in sheet.units)
    ]


def sheet_link(site: SiteContext, sheet: ObservationSheet, page: str) -> Link:
    """Return the link to a sheet in the list of all."""
    return site.link(page, f"{OBSERVATION_SHEETS}#{sheet.id}", sheet.element)


def sheet_html(site: SiteContext, sheet: ObservationSheet, page: str, *, level: int) -> str:
    """Return a sheet as HTML; only in the list of all it has its anchor."""
    anchor = sheet.id if page == OBSERVATION_SHEETS else ""
    view = sheet_view(site, sheet, page)
    return site.templates.page("sheets/observation.html.jinja", sheet=view, anchor=anchor, level=level)


def sheet_view(site: SiteContext, sheet: ObservationSheet, page: str) -> View:
    """Return a sheet as templates show it."""
    html = site.typesetter.html
    return {
        "id": sheet.id,
        "element": sheet.element,
        "competency": site.competency_links((sheet.competency,), page)[0],
        "units": _units(site, sheet, page),
        "look_for": [html(sign, page) for sign in sheet.look_for],
        "anchors": [html(anchor, page) for anchor in sheet.anchors],
    }


def _units(site: SiteContext, sheet: ObservationSheet, page: str) -> list[dict[str, Any]]:
    """Return the units of a sheet; a planned one has no page to lead to."""
    titles = {unit.id: unit.title for part in site.course.outline.parts for unit in part.units}
    titles |= {unit.id: unit.title for unit in site.course.units}
    found = []
    for ref in sheet.units:
        target = site.addresses.unit(ref.id)
        href = site.link(page, target, "").href if target else ""
        found.append({"href": href, "text": titles[ref.id]})
    return found
