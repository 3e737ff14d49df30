"""The answers that say something of an item: of each trainer the first one, with how they did elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from course.cohort.rows import ResponseRow, Rows
from course.records.course_data import CourseData

FEWEST_REST = 5  # other items; the mean of fewer says little of someone


class Revision(NamedTuple):
    """An item as it was asked once, by its hash."""

    item: str
    hash: str


class Answer(NamedTuple):
    """A trainer's first answer to an item, unprimed. `rest`: the mean credit at the others of its strand.

    `trainer`: a number that tells one from another.
    """

    trainer: int
    credit: float
    rest: float | None
    picked: tuple[str, ...]
    certainty: int | None
    dont_know: bool
    seconds: float


@dataclass
class Answers:
    """The answers of many, by item and revision; records with something to ask about do not count."""

    course: CourseData
    by_revision: dict[Revision, list[Answer]]
    trainers: int = 0
    left_out: int = 0

    def take(self, rows: Rows) -> None:
        """Add a person's answers."""
        counted = [record for record in rows.records if record.is_counted]
        self.trainers += len(counted)
        self.left_out += len(rows.records) - len(counted)
        if counted:
            for row, rest in _with_rest(_firsts(rows.responses, self.course)):
                found = self.by_revision.setdefault(Revision(row.of, row.revision), [])
                found.append(_answer(self.trainers, row, rest))


def _firsts(responses: Iterable[ResponseRow], course: CourseData) -> list[ResponseRow]:
    """Return the first cold answer to each item as it was; of today's items, the first that is evidence."""
    found: dict[Revision, ResponseRow] = {}
    for row in responses:
        if row.kind != "item" or row.of not in course.items or row.excluded or row.revealed:
            continue
        if row.is_evidence or (row.is_cold and row.status != "current"):
            found.setdefault(Revision(row.of, row.revision), row)
    return list(found.values())


def _with_rest(firsts: list[ResponseRow]) -> Iterable[tuple[ResponseRow, float | None]]:
    sums: dict[str | None, tuple[int, int]] = {}
    for row in firsts:
        if row.status == "current":
            total, count = sums.get(row.strand, (0, 0))
            sums[row.strand] = total + (row.score_milli or 0), count + 1
    for row in firsts:
        total, count = sums.get(row.strand, (0, 0))
        if row.status == "current":
            total, count = total - (row.score_milli or 0), count - 1
        yield row, total / count / 1000 if count >= FEWEST_REST else None


def _answer(trainer: int, row: ResponseRow, rest: float | None) -> Answer:
    credit, seconds = (row.score_milli or 0) / 1000, (row.latency_ms or 0) / 1000
    return Answer(trainer, credit, rest, row.picked, row.certainty, row.dont_know, seconds)
