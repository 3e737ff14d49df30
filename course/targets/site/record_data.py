"""What the script on a page must know of the course to keep a learner's record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from course.model.practice import Rating, competencies_of
from course.model.units import Unit
from course.records.course_data import to_json
from course.records.practice_hash import rating_hash
from course.targets.site.addresses import CERTIFICATE, PROFILE, RECORD, SCHEMA
from course.targets.site.kit import Kit
from course.targets.site.markdown_page import Hypertext, SitePage, Title


def record_pages(kit: Kit) -> Iterator[SitePage]:
    """Yield the pages that show a learner what they have done: profile, record and certificate."""
    values = {"outline": kit.course.outline, "organisation": kit.course.organisation}
    for path, name in ((PROFILE, "profile"), (RECORD, "record"), (CERTIFICATE, "certificate")):
        title = kit.words(f"{name}.title")
        links = {"certificate": CERTIFICATE, "schema": SCHEMA}
        html = kit.templates.page(f"pages/{name}.html.jinja", **links, **values)
        parts = (Title(1, title, f"title-{name}"), Hypertext(html))
        yield SitePage(path, title, "", parts, ("toc",), kind=name)


def course_script(kit: Kit) -> bytes:
    """Return the course's data as a classic script, because a page opened from a file cannot fetch."""
    titles = {
        "competencies": [
            {"id": one.id, "title": one.title, "group": one.group, "strand": one.strand}
            for one in kit.course.framework.competencies
        ],
        "groups": [{"id": group.id, "title": group.title} for group in kit.course.framework.groups],
        "instrumentItems": kit.course.framework.instrument_items(),
        "units": units(kit),
        "modules": [{"unit": unit.id, "number": number} for number, unit in modules(kit)],
        "dialogues": list(_dialogues(kit)),
    }
    return f"var imrCourse={_json(to_json(kit.data))};\nvar imrTitles={_json(titles)};\n".encode()


def units(kit: Kit) -> list[dict[str, Any]]:
    """Return the units with what stands in them, in the order of the course, addresses from the root."""
    return [
        {
            "id": unit.id,
            "title": unit.title,
            "href": kit.addresses.unit(unit.id),
            "minutes": kit.course.minutes(unit),
            "competencies": sorted(ref.id for ref in unit.competencies()),
            "items": [item.id for item in kit.course.items_of_unit.get(unit.id, ())],
            "dialogues": [one.head.id for one in kit.course.dialogues() if one.head.unit.id == unit.id],
            "ratings": [_rating(one) for one in kit.course.ratings() if one.head.unit.id == unit.id],
            "lessons": [
                {
                    "id": lesson.id,
                    "href": kit.addresses.lessons[lesson.id],
                    "title": lesson.title,
                    "minutes": lesson.minutes,
                    "items": [item.id for item in kit.items_of(lesson)],
                    "practice": kit.exercises_of(lesson),
                }
                for lesson in unit.lessons
            ],
        }
        for unit in kit.units_in_order
    ]


def _rating(rating: Rating) -> dict[str, Any]:
    elements = [element.id for element in rating.elements]
    return {"id": rating.head.id, "hash": rating_hash(rating), "elements": elements}


def modules(kit: Kit) -> Iterator[tuple[int, Unit]]:
    """Yield the modules that are written, each with its number among all that are planned."""
    for part in kit.course.outline.parts:
        for number, planned in enumerate(part.units, start=1):
            unit = kit.course.units_by_id.get(planned.id)
            if unit and unit.kind == "module":
                yield number, unit


def _dialogues(kit: Kit) -> Iterator[dict[str, Any]]:
    for dialogue in kit.course.dialogues():
        if href := kit.addresses.exercise("dialogue", dialogue.head.id):
            yield {
                "id": dialogue.head.id,
                "title": dialogue.head.title,
                "href": href,
                "minutes": dialogue.head.minutes,
                "unit": dialogue.head.unit.id,
                "competencies": sorted({ref.id for ref in competencies_of(dialogue)}),
            }


def units_script(kit: Kit) -> bytes:
    """Return the units for the browser, to say how far each is; it fetches them once something was done."""
    hashed = [{**unit, "hashes": [_version(kit, item) for item in unit["items"]]} for unit in units(kit)]
    return f"var imrUnits={_json(hashed)};\n".encode()


def _version(kit: Kit, item: str) -> str:
    """Return as much of an item's hash as tells its versions apart."""
    return kit.data.items[item].hash[: len("sha256:") + 8]


def course_values(kit: Kit) -> dict[str, Any]:
    """Return what overrides of the theme print for the script on every page."""
    identity = {"id": kit.data.id, "version": kit.data.version, "contentHash": kit.data.content_hash}
    return {"identity": identity}


def _json(value: Any) -> str:
    """Write JSON that may stand inside a script element."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
