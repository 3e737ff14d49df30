"""The report on measurements: every goal has its row, and parts are written alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bench import report
from bench.figures import GOALS, Goal
from bench.measuring import percentile
from bench.report import Found
from bench.run import PARTS

# What we promise to hold, as it is written in the design.
PROMISED = {
    "Compile": ("≤ 20.00 ms", "≤ 8.00 ms"),
    "`course build` with Material": ("≤ 0.80 ×", "≤ 0.50 ×"),
    "Nothing changed, build again": ("≤ 0.25 s", ""),
    "Peak memory growth per lesson, compile": ("≤ 180 kB", "≤ 60 kB"),
    "Peak memory growth per lesson, `course build`": ("≤ 450 kB", ""),
    "`learner.js`, gzip": ("≤ 24.0 kB", "≤ 18.0 kB"),
    "Check click to verdict painted, beside mkdocs-quiz, p95": ("≤ 1.00 ×", ""),
    "Our own script time for one Check": ("≤ 10.0 ms", "≤ 5.0 ms"),
    "Our own script time for one step": ("≤ 16.0 ms", ""),
    "First visit, gzip": ("≤ 120.0 kB", "≤ 40.0 kB"),
    "First visit, requests": ("≤ 12", ""),
    "100,000 record files of 20 kB with `course cohort`, wall": ("≤ 60 s", ""),
    "100,000 record files of 20 kB with `course cohort`, CPU": ("≤ 100 s", ""),
}


@pytest.mark.parametrize("work", PROMISED)
def test_the_report_has_a_row_for_every_figure_we_promise(work: str) -> None:
    rows = [line for line in report.DOCUMENT.read_text().splitlines() if line.startswith(f"| {work}")]

    assert rows, "no row"
    for row in rows:
        _, _, _, hold, _, aim, _, _ = (cell.strip() for cell in row.split("|"))
        assert (hold, aim) == PROMISED[work]


def test_the_report_has_every_goal_and_every_part() -> None:
    text = report.DOCUMENT.read_text()

    assert [goal.work for goal in GOALS.values() if f"| {goal.work} |" not in text] == []
    assert [part for part in PARTS if f"<!-- {part}: begin -->" not in text] == []


def test_a_part_leaves_the_sections_and_goals_of_others_as_they_were(tmp_path: Path) -> None:
    document = tmp_path / "results.md"
    shutil.copy(report.DOCUMENT, document)
    report.write("records", Found("Records were read.", {"learner": 17.4}), document)

    report.write("serve", Found("It was served.", {"again": 0.7}, {"again": "(on a walk)"}), document)

    text = document.read_text()
    assert "Records were read." in text
    assert "It was served." in text
    assert f"{GOALS['learner'].work} | 17.4 kB | ≤ 24.0 kB | yes | ≤ 18.0 kB | yes |" in text
    assert f"{GOALS['again'].work} | 0.70 s (on a walk) | ≤ 0.25 s | **no** |  |  |" in text


def test_a_figure_that_just_fits_holds() -> None:
    assert "| 5 kB | ≤ 5 kB | yes |" in Goal("Work", "{:.0f} kB", 5).row(5)


def test_the_95th_percentile_is_exceeded_by_five_of_a_hundred() -> None:
    assert percentile(range(1, 101), 0.95) == 95
    assert percentile([3, 1, 2], 0.5) == 2
