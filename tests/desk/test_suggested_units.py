"""Which units are suggested for what is weak: those of the course, or those of the organisation."""

from __future__ import annotations

from dataclasses import replace

from course.desk.suggested_units import suggested_units
from course.model.framework import Ref
from tests import shipped_course


def test_a_weak_item_suggests_the_continuing_units_of_the_competencies_it_observes() -> None:
    found = suggested_units(shipped_course.course())

    assert found["integrity-9"] == ["ce-action-plan"]
    assert found["integrity-10"] == ["ce-action-plan"]
    assert found["integrity-13"] == ["ce-role-play", "ce-shaping", "ce-thoughts-relaxation"]
    assert found["GOA2"] == found["integrity-8"] == ["ce-goal-follow-up"]


def test_every_insufficient_element_of_the_thesis_has_a_continuing_unit() -> None:
    found = suggested_units(shipped_course.course())
    weak = [f"integrity-{number}" for number in (5, 9, 10, 13, 14, 15, 16)]

    assert [name for name in [*weak, "GOA2"] if not found[name]] == []
    assert {unit[:3] for name in [*weak, "GOA2"] for unit in found[name]} == {"ce-"}


def test_where_no_continuing_unit_trains_it_the_unit_that_teaches_it_is_suggested() -> None:
    assert suggested_units(shipped_course.course())["integrity-6"] == ["session-and-curriculum"]


def test_an_organisation_may_say_otherwise() -> None:
    course = shipped_course.course()
    span = course.framework.competencies[0].span
    own = ((Ref("integrity-9", span), (Ref("our-planning-day", span), Ref("ce-action-plan", span))),)
    course = replace(course, organisation=replace(course.organisation, suggested_units=own))

    found = suggested_units(course)

    assert found["integrity-9"] == ["our-planning-day", "ce-action-plan"]
    assert found["integrity-10"] == ["ce-action-plan"]
