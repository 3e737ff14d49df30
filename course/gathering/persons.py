"""Records one person at a time: their files are found, read and folded together, in this process."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from course.cohort.accepted import people_in
from course.cohort.fold import Comparison, File, fold
from course.cohort.people import by_person
from course.cohort.rows import Rows
from course.gathering import sources
from course.gathering.names import shown
from course.gathering.passed_over import PassedOver
from course.records.refusals import Refusal

Person = list[bytes]
"""The paths of one person's files, or of one that names no one."""


def persons(names: Iterable[str], now_ns: int, course: str, passed: PassedOver) -> list[Person]:
    """Find whose the files of a course are, each file once, in the order of their paths."""
    paths = sorted({found.path for found in sources.some(sources.find(names, now_ns, passed), passed)})
    named: dict[str, tuple[str, ...]] = {}
    others: list[Person] = []
    for path in paths:
        content = sources.read(path, "")
        pseudonyms = () if isinstance(content, Refusal) else people_in(content, course)
        if pseudonyms:
            named[os.fsdecode(path)] = pseudonyms
        else:
            others.append([path])
    return [*([os.fsencode(name) for name in files] for files in by_person(named).values()), *others]


def rows_of(people: Iterable[Person], against: Comparison) -> Iterator[Rows]:
    """Yield the rows of each; no more than one person's are in memory."""
    for paths in people:
        yield fold((File(shown(path), sources.read(path, "")) for path in paths), against)
