"""What the script on a page must know of the course to keep a learner's record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from course.model.contents import items_in, required_exercises
from course.model.exercises import Rating, competencies_of
from course.model.units import Unit
from course.records.course_data import to_json
from course.records.exercise_hash import rating_hash
from course.targets.site.addresses import CERTIFICATE, PROFILE, RECORD, SCHEMA
from course.targets.site.context import SiteContext
from course.targets.site.markdown_page import Hypertext, SitePage, Title


def record_pages(site: SiteContext) -> Iterator[SitePage]:
    """Yield the pages that show a learner what they have done: profile, record and certificate."""
    values = {"outline": site.course.outline, "organisation": site.course.organisation}
    for path, name in ((PROFILE, "profile"), (RECORD, "record"), (CERTIFICATE, "certificate")):
        title = site.words(f"{name}.title")
        links = {"certificate": CERTIFICATE, "schema": SCHEMA}
        html = site.templates.page(f"pages/{name}.html.jinja", **links, **values)
        parts = (Title(1, title, f"title-{name}"), Hypertext(html))
        yield SitePage(path, title, "", parts, ("toc",), kind=name)


def course_script(site: SiteContext) -> bytes:
    """Return the course's data as a classic script, because a page opened from a file cannot fetch."""
    titles = {
        "competencies": [
            {"id": one.id, "title": one.title, "group": one.group, "strand": one.strand}
            for one in site.course.framework.competencies
        ],
        "groups": [{"id": group.id, "title": group.title} for group in site.course.framework.groups],
        "instrumentItems": site.course.framework.instrument_items(),
        "units": units(site),
        "modules": [{"unit": unit.id, "number": number} for number, unit in modules(site)],
        "dialogues": list(_dialogues(site)),
    }
    return f"var imrCourse={_json(to_json(site.data))};\nvar imrTitles={_json(titles)};\n".encode()


def units(site: SiteContext) -> list[dict[str, Any]]:
    """Return the units with what they hold, in the order of the course; addresses are from the root."""
    return [
        {
            "id": unit.id,
            "title": unit.title,
            "href": site.addresses.unit(unit.id),
            "minutes": site.course.minutes(unit),
            "competencies": sorted(ref.id for ref in unit.competencies()),
            "items": [item.id for item in site.course.items_of_unit.get(unit.id, ())],
            "dialogues": [one.head.id for one in site.course.dialogues() if one.head.unit.id == unit.id],
            "ratings": [_rating(one) for one in site.course.ratings() if one.head.unit.id == unit.id],
            "lessons": [
                {
                    "id": lesson.id,
                    "href": site.addresses.lessons[lesson.id],
                    "title": lesson.title,
                    "minutes": lesson.minutes,
                    "items": [item.id for item in items_in(site.course, lesson)],
                    "practice": required_exercises(lesson),
                }
                for lesson in unit.lessons
            ],
        }
        for unit in site.course.units_in_order
    ]


def _rating(rating: Rating) -> dict[str, Any]:
    elements = [element.id for element in rating.elements]
    return {"id": rating.head.id, "hash": rating_hash(rating), "elements": elements}


def modules(site: SiteContext) -> Iterator[tuple[int, Unit]]:
    """Yield the modules that are written, each with its number among all that are planned."""
    for part in site.course.outline.parts:
        for number, planned in enumerate(part.units, start=1):
            unit = site.course.units_by_id.get(planned.id)
            if unit and unit.kind == "module":
                yield number, unit


def _dialogues(site: SiteContext) -> Iterator[dict[str, Any]]:
    for dialogue in site.course.dialogues():
        if href := site.addresses.exercise("dialogue", dialogue.head.id):
            yield {
                "id": dialogue.head.id,
                "title": dialogue.head.title,
                "href": href,
                "minutes": dialogue.head.minutes,
                "unit": dialogue.head.unit.id,
                "competencies": sorted({ref.id for ref in competencies_of(dialogue)}),
            }


def units_script(site: SiteContext) -> bytes:
    """Return the units for the browser, to say how far each is; it fetches them once something was done."""
    hashed = [{**unit, "hashes": [_version(site, item) for item in unit["items"]]} for unit in units(site)]
    return f"var imrUnits={_json(hashed)};\n".encode()


def _version(site: SiteContext, item: str) -> str:
    """Return the first digits of an item's hash, enough to distinguish its versions."""
    return site.data.items[item].hash[: len("sha256:") + 8]


def course_values(site: SiteContext) -> dict[str, Any]:
    """Return what overrides of the theme print for the script on every page."""
    identity = {"id": site.data.id, "version": site.data.version, "contentHash": site.data.content_hash}
    return {"identity": identity}


def _json(value: Any) -> str:
    """Write JSON that is safe inside a script element."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
