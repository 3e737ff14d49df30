"""What the reports show of a cohort, added up part by part from its Parquet files."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.compute as compute

from course.gathering import parquet

SATISFACTORY = 3000  # of an observation, which goes from 1000 to 5000

Cell = tuple[str, str]  # a competency and a strand


@dataclass
class Summary:
    """Counts of a cohort. Only records that are counted are in what follows `marks`.

    `refusals`: by code, reason of the first such file, and next step. `states`: by cell, how many records
    have each state; those without a row have not enough evidence. `earned`: credit in thousandths by cell, of
    `answered` responses. `observed` and `low`: how many people were last observed, and how many below 3.
    """

    files: int = 0
    records: int = 0
    counted: int = 0
    marks: Counter[str] = field(default_factory=Counter)
    refusals: Counter[str] = field(default_factory=Counter)
    next_steps: dict[str, str] = field(default_factory=dict)
    refused: int = 0
    responses: int = 0
    states: dict[Cell, Counter[str]] = field(default_factory=dict)
    answered: Counter[Cell] = field(default_factory=Counter)
    earned: Counter[Cell] = field(default_factory=Counter)
    observed: Counter[str] = field(default_factory=Counter)
    low: Counter[str] = field(default_factory=Counter)
    months: Counter[str] = field(default_factory=Counter)
    assigned: Counter[str] = field(default_factory=Counter)
    assigned_done: Counter[str] = field(default_factory=Counter)
    safety_open: int = 0

    def tally(self, competency: str, strand: str) -> tuple[int, int, int]:
        """Return how many records have shown a competency, have not yet, or say too little."""
        states = self.states.get((competency, strand), Counter())
        shown, not_yet = states["shown"], states["not-yet"]
        return shown, not_yet, self.counted - shown - not_yet


def summary_of(parts: Iterable[Path]) -> Summary:
    """Add up the parts of a cohort."""
    found = Summary()
    for part in parts:
        _records(
            found, _read(part, "records", ("is_counted", "marks", "files", "last_event_at", "safety_open"))
        )
        _refusals(found, _read(part, "refusals", ("code", "next_step")))
        _estimates(found, _counted(part, "estimates", ("competency", "strand", "state", "n", "sum_milli")))
        _observations(
            found, _counted(part, "observations", ("pseudonym", "kind", "subject", "date", "value_milli"))
        )
        _assignments(found, _counted(part, "assignments", ("unit", "is_done")))
        found.responses += _counted(part, "responses", ()).num_rows
    return found


def _read(part: Path, table: str, columns: Sequence[str]) -> pyarrow.Table:
    return parquet.read(part / f"{table}.parquet", columns)


def _counted(part: Path, table: str, columns: Sequence[str]) -> pyarrow.Table:
    whole = _read(part, table, ("is_counted", *columns))
    return whole.filter(whole["is_counted"])


def _records(found: Summary, table: pyarrow.Table) -> None:
    found.records += table.num_rows
    found.files += compute.sum(compute.list_value_length(table["files"])).as_py() or 0
    for mark, count in _counts(compute.list_flatten(table["marks"])).items():
        found.marks[mark] += count
    counted = table.filter(table["is_counted"])
    found.counted += counted.num_rows
    found.safety_open += sum(1 for names in counted["safety_open"].to_pylist() if names)
    months = compute.strftime(compute.drop_null(counted["last_event_at"]), format="%Y-%m")
    found.months.update(_counts(months))


def _counts(column: Any) -> dict[str, int]:
    return {one["values"].as_py(): one["counts"].as_py() for one in compute.value_counts(column)}


def _refusals(found: Summary, table: pyarrow.Table) -> None:
    found.refused += table.num_rows
    for row in (
        table.group_by(["code", "next_step"]).aggregate([([], "count_all")]).sort_by("next_step").to_pylist()
    ):
        found.refusals[row["code"]] += row["count_all"]
        found.next_steps[row["code"]] = min(
            row["next_step"], found.next_steps.get(row["code"], row["next_step"])
        )


def _estimates(found: Summary, table: pyarrow.Table) -> None:
    sums = [([], "count_all"), ("n", "sum"), ("sum_milli", "sum")]
    for row in table.group_by(["competency", "strand", "state"]).aggregate(sums).to_pylist():
        cell = row["competency"], row["strand"]
        found.states.setdefault(cell, Counter())[row["state"]] += row["count_all"]
        found.answered[cell] += row["n_sum"]
        found.earned[cell] += row["sum_milli_sum"]


def _observations(found: Summary, table: pyarrow.Table) -> None:
    latest: dict[Cell, Mapping[str, Any]] = {}
    for row in table.to_pylist():
        if row["kind"] == "competency":
            name = row["pseudonym"], row["subject"]
            if name not in latest or _date(row) >= _date(latest[name]):
                latest[name] = row
    found.observed.update(row["subject"] for row in latest.values())
    found.low.update(row["subject"] for row in latest.values() if row["value_milli"] < SATISFACTORY)


def _date(row: Mapping[str, Any]) -> datetime.date:
    """Return when something was observed; what has no date was before all else."""
    return row["date"] or datetime.date.min


def _assignments(found: Summary, table: pyarrow.Table) -> None:
    for row in table.group_by(["unit", "is_done"]).aggregate([([], "count_all")]).to_pylist():
        found.assigned[row["unit"]] += row["count_all"]
        found.assigned_done[row["unit"]] += row["count_all"] * row["is_done"]
