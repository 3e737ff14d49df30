"""What of a unit can be printed by itself."""

from __future__ import annotations

from course.model.units import Unit
from course.targets.site.kit import Kit

UNIT, QUESTIONS, KEY, PRACTICE = "unit", "questions", "key", "practice"
PRACTISED = ("rehearsal", "checklist")


def print_choices(kit: Kit, unit: Unit) -> list[str]:
    """Return the kinds of sheets that a unit has, the whole unit first; each is an anchor of the page."""
    boxes = {box.kind for lesson in unit.lessons for box in lesson.boxes()}
    has_questions = kit.unit_questions(unit) > 0
    is_there = {
        UNIT: True,
        QUESTIONS: has_questions,
        KEY: has_questions,
        PRACTICE: not boxes.isdisjoint(PRACTISED),
    }
    return [choice for choice, has_it in is_there.items() if has_it]
