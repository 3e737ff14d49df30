"""The analysis of a course's items: figures of every revision, and of all answers together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from course.blind.report import Report
from course.item_analysis import statistics
from course.item_analysis.answers import Answer, Answers, Revision
from course.item_analysis.intervals import Interval, correlation
from course.item_analysis.statistics import FEWEST_TRAINERS, CertaintyFigures, ItemFigures
from course.records.course_data import CourseData
from course.records.course_keys import ChooseKey, CourseKeys


@dataclass(frozen=True)
class BlindAgreement:
    """How what a reader of the options alone earns goes with what trainers earn, over so many items."""

    items: int
    correlation: Interval | None


@dataclass(frozen=True)
class Analysis:
    """All figures. `certainty` is over all items; `blind` is there when it was measured."""

    trainers: int
    left_out: int
    answers: int
    items: tuple[ItemFigures, ...]
    certainty: tuple[CertaintyFigures, ...]
    blind: BlindAgreement | None


def analyse(answers: Answers, keys: CourseKeys, blind: Report | None) -> Analysis:
    """Compute the figures of every item that was answered, today's revision first."""
    course = answers.course
    items = tuple(_items(answers.by_revision, course, keys))
    every = [one for found in answers.by_revision.values() for one in found]
    return Analysis(
        trainers=answers.trainers,
        left_out=answers.left_out,
        answers=len(every),
        items=items,
        certainty=statistics.certainty(every),
        blind=_agreement(items, blind) if blind else None,
    )


def _items(
    by_revision: Mapping[Revision, Sequence[Answer]], course: CourseData, keys: CourseKeys
) -> Iterator[ItemFigures]:
    def place(revision: Revision) -> tuple[str, bool, str]:
        return revision.item, course.items[revision.item].hash != revision.hash, revision.hash

    for revision in sorted(by_revision, key=place):
        found, item = by_revision[revision], course.items[revision.item]
        is_current = item.hash == revision.hash
        key = keys.items[revision.item]
        is_choice = is_current and isinstance(key.key, ChooseKey)
        right = key.key.keys if isinstance(key.key, ChooseKey) else []
        compared, told_apart = statistics.discrimination(found)
        yield ItemFigures(
            item=revision.item,
            revision=revision.hash,
            is_current=is_current,
            unit=item.unit,
            strand=item.strand,
            trainers=len(found),
            facility=statistics.facility(found),
            compared=compared,
            discrimination=told_apart,
            dont_know=statistics.dont_know(found),
            seconds=statistics.seconds(found),
            options=statistics.options(found, key.ids, right) if is_choice else (),
            certainty=statistics.certainty(found),
        )


def _agreement(items: Sequence[ItemFigures], blind: Report) -> BlindAgreement:
    earned: dict[str, list[float]] = {}
    for answer in blind.answers:
        earned.setdefault(answer.question.id, []).append(answer.earned)
    pairs = [
        (sum(earned[one.item]) / len(earned[one.item]), one.facility.value)
        for one in items
        if one.is_current and one.trainers >= FEWEST_TRAINERS and one.item in earned
    ]
    found = correlation([pair[0] for pair in pairs], [pair[1] for pair in pairs])
    return BlindAgreement(len(pairs), found)
