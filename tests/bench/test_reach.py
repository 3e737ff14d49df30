"""What the estimates say of a good trainer is true of the course as it is now."""

from __future__ import annotations

import pytest

from bench.simulate_reach import BEGIN, DOCUMENT, END, ENOUGH, ROOT
from course.blueprint.counting import coverage
from course.build import pipeline


@pytest.fixture(scope="module")
def rows() -> dict[str, list[str]]:
    """Return the cells of the table in the document, by competency."""
    table = DOCUMENT.read_text(encoding="utf-8").split(BEGIN)[1].split(END)[0]
    lines = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("| ")]
    return {name: cells for name, *cells in lines[1:]}


def test_the_table_counts_the_shipped_course(rows: dict[str, list[str]]) -> None:
    counted = {one.competency.id: f"{one.effective:.1f}" for one in coverage(pipeline.check(ROOT).course)}

    assert {name: cells[1] for name, cells in rows.items()} == counted


def test_a_good_trainer_who_answers_everything_is_mostly_shown_in_each_competency(
    rows: dict[str, list[str]],
) -> None:
    assert rows
    assert [name for name, cells in rows.items() if int(cells[2]) < 100 * ENOUGH] == []
