"""The front page and the course map: the whole course as a picture, and where to begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from course.minutes import Time, lesson_time, minutes_to_name, unit_time
from course.model.contents import count_exercises, count_items
from course.model.course import Course
from course.model.framework import Ref
from course.model.outline import LearningPath, PlannedUnit, Stage
from course.model.paths import lessons_by_stage, units_of_path
from course.model.units import Lesson, Unit
from course.targets.site.addresses import FRONT, MAP, PLACEMENT, relative
from course.targets.site.context import SiteContext
from course.targets.site.lesson_page import review_of
from course.targets.site.markdown_page import Hypertext, SitePage, Title
from course.targets.site.record_data import modules

# The parts that the picture weaves: strands that run through a list.
_WOVEN = ("principles", "modules")


def front_page(site: SiteContext) -> SitePage:
    """Return the front page: one sentence, a button, the picture, three doors."""
    outline = site.course.outline
    html = site.templates.page(
        "pages/front.html.jinja",
        outline=outline,
        summary=site.typesetter.html(outline.summary, FRONT),
        claims=site.typesetter.html(outline.claims, FRONT),
        begin=first_lesson(site, FRONT),
        status=status(site),
        picture=_picture(site),
        doors=[site.link(FRONT, site.addresses.pages[page.id], page.title) for page in site.course.pages],
        map_href=relative(FRONT, MAP),
        modules=list(modules(site)),
        placement_href=_placement(site, FRONT),
        organisation=site.course.organisation,
        welcome=site.typesetter.html(site.course.organisation.welcome, FRONT),
    )
    title = Title(1, outline.title, "title")
    return SitePage(FRONT, outline.title, "", (title, Hypertext(html)), ("navigation", "toc"), "front")


def map_page(site: SiteContext) -> SitePage:
    """Return the course map: every unit with its minutes, questions and competencies."""
    title = site.words("map.title")
    values = {
        "parts": parts(site, MAP),
        "paths": _paths(site),
        "status": status(site),
        "placement_href": _placement(site, MAP),
    }
    html = site.templates.page("pages/map.html.jinja", **values)
    return SitePage(MAP, title, "", (site.made_title(title, "title-map"), Hypertext(html)), ("toc",), "map")


def status(site: SiteContext) -> str:
    """Say how many units are ready, and how many of them have been reviewed clinically."""
    planned = {unit.id for part in site.course.outline.parts for unit in part.units}
    written = {unit.id for unit in site.course.units}
    reviewed = len(written & {review.unit.id for review in site.course.organisation.reviews})
    return site.words.said("page.status", count=len(written), total=len(planned | written), reviewed=reviewed)


def _placement(site: SiteContext, page: str) -> str:
    return relative(page, PLACEMENT) if site.placing.is_offered else ""


def parts(site: SiteContext, page: str) -> list[dict[str, Any]]:
    """Return the parts of the course with their units, written and planned."""
    found = []
    for part in site.course.outline.parts:
        planned = {unit.id for unit in part.units}
        extra = [unit for unit in site.course.units if unit.part == part.id and unit.id not in planned]
        rows = [_planned(site, unit, page) for unit in part.units] + [
            _written(site, unit, page) for unit in extra
        ]
        summary = site.typesetter.html(part.summary, page)
        found.append({"id": part.id, "title": part.title, "summary": summary, "units": rows})
    return found


def _picture(site: SiteContext) -> dict[str, list[dict[str, Any]]]:
    """Return the parts in three columns: those woven into one another, and what comes before and after."""
    shown = parts(site, FRONT)
    names = [part["id"] for part in shown]
    if not set(_WOVEN) <= set(names):
        return {"before": shown, "woven": [], "after": []}
    first, last = names.index(_WOVEN[0]), names.index(_WOVEN[-1]) + 1
    return {"before": shown[:first], "woven": shown[first:last], "after": shown[last:]}


def _planned(site: SiteContext, planned: PlannedUnit, page: str) -> dict[str, Any]:
    unit = site.course.units_by_id.get(planned.id)
    if unit:
        return _written(site, unit, page)
    return {
        "id": planned.id,
        "title": planned.title,
        "is_written": False,
        "competencies": site.competency_links(planned.competencies, page),
    }


def _written(site: SiteContext, unit: Unit, page: str) -> dict[str, Any]:
    refs = {ref.id: ref for objective in unit.objectives for ref in objective.competencies}
    return {
        "id": unit.id,
        "title": unit.title,
        "is_written": True,
        "href": relative(page, site.addresses.unit(unit.id)),
        "summary": site.typesetter.html(unit.summary, page),
        "time": unit_time(site.course, unit),
        "questions": count_items(site.course, unit),
        "exercises": count_exercises(unit),
        "lessons": len(unit.lessons),
        "review": review_of(site, unit),
        "competencies": site.competency_links(tuple(refs.values()), page),
    }


def _paths(site: SiteContext) -> list[dict[str, Any]]:
    """Return the paths with their hours; a path with stages shows what is studied in each."""
    course = site.course
    titles = {unit.id: unit.title for part in course.outline.parts for unit in part.units}
    titles |= {unit.id: unit.title for unit in course.units}
    return [
        {
            "title": path.title,
            "summary": site.typesetter.html(path.summary, MAP),
            "time": sum((time for _, time in _times(course, path)), Time()),
            "units": [_unit_row(site, titles[ref.id], ref.id) for ref in units_of_path(course, path)],
            "stages": [_stage_row(site, stage, lessons) for stage, lessons in lessons_by_stage(course, path)],
        }
        for path in course.outline.paths
    ]


def _times(course: Course, path: LearningPath) -> Iterator[tuple[Ref, Time]]:
    for ref in units_of_path(course, path):
        if unit := course.units_by_id.get(ref.id):
            yield ref, unit_time(course, unit)


def _unit_row(site: SiteContext, title: str, name: str) -> dict[str, Any]:
    unit, href = site.course.units_by_id.get(name), site.addresses.unit(name)
    time = unit_time(site.course, unit) if unit else Time()
    return {"title": title, "href": href and relative(MAP, href), "time": time}


def _stage_row(site: SiteContext, stage: Stage, lessons: Sequence[Lesson]) -> dict[str, Any]:
    """Return a stage with its units; of a unit that is studied in parts, those that are its turn."""
    course = site.course
    rows = []
    for name in dict.fromkeys(course.unit_of_lesson[lesson.id].id for lesson in lessons):
        unit = course.units_by_id[name]
        now = [lesson for lesson in lessons if lesson in unit.lessons]
        row = _unit_row(site, unit.title, name)
        is_whole = len(now) == len(unit.lessons)
        row["time"] = sum((lesson_time(course, lesson) for lesson in now), Time())
        row["lessons"] = (
            []
            if is_whole
            else [
                site.link(MAP, site.addresses.lessons[lesson.id], lesson.title)
                for lesson in now
                if lesson is not unit.lessons[0]
            ]
        )
        rows.append(row)
    time = sum((lesson_time(course, lesson) for lesson in lessons), Time())
    return {"id": stage.id, "title": stage.title, "when": stage.when, "time": time, "units": rows}


def first_lesson(site: SiteContext, page: str) -> dict[str, Any] | None:
    """Return where a new trainer begins: the first lesson of the first unit on a path, else in the course."""
    in_paths = [ref.id for path in site.course.outline.paths for ref in units_of_path(site.course, path)]
    in_order = [unit.id for part in site.course.outline.parts for unit in part.units]
    for name in (*in_paths, *in_order, *site.course.units_by_id):
        if unit := site.course.units_by_id.get(name):
            return _beginning(site, unit, page)
    return None


def _beginning(site: SiteContext, unit: Unit, page: str) -> dict[str, Any]:
    lesson = unit.first_lesson()
    title = unit.title if lesson.title == unit.title else f"{unit.title}: {lesson.title}"
    return {
        "link": site.link(page, site.addresses.lessons[lesson.id], title),
        "minutes": minutes_to_name(lesson_time(site.course, lesson)),
    }
