"""What is decided in each case, worked out by hand from the rules and a table of the beta distribution."""

from __future__ import annotations

import pytest

from course.learning.profile import StrandProfile, profile
from course.learning.units import units
from tests.learning import profile_cases
from tests.learning.learning_vectors import COURSE, log_with
from tests.records.made import DAY, START

SHOWN, NOT_YET, OPEN = "shown", "not-yet", "not-enough-evidence"

# EDU1, judgement
STATES = {
    "nothing": OPEN,
    "no set finished: nothing is decided": OPEN,
    "all right: shown": SHOWN,
    "all wrong: not yet": NOT_YET,
    "half right: not yet": NOT_YET,
    "11 items decide nothing": OPEN,
    "12 items decide": SHOWN,
    "12 items of one unit decide nothing": OPEN,
    "partial credit": NOT_YET,
    "answers after the last set wait": SHOWN,
    "shown, then lost": NOT_YET,
    "shown, then 11 wrong: not looked at yet": SHOWN,
    "shown, then 11 wrong and 1 right: lost": NOT_YET,
    "26 of 30 after shown: still shown": SHOWN,
    "26 of 30, never shown": OPEN,
    "wrong, then learned": SHOWN,
    "32 of the latest 40, and 12 wrong before": OPEN,
    "12 items of four cases are too few": OPEN,
    "18 items of six cases decide": SHOWN,
    "a harm item missed": OPEN,
    "a harm item right on the same day": OPEN,
    "a harm item right on the next day": SHOWN,
    "a harm item missed in practice": OPEN,
    "a harm item missed and voided": OPEN,
    "a harm item missed, voided, and right later": SHOWN,
    "a harm item missed, and its right answer voided": OPEN,
    "a harm item missed, and in conflict": OPEN,
    "a harm item revealed": SHOWN,
    "two items changed since": OPEN,
    "turns of a dialogue decide": SHOWN,
    "all right, 364 days later": SHOWN,
    "all right, a year later: half": SHOWN,
    "all right, two years later: a quarter": SHOWN,
    "all right, ten years later": OPEN,
    "all wrong, three years later": NOT_YET,
    "a placement check alone, all right: nothing is decided": OPEN,
    "a placement check alone, all wrong: nothing is decided": OPEN,
    "a placement check and 5 answers elsewhere": OPEN,
    "a placement check and 6 answers elsewhere: shown": SHOWN,
    "shown, then placed rightly: still shown": SHOWN,
    "shown, then placed wrongly: lost": NOT_YET,
    "not yet, then placed rightly: still not yet": NOT_YET,
    "a clock that was ahead": SHOWN,
    "a unit done, another assigned": OPEN,
    "a unit begun by a dialogue": OPEN,
    "a unit with a dialogue that was not finished": OPEN,
    "a unit with an element that was not rated as it stands": OPEN,
    "a rating of an exercise that is no more": OPEN,
    "continuing education completed": OPEN,
}


# status of the unit `planning`: its items, a dialogue and a rating exercise
PLANNING = {
    "a unit done, another assigned": "done",
    "a unit begun by a dialogue": "in-progress",
    "a unit with a dialogue that was not finished": "in-progress",
    "a unit with an element that was not rated as it stands": "in-progress",
    "a rating of an exercise that is no more": "not-started",
}


def _judgement(case: str) -> StrandProfile:
    make, days = profile_cases.CASES[case]
    found = profile(log_with(make()), COURSE, START + days * DAY)
    return found.competencies[0].strands["judgement"]


@pytest.mark.parametrize("case", profile_cases.CASES)
def test_the_rules_decide(case: str) -> None:
    assert _judgement(case).state == STATES[case]


@pytest.mark.parametrize("case", PLANNING)
def test_a_unit_is_done_when_every_part_of_it_is(case: str) -> None:
    make, _ = profile_cases.CASES[case]
    planning = next(unit for unit in units(log_with(make()), COURSE) if unit.unit_id == "planning")

    assert planning.status == PLANNING[case]
    assert planning.minutes_credited == (25 if planning.status == "done" else 0)


def test_a_missed_harm_item_blocks_every_competency_it_names() -> None:
    make, days = profile_cases.CASES["a harm item missed"]
    found = profile(log_with(make()), COURSE, START + days * DAY)

    for competency in found.competencies:
        assert {strand.missed_harm_items for strand in competency.strands.values()} == {("safe-1",)}


@pytest.mark.parametrize(
    ("case", "weight"),
    [
        ("all right, 364 days later", 1.0),
        ("all right, a year later: half", 0.5),
        ("all right, two years later: a quarter", 0.25),
    ],
)
def test_evidence_without_renewal_fades(case: str, weight: float) -> None:
    found = _judgement(case)

    assert found.weight == weight
    # (s + ½) / (n + 1) with what still counts of 15 out of 15
    assert found.estimate.mean == (15 * weight + 0.5) / (15 * weight + 1)


def test_a_changed_item_is_counted_separately() -> None:
    found = _judgement("two items changed since")

    assert (found.tally.n, found.superseded) == (11, 2)
