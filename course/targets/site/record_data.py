"""What the script on a page must know of the course to keep a learner's record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from textwrap import shorten
from typing import cast

from course.minutes import lesson_time, minutes_to_name, unit_time
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
from course.targets.site.year import year_entries

# as much of a scene as distinguishes two of them in a list of links
_SCENE_CHARACTERS = 90


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
        year=year_entries(site.course, site.addresses),
    )
    return script(PageData(judged=judged_course(site.data, _units(site)), titles=titles))


def safety_script(site: SiteContext) -> bytes:
    """Return what the safety-critical items are called, for the pages that name those that were missed."""
    return script(PageData(safety=_called([item for _, item in site.course.items() if item.harm])))


def _called(items: list[Item]) -> dict[str, str]:
    """Name items by how their scenes begin; where two begin alike or there is none, by the question, too."""
    scenes = {item.id: _scene(item) for item in items}
    often = Counter(scenes.values())
    return {
        item.id: scenes[item.id] if scenes[item.id] and often[scenes[item.id]] == 1 else _with_question(item)
        for item in items
    }


def _with_question(item: Item) -> str:
    """Name an item by its scene, if there is one, and its question."""
    return " · ".join(text for text in (_scene(item), item.prompt.plain) if text)


def _scene(item: Item) -> str:
    """Return how the scene of an item begins; many questions are only "What do you say?"."""
    scenes = (prose.plain for prose in (item.situation, item.vignette) if prose)
    return shorten(next((text for text in scenes if text), ""), _SCENE_CHARACTERS, placeholder=" …")


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
        minutes=minutes_to_name(unit_time(site.course, unit)),
        competencies=sorted(ref.id for ref in unit.competencies()),
        items=items,
        hashes=[_version(site, item) for item in items],
        dialogues=[one.head.id for one in site.course.dialogues() if one.head.unit.id == unit.id],
        ratings=[_rating(one) for one in site.course.ratings() if one.head.unit.id == unit.id],
        lessons=[_lesson(site, lesson) for lesson in unit.lessons],
        stage=next((stage.title for stage in stages_of_unit(site.course, unit)), ""),
    )


def _lesson(site: SiteContext, lesson: Lesson) -> page_data.Lesson:
    time = lesson_time(site.course, lesson)
    return page_data.Lesson(
        id=lesson.id,
        href=site.addresses.lessons[lesson.id],
        title=lesson.title,
        reading=time.needed.reading,
        practice=time.needed.practice,
        questions=time.needed.questions,
        more=time.more.total,
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
