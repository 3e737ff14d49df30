"""What the script on a page must know of the course to keep a learner's record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from course.model.practice import Rating, competencies_of
from course.model.units import Lesson, Unit
from course.records.course_data import Strand
from course.records.practice_hash import rating_hash
from course.targets.site.addresses import CERTIFICATE, PROFILE, RECORD
from course.targets.site.kit import Kit
from course.targets.site.markdown_page import Hypertext, SitePage, Title
from course.targets.site.page_data import PageData
from course.targets.site.page_data import units as page_data
from course.targets.site.page_data.on_page import template
from course.targets.site.page_data.script import script
from course.targets.site.page_data.titles import (
    CompetencyTitle,
    CourseTitles,
    DialogueTitle,
    GroupTitle,
    ModuleNumber,
)
from course.targets.site.templates import EngineTemplate


def record_pages(kit: Kit) -> Iterator[SitePage]:
    """Yield the pages that show a learner what they have done: profile, record and certificate."""
    values = {"outline": kit.course.outline, "organisation": kit.course.organisation}
    for path, name in ((PROFILE, "profile"), (RECORD, "record"), (CERTIFICATE, "certificate")):
        title = kit.words(f"{name}.title")
        html = kit.templates.page(f"pages/{name}.html.jinja", certificate=CERTIFICATE, **values)
        parts = (Title(1, title, f"title-{name}"), Hypertext(html))
        yield SitePage(path, title, "", parts, ("toc",), kind=name)


def course_script(kit: Kit) -> bytes:
    """Return what is needed to judge responses, and what the pages of a learner call things."""
    framework = kit.course.framework
    titles = CourseTitles(
        competencies=[
            # the reader takes no other word for a strand
            CompetencyTitle(id=one.id, title=one.title, group=one.group, strand=cast(Strand, one.strand))
            for one in framework.competencies
        ],
        groups=[GroupTitle(id=group.id, title=group.title) for group in framework.groups],
        instrument_items=framework.instrument_items(),
        modules=[ModuleNumber(unit=unit.id, number=number) for number, unit in modules(kit)],
        dialogues=list(_dialogues(kit)),
    )
    return script(PageData(course=kit.data, titles=titles))


def modules(kit: Kit) -> Iterator[tuple[int, Unit]]:
    """Yield the modules that are written, each with its number among all that are planned."""
    for part in kit.course.outline.parts:
        for number, planned in enumerate(part.units, start=1):
            unit = kit.course.units_by_id.get(planned.id)
            if unit and unit.kind == "module":
                yield number, unit


def _dialogues(kit: Kit) -> Iterator[DialogueTitle]:
    for dialogue in kit.course.dialogues():
        if href := kit.addresses.exercise("dialogue", dialogue.head.id):
            yield DialogueTitle(
                id=dialogue.head.id,
                title=dialogue.head.title,
                href=href,
                minutes=dialogue.head.minutes,
                unit=dialogue.head.unit.id,
                competencies=sorted({ref.id for ref in competencies_of(dialogue)}),
            )


def units_script(kit: Kit) -> bytes:
    """Return the units for the browser, in the order of the course."""
    return script(PageData(units=[_unit(kit, unit) for unit in kit.units_in_order]))


def _unit(kit: Kit, unit: Unit) -> page_data.Unit:
    items = [item.id for item in kit.course.items_of_unit.get(unit.id, ())]
    return page_data.Unit(
        id=unit.id,
        href=kit.addresses.unit(unit.id),
        title=unit.title,
        minutes=kit.course.minutes(unit),
        competencies=sorted(ref.id for ref in unit.competencies()),
        items=items,
        hashes=[_version(kit, item) for item in items],
        dialogues=[one.head.id for one in kit.course.dialogues() if one.head.unit.id == unit.id],
        ratings=[_rating(one) for one in kit.course.ratings() if one.head.unit.id == unit.id],
        lessons=[_lesson(kit, lesson) for lesson in unit.lessons],
    )


def _lesson(kit: Kit, lesson: Lesson) -> page_data.Lesson:
    return page_data.Lesson(
        id=lesson.id,
        href=kit.addresses.lessons[lesson.id],
        title=lesson.title,
        minutes=lesson.minutes,
        items=[item.id for item in kit.items_of(lesson)],
        practice=kit.exercises_of(lesson),
    )


def _rating(rating: Rating) -> page_data.RatingExercise:
    elements = [element.id for element in rating.elements]
    return page_data.RatingExercise(id=rating.head.id, hash=rating_hash(rating), elements=elements)


def _version(kit: Kit, item: str) -> str:
    """Return as much of an item's hash as tells its versions apart."""
    return kit.data.items[item].hash[: len("sha256:") + 8]


def course_on_page(kit: Kit) -> EngineTemplate:
    """Return what every page says of itself, for the override of the theme."""
    return EngineTemplate(template(kit.data.id, kit.data.version, kit.data.content_hash))
