"""The checks: one file each, by the code of the finding it makes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from course.checks.broken_image import broken_image
from course.checks.broken_link import broken_link
from course.checks.circular_prerequisites import circular_prerequisites
from course.checks.duplicate_id import duplicate_id
from course.checks.endless_turn import endless_turn
from course.checks.essential_if_time import essential_if_time
from course.checks.line_without_note import line_without_note
from course.checks.misplaced_bank import misplaced_bank
from course.checks.misplaced_exercise import misplaced_exercise
from course.checks.misplaced_question import misplaced_question
from course.checks.never_comes_up import never_comes_up
from course.checks.nothing_follows import nothing_follows
from course.checks.path_too_long import path_too_long
from course.checks.second_observation_sheet import second_observation_sheet
from course.checks.single_good_path import single_good_path
from course.checks.too_few_offered import too_few_offered
from course.checks.too_many_states import too_many_states
from course.checks.unassessed_competency import unassessed_competency
from course.checks.unassessed_objective import unassessed_objective
from course.checks.unknown_bank import unknown_bank
from course.checks.unknown_competency import unknown_competency
from course.checks.unknown_dialogue_mark import unknown_dialogue_mark
from course.checks.unknown_exercise import unknown_exercise
from course.checks.unknown_form import unknown_form
from course.checks.unknown_framework_name import unknown_framework_name
from course.checks.unknown_item import unknown_item
from course.checks.unknown_lesson import unknown_lesson
from course.checks.unknown_objective import unknown_objective
from course.checks.unknown_part import unknown_part
from course.checks.unknown_path import unknown_path
from course.checks.unknown_person import unknown_person
from course.checks.unknown_reference import unknown_reference
from course.checks.unknown_section import unknown_section
from course.checks.unknown_turn import unknown_turn
from course.checks.unknown_unit import unknown_unit
from course.checks.unled_item import unled_item
from course.checks.unpaired_confidence import unpaired_confidence
from course.checks.unpractised_group import unpractised_group
from course.checks.unreachable_turn import unreachable_turn
from course.checks.unset_mark import unset_mark
from course.checks.unused_band import unused_band
from course.checks.unused_mark import unused_mark
from course.checks.vain_synonym import vain_synonym
from course.diagnostics import Diagnostic
from course.model.course import Course

Check = Callable[[Course], Iterator[Diagnostic]]

CHECKS: dict[str, Check] = {
    "duplicate-id": duplicate_id,
    "unknown-competency": unknown_competency,
    "unknown-reference": unknown_reference,
    "unknown-unit": unknown_unit,
    "unknown-objective": unknown_objective,
    "unknown-lesson": unknown_lesson,
    "unknown-bank": unknown_bank,
    "unknown-exercise": unknown_exercise,
    "unknown-item": unknown_item,
    "unknown-form": unknown_form,
    "unknown-part": unknown_part,
    "unknown-path": unknown_path,
    "unknown-section": unknown_section,
    "unknown-person": unknown_person,
    "unknown-framework-name": unknown_framework_name,
    "unassessed-objective": unassessed_objective,
    "unassessed-competency": unassessed_competency,
    "unpractised-group": unpractised_group,
    "misplaced-bank": misplaced_bank,
    "misplaced-exercise": misplaced_exercise,
    "misplaced-question": misplaced_question,
    "line-without-note": line_without_note,
    "unknown-turn": unknown_turn,
    "unknown-dialogue-mark": unknown_dialogue_mark,
    "unset-mark": unset_mark,
    "unused-mark": unused_mark,
    "too-many-states": too_many_states,
    "unreachable-turn": unreachable_turn,
    "endless-turn": endless_turn,
    "nothing-follows": nothing_follows,
    "too-few-offered": too_few_offered,
    "never-comes-up": never_comes_up,
    "single-good-path": single_good_path,
    "unused-band": unused_band,
    "unpaired-confidence": unpaired_confidence,
    "vain-synonym": vain_synonym,
    "broken-link": broken_link,
    "broken-image": broken_image,
    "circular-prerequisites": circular_prerequisites,
    "second-observation-sheet": second_observation_sheet,
    "essential-if-time": essential_if_time,
    "path-too-long": path_too_long,
    "unled-item": unled_item,
}


def check(course: Course) -> Iterator[Diagnostic]:
    """Run every check over a course that was read whole."""
    for each in CHECKS.values():
        yield from each(course)
