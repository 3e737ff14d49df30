"""The front page and the course map: the whole course as a picture, and where to begin."""

from __future__ import annotations

from typing import Any

from course.model.framework import Ref
from course.model.outline import PlannedUnit
from course.model.units import Unit
from course.targets.site.addresses import FRONT, MAP, PLACEMENT, TODAY, relative
from course.targets.site.kit import Kit
from course.targets.site.markdown_page import Hypertext, SitePage, Title

# The parts that the picture weaves: strands that run through a list.
_WOVEN = ("principles", "modules")


def front_page(kit: Kit) -> SitePage:
    """Return the front page: one sentence, a button, the picture, three doors."""
    outline = kit.course.outline
    html = kit.templates.page(
        "pages/front.html.jinja",
        outline=outline,
        summary=kit.typesetter.html(outline.summary, FRONT),
        claims=kit.typesetter.html(outline.claims, FRONT),
        begin=first_unit(kit, FRONT),
        picture=_picture(kit),
        doors=[kit.link(FRONT, kit.addresses.pages[page.id], page.title) for page in kit.course.pages],
        map_href=relative(FRONT, MAP),
        today_href=relative(FRONT, TODAY),
        placement_href=_placement(kit, FRONT),
        organisation=kit.course.organisation,
        welcome=kit.typesetter.html(kit.course.organisation.welcome, FRONT),
    )
    title = Title(1, outline.title, "title")
    return SitePage(FRONT, outline.title, "", (title, Hypertext(html)), ("navigation", "toc"), "front")


def map_page(kit: Kit) -> SitePage:
    """Return the course map: every unit with its minutes, questions and competencies."""
    title = kit.words("map.title")
    values = {
        "parts": parts(kit, MAP),
        "paths": _paths(kit),
        "today_href": relative(MAP, TODAY),
        "placement_href": _placement(kit, MAP),
    }
    html = kit.templates.page("pages/map.html.jinja", **values)
    return SitePage(MAP, title, "", (Title(1, title, "title-map"), Hypertext(html)), ("toc",), "map")


def _placement(kit: Kit, page: str) -> str:
    return relative(page, PLACEMENT) if kit.placing.is_offered else ""


def parts(kit: Kit, page: str) -> list[dict[str, Any]]:
    """Return the parts of the course with their units, written and planned."""
    found = []
    for part in kit.course.outline.parts:
        planned = {unit.id for unit in part.units}
        extra = [unit for unit in kit.course.units if unit.part == part.id and unit.id not in planned]
        rows = [_planned(kit, unit, page) for unit in part.units] + [
            _written(kit, unit, page) for unit in extra
        ]
        summary = kit.typesetter.html(part.summary, page)
        found.append({"id": part.id, "title": part.title, "summary": summary, "units": rows})
    return found


def _picture(kit: Kit) -> dict[str, list[dict[str, Any]]]:
    """Return the parts in three columns: those woven into one another, and what comes before and after."""
    shown = parts(kit, FRONT)
    names = [part["id"] for part in shown]
    if not set(_WOVEN) <= set(names):
        return {"before": shown, "woven": [], "after": []}
    first, last = names.index(_WOVEN[0]), names.index(_WOVEN[-1]) + 1
    return {"before": shown[:first], "woven": shown[first:last], "after": shown[last:]}


def _planned(kit: Kit, planned: PlannedUnit, page: str) -> dict[str, Any]:
    unit = kit.course.units_by_id.get(planned.id)
    if unit:
        return _written(kit, unit, page)
    return {
        "id": planned.id,
        "title": planned.title,
        "is_written": False,
        "competencies": kit.competency_links(planned.competencies, page),
    }


def _written(kit: Kit, unit: Unit, page: str) -> dict[str, Any]:
    refs = {ref.id: ref for objective in unit.objectives for ref in objective.competencies}
    return {
        "id": unit.id,
        "title": unit.title,
        "is_written": True,
        "href": relative(page, kit.addresses.unit(unit.id)),
        "summary": kit.typesetter.html(unit.summary, page),
        "minutes": kit.course.minutes(unit),
        "questions": kit.unit_questions(unit),
        "exercises": kit.exercises(unit),
        "lessons": len(unit.lessons),
        "competencies": kit.competency_links(tuple(refs.values()), page),
    }


def _paths(kit: Kit) -> list[dict[str, Any]]:
    titles = {unit.id: unit.title for part in kit.course.outline.parts for unit in part.units}
    titles |= {unit.id: unit.title for unit in kit.course.units}

    def row(ref: Ref) -> dict[str, Any]:
        href = kit.addresses.unit(ref.id)
        return {"title": titles[ref.id], "href": href and relative(MAP, href)}

    return [
        {
            "title": path.title,
            "summary": kit.typesetter.html(path.summary, MAP),
            "units": [row(ref) for ref in path.units],
        }
        for path in kit.course.outline.paths
    ]


def first_unit(kit: Kit, page: str) -> dict[str, Any] | None:
    """Return where a new trainer begins: the first written unit of the first path, else of the course."""
    in_paths = [ref.id for path in kit.course.outline.paths for ref in path.units]
    in_order = [unit.id for part in kit.course.outline.parts for unit in part.units]
    for name in (*in_paths, *in_order, *kit.course.units_by_id):
        if unit := kit.course.units_by_id.get(name):
            link = kit.link(page, kit.addresses.unit(name), unit.title)
            return {"link": link, "minutes": kit.course.minutes(unit)}
    return None
