"""Which sheets of a unit can be printed by themselves."""

from __future__ import annotations

from course.model.contents import count_items
from course.model.dialogue import Dialogue
from course.model.exercises import Demonstration
from course.model.units import Unit
from course.targets.site.context import SiteContext

UNIT, QUESTIONS, KEY, SCRIPTS = "unit", "questions", "key", "scripts"
TALKS, OBSERVER, OBSERVATION = "talks", "observer", "observation"
SCRIPT_BOXES = ("rehearsal", "checklist")


def print_choices(site: SiteContext, unit: Unit) -> list[str]:
    """Return the kinds of sheets that a unit has, the whole unit last; each is an anchor of the page.

    The first is chosen where no one has named one, and the whole unit may be some forty pages.
    """
    boxes = {box.kind for lesson in unit.lessons for box in lesson.boxes()}
    kinds = {place.kind for lesson in unit.lessons for place in lesson.exercise_places()}
    has_talks = Dialogue.kind in kinds
    has_questions = count_items(site.course, unit) > 0 or bool(kinds - {Dialogue.kind, Demonstration.kind})
    has_scripts = (
        Demonstration.kind in kinds
        or not boxes.isdisjoint(SCRIPT_BOXES)
        or any(lesson.has_forms() for lesson in unit.lessons)
    )
    is_there = {
        QUESTIONS: has_questions,
        KEY: has_questions,
        SCRIPTS: has_scripts,
        TALKS: has_talks,
        OBSERVER: has_talks,
        OBSERVATION: any(
            ref.id == unit.id for sheet in site.course.observation_sheets for ref in sheet.units
        ),
        UNIT: True,
    }
    return [choice for choice, has_it in is_there.items() if has_it]
