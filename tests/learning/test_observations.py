"""Observations: what was added twice counts once."""

from __future__ import annotations

from typing import Any

import pytest

from course.learning.profile import profile
from course.records.log import log_of
from tests.records.course_made import course_made
from tests.records.made import DAY, START, Browser, facts, record_of, sealed

SEEN: dict[str, Any] = {"kind": "competency", "subject": "EDU1", "valueMilli": 2500, "rater": "ann"}
OF_SESSION = SEEN | {"date": "2026-01-20", "session": "s" * 26, "occasion": "recording"}


@pytest.mark.parametrize(
    ("given", "counted"),
    [
        ([OF_SESSION, OF_SESSION], [2500]),
        ([OF_SESSION, OF_SESSION | {"valueMilli": 4000}], [4000]),
        ([OF_SESSION, OF_SESSION | {"session": "t" * 26}], [2500, 2500]),
        ([OF_SESSION, OF_SESSION | {"rater": "bo"}], [2500, 2500]),
        ([SEEN | {"date": "2026-01-20"}] * 2, [2500]),
        ([SEEN | {"date": "2026-01-20"}, SEEN | {"date": "2026-01-21"}], [2500, 2500]),
    ],
    ids=["twice", "corrected", "two sessions", "two observers", "without a session", "two days"],
)
def test_an_observation_counts_once(given: list[dict[str, Any]], counted: list[int]) -> None:
    browser = Browser()
    for number, body in enumerate(given):
        browser.write("supervisor.observation", body, START + number)

    found = profile(log_of(record_of(sealed(facts(browser.events)))), course_made(), START + DAY)

    edu = next(one for one in found.competencies if one.competency == "EDU1")
    assert [event.body.value_milli for event in edu.observations] == counted
