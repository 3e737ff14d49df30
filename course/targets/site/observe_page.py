"""The page on which a supervisor observes a session: every competency, with the anchors of its sheet."""

from __future__ import annotations

from typing import Any

from course.model.framework import Competency
from course.targets.site.addresses import OBSERVATION_SHEETS, OBSERVE
from course.targets.site.context import SiteContext
from course.targets.site.observation_pages import sheet_view


def observe_values(site: SiteContext) -> dict[str, Any]:
    """Return what the template of the page needs besides what every page of the desk gets."""
    return {
        "groups": _groups(site),
        "sheets": OBSERVATION_SHEETS if site.course.observation_sheets else "",
    }


def _groups(site: SiteContext) -> list[dict[str, Any]]:
    """Return those with a sheet first, in the order of the sheets; then the others, group by group."""
    framework = site.course.framework
    sheets = {
        sheet.competency.id: sheet_view(site, sheet, OBSERVE) for sheet in site.course.observation_sheets
    }
    first = [_card(site, site.course.competencies[name], sheet) for name, sheet in sheets.items()]
    groups = [{"id": "with-sheets", "title": site.words("observe.with_sheets"), "cards": first}]
    for group in framework.groups:
        others = [one for one in framework.competencies if one.group == group.id and one.id not in sheets]
        cards = [_card(site, one, {}) for one in others]
        groups.append({"id": f"of-{group.id}", "title": group.title, "cards": cards})
    return [group for group in groups if group["cards"]]


def _card(site: SiteContext, one: Competency, sheet: dict[str, Any]) -> dict[str, Any]:
    html = site.typesetter.html
    levels = (("foundation", one.foundation), ("competent", one.competent), ("expert", one.expert))
    return {
        "id": one.id,
        "name": sheet.get("element", one.title),
        "title": one.title,
        "element": sheet.get("element", ""),
        "statement": html(one.statement, OBSERVE),
        "levels": [(name, html(prose, OBSERVE)) for name, prose in levels],
        "look_for": sheet.get("look_for", []),
        "anchors": sheet.get("anchors", []),
    }
