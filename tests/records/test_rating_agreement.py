"""Agreement as `course record show` writes it: a line, a block and cells of its own."""

from __future__ import annotations

import msgspec
import pytest

from course.commands.record.rating_agreement import COLUMNS, Rated, as_json, cells, line, rated
from course.learning.agreement import agreement
from tests.learning.agreement_vectors import COURSE, ELEMENTS, pairs_cases, rated_before_a_change, rated_once
from tests.learning.learning_vectors import log_with

LINES = {
    "29 ratings": "ORG2  rating exercises: ratings 29, not enough for agreement (from 30 on)",
    "one band too strict": "ORG2  rating exercises: ratings 36, kappa 0.82 (0.79 to 0.85), "
    "strict, mean error -0.78 (-0.87 to -0.69) bands, 80 % intervals",
    "all the same": "ORG2  rating exercises: ratings 30, kappa not defined, "
    "neither lenient nor strict, mean error 0.00 (0.00 to 0.00) bands, 80 % intervals",
}


@pytest.mark.parametrize("name", LINES)
def test_agreement_is_a_line_of_its_own(name: str) -> None:
    assert line(Rated("ORG2", agreement(pairs_cases()[name]), 0)) == LINES[name]


def test_ratings_of_a_file_stand_under_the_competency_that_the_course_names() -> None:
    course = msgspec.structs.replace(COURSE, agreement_under="ORG2")

    found = rated(log_with(rated_once()), course)

    assert (
        line(found)
        == f"ORG2  rating exercises: ratings {len(ELEMENTS)}, not enough for agreement (from 30 on)"
    )
    assert as_json(found)["competencyId"] == "ORG2"
    assert as_json(found)["kappaMilli"] is None
    assert cells(found) == [""] * len(COLUMNS)


def test_what_a_change_has_superseded_is_counted_separately() -> None:
    found = rated(log_with(rated_before_a_change()[:1]), COURSE)

    assert (found.found.n, found.superseded) == (0, 1)
    assert not found.is_empty
    assert line(found).endswith("ratings 0, not enough for agreement (from 30 on), 1 superseded")


def test_numbers_are_whole_thousandths() -> None:
    found = Rated("", agreement(pairs_cases()["one band too lenient"]), 0)

    values = cells(found)

    assert all(isinstance(value, int) for value in values[:-1])
    assert values[-1] == "lenient"
    assert dict(zip(COLUMNS, values, strict=True)).items() <= as_json(found).items()
