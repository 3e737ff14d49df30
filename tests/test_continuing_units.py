"""The continuing half of the course has its parts: every unit whole, and enough to calibrate a rater."""

from __future__ import annotations

import pytest

from course.minutes import unit_time
from course.model.course import Course
from course.model.exercises import Demonstration, Rating
from course.model.units import Unit
from tests import shipped_course

COURSE = shipped_course.course()
CONTINUING = [unit for unit in COURSE.units if unit.kind == "continuing"]
FOLLOW_UP = "four weeks"
ORGANISATION = "quality"  # what a session on paper cannot show


@pytest.fixture(params=CONTINUING, ids=lambda unit: unit.id)
def unit(request: pytest.FixtureRequest) -> Unit:
    found: Unit = request.param
    return found


def test_there_are_twelve() -> None:
    assert len(CONTINUING) == 12


def test_each_takes_45_to_90_minutes(unit: Unit) -> None:
    assert unit_time(COURSE, unit).whole.total in range(45, 91)


def test_each_begins_with_a_self_check(unit: Unit) -> None:
    assert any(box.kind == "checklist" for box in unit.lessons[0].boxes())


def test_each_shows_the_skill_and_practises_it_twice(unit: Unit) -> None:
    kinds = {place.kind for lesson in unit.lessons for place in lesson.exercise_places()}
    boxes = {box.kind for lesson in unit.lessons for box in lesson.boxes()}

    assert {"demonstration", "dialogue"} <= kinds
    assert "rehearsal" in boxes


def test_each_has_a_rating_excerpt_or_something_to_read_on_paper(unit: Unit) -> None:
    rated = any(place.kind == "rating" for lesson in unit.lessons for place in lesson.exercise_places())
    on_paper = any(
        any(text.artefacts())
        for item in COURSE.items_of_unit[unit.id]
        for text in (item.situation, item.vignette, item.prompt)
        if text
    )

    assert rated or on_paper


def test_each_has_eight_scored_items_of_its_own(unit: Unit) -> None:
    assert sum(item.is_judged for item in COURSE.items_of_unit[unit.id]) >= 8


def test_each_has_a_plan_for_two_sessions_and_an_observation_sheet(unit: Unit) -> None:
    named = {form.unit.id for form in COURSE.forms if form.unit}
    observed = {one.id for sheet in COURSE.observation_sheets for one in sheet.units}

    assert unit.id in named
    assert unit.id in observed


def test_each_is_followed_up_after_four_weeks(unit: Unit) -> None:
    words = [block.text for lesson in unit.lessons for block in lesson.headings()]
    words += [prose.plain for lesson in unit.lessons for prose in lesson.prose()]

    assert any(FOLLOW_UP in text.lower() for text in words)


def _ratings(course: Course) -> list[Rating]:
    return list(course.ratings())


def test_a_rater_has_enough_excerpts_to_reach_a_verdict() -> None:
    ratings = _ratings(COURSE)
    elements = [element for one in ratings for element in one.elements]

    assert len(ratings) >= 12
    assert len(elements) >= 100
    assert all(element.reason for element in elements)


def test_every_weak_area_is_rated_on_different_levels() -> None:
    levels: dict[str, set[int]] = {}
    for one in _ratings(COURSE):
        for element in one.elements:
            for ref in element.competencies:
                levels.setdefault(ref.id, set()).add(element.reference)

    weak = {
        one.id for one in COURSE.framework.competencies if one.priority == "A" and one.group != ORGANISATION
    }
    assert {name: found for name, found in levels.items() if name in weak and len(found) < 3} == {}
    assert weak <= levels.keys()


def test_goal_follow_up_that_lasts_takes_up_setting_goals_too() -> None:
    asked = {ref.id for item in COURSE.items_of_unit["ce-goal-follow-up"] for ref in item.competencies}

    assert {"GOA1", "GOA2"} <= asked


def test_demonstrations_of_continuing_units_are_new() -> None:
    shown = [one.head.unit.id for one in COURSE.exercises if isinstance(one, Demonstration)]

    assert {unit.id for unit in CONTINUING} <= set(shown)
