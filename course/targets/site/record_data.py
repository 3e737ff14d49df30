"""What the script on a page must know of the course to keep a learner's record."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten
from typing import cast

from course.minutes import lesson_minutes, unit_minutes
from course.model.contents import items_in, required_exercises, waiting_in
from course.model.exercises import Rating, competencies_of
from course.model.items import Item
from course.model.paths import stages_of_unit, turn_of_lesson
from course.model.units import Lesson, Unit
from course.records.course_data import Strand
from course.records.course_keys import by_unit, course_keys
from course.records.exercise_hash import rating_hash
from course.records.hashing import beginning_of
from course.targets.site.context import SiteContext
from course.targets.site.page_data import PageData
from course.targets.site.page_data import units as page_data
from course.targets.site.page_data.course import judged_course
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

# as much of a scene as distinguishes two of them in a list of links
_SCENE_CHARACTERS = 70


def course_script(site: SiteContext) -> bytes:
    """Return what is needed to judge responses, and what the pages of a learner call things."""
    framework = site.course.framework
    titles = CourseTitles(
        competencies=[
            # the reader takes no other word for a strand
            CompetencyTitle(id=one.id, title=one.title, group=one.group, strand=cast(Strand, one.strand))
            for one in framework.competencies
        ],
        groups=[GroupTitle(id=group.id, title=group.title) for group in framework.groups],
        instrument_items=framework.instrument_items(),
        modules=[ModuleNumber(unit=unit.id, number=number) for number, unit in modules(site)],
        dialogues=list(_dialogues(site)),
    )
    return script(PageData(judged=judged_course(site.data, _units(site)), titles=titles))


def safety_script(site: SiteContext) -> bytes:
    """Return what the safety-critical items are called, for the pages that name those that were missed."""
    return script(PageData(safety={item.id: _called(item) for _, item in site.course.items() if item.harm}))


def _called(item: Item) -> str:
    """Name an item by how its scene begins and by its question; many ask only "What do you say?"."""
    scenes = (prose.plain for prose in (item.situation, item.vignette) if prose)
    scene = next((text for text in scenes if text), "")
    question = item.prompt.plain
    if not scene:
        return question
    return f"{shorten(scene, _SCENE_CHARACTERS, placeholder=' …')} {question}"


def keys_scripts(site: SiteContext) -> Iterator[tuple[str, bytes]]:
    """Yield what computing credit again needs: of the course for records of others, and of each unit."""
    keys = course_keys(site.course)
    yield "docs/assets/course-keys.js", script(PageData(keys=keys))
    for unit, of_unit in by_unit(keys, site.data).items():
        yield f"docs/assets/keys/{unit}.js", script(PageData(unit_keys={unit: of_unit}))


def modules(site: SiteContext) -> Iterator[tuple[int, Unit]]:
    """Yield the modules that are written, each with its number among all that are planned."""
    for part in site.course.outline.parts:
        for number, planned in enumerate(part.units, start=1):
            unit = site.course.units_by_id.get(planned.id)
            if unit and unit.kind == "module":
                yield number, unit


def _dialogues(site: SiteContext) -> Iterator[DialogueTitle]:
    for dialogue in site.course.dialogues():
        if href := site.addresses.exercise("dialogue", dialogue.head.id):
            yield DialogueTitle(
                id=dialogue.head.id,
                title=dialogue.head.title,
                href=href,
                minutes=dialogue.head.minutes,
                unit=dialogue.head.unit.id,
                competencies=sorted({ref.id for ref in competencies_of(dialogue)}),
            )


def units_script(site: SiteContext) -> bytes:
    """Return the units for the browser, in the order of the course."""
    return script(PageData(units=_units(site)))


def _units(site: SiteContext) -> list[page_data.Unit]:
    return [_unit(site, unit) for unit in site.course.units_in_order]


def _unit(site: SiteContext, unit: Unit) -> page_data.Unit:
    items = [item.id for item in site.course.items_of_unit.get(unit.id, ())]
    return page_data.Unit(
        id=unit.id,
        href=site.addresses.unit(unit.id),
        title=unit.title,
        minutes=unit_minutes(site.course, unit).total,
        competencies=sorted(ref.id for ref in unit.competencies()),
        items=items,
        hashes=[_version(site, item) for item in items],
        dialogues=[one.head.id for one in site.course.dialogues() if one.head.unit.id == unit.id],
        ratings=[_rating(one) for one in site.course.ratings() if one.head.unit.id == unit.id],
        lessons=[_lesson(site, lesson) for lesson in unit.lessons],
        stage=next((stage.title for stage in stages_of_unit(site.course, unit)), ""),
    )


def _lesson(site: SiteContext, lesson: Lesson) -> page_data.Lesson:
    minutes = lesson_minutes(site.course, lesson)
    return page_data.Lesson(
        id=lesson.id,
        href=site.addresses.lessons[lesson.id],
        title=lesson.title,
        reading=minutes.reading,
        practice=minutes.practice,
        questions=minutes.questions,
        items=[item.id for item in items_in(site.course, lesson)],
        exercises=required_exercises(lesson),
        waits=tuple(sorted(waiting_in(site.course, lesson))),
        turn=turn_of_lesson(site.course, lesson),
    )


def _rating(rating: Rating) -> page_data.RatingExercise:
    elements = [element.id for element in rating.elements]
    return page_data.RatingExercise(
        id=rating.head.id, hash=beginning_of(rating_hash(rating)), elements=elements
    )


def _version(site: SiteContext, item: str) -> str:
    """Return the first digits of an item's hash, enough to distinguish its versions."""
    return beginning_of(site.data.items[item].hash)


def course_on_page(site: SiteContext) -> EngineTemplate:
    """Return what every page says of itself, for the override of the theme."""
    return EngineTemplate(template(site.data.id, site.data.version, site.data.content_hash))
