"""The two steps that engines run many times: who is in a file, and the tables of some people.

Both read files and write none; what they return goes to whoever stores it.
"""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import msgspec

from course.cohort.accepted import people_in
from course.cohort.fold import Comparison, File, fold, joined
from course.cohort.rows import Rows
from course.gathering import sources
from course.gathering.names import shown
from course.records import refusals
from course.records.course_data import CourseData
from course.records.course_keys import CourseKeys
from course.records.refusals import Refusal


class Context(NamedTuple):
    """What every step needs, small enough to be sent to other machines: a course and its keys as JSON.

    `folder`: the one in which the command runs, from which other machines find the files.
    """

    course: bytes
    keys: bytes
    now: int
    folder: str

    @property
    def comparison(self) -> Comparison:
        return _comparison(self)


def context_of(course: CourseData, keys: CourseKeys, now: int) -> Context:
    """Return a course as it is sent."""
    return Context(msgspec.json.encode(course), msgspec.json.encode(keys), now, os.getcwd())


@lru_cache(maxsize=1)
def _comparison(context: Context) -> Comparison:
    return Comparison(
        msgspec.json.decode(context.course, type=CourseData),
        msgspec.json.decode(context.keys, type=CourseKeys),
        context.now,
    )


class Look(NamedTuple):
    """Who is in a file of `size` bytes, as far as it may say so. `digest`: of its content.

    `can_be_trusted`: false where it could not be read.
    """

    path: bytes
    digest: str
    size: int
    pseudonyms: tuple[str, ...]
    can_be_trusted: bool


def look(context: Context, paths: Sequence[bytes]) -> list[Look]:
    """Say of each file who is in it."""
    return [_look(path, context) for path in paths]


def _look(path: bytes, context: Context) -> Look:
    content = sources.read(path, context.folder)
    if isinstance(content, Refusal):
        return Look(path, sources.digest_of(content), 0, (), False)
    people = people_in(content, context.comparison.course.id)
    return Look(path, sources.digest_of(content), len(content), people, can_be_trusted=True)


class Known(NamedTuple):
    """A file that was looked at before."""

    path: bytes
    person: str
    digest: str


class Task(NamedTuple):
    """The files of some people, sorted by person and path.

    `old`: the tables of the last run; in them the rows of the people and of the files in `kept` are right.
    """

    number: int
    name: str
    files: tuple[Known, ...]
    old: dict[str, bytes]
    kept: frozenset[str]
    kept_files: frozenset[str]


class Part(NamedTuple):
    """The tables of some people as Parquet. `is_settled`: they are still right tomorrow."""

    number: int
    name: str
    tables: dict[str, bytes]
    read: int
    is_settled: bool


def make(context: Context, task: Task) -> Part:
    """Read and fold the files of some people."""
    # all rows are gone again when the search for cycles goes on
    with _without_search_for_cycles():
        return _made(context, task)


def _made(context: Context, task: Task) -> Part:
    from course.gathering import parquet

    rows = joined(list(_folded(task, context)))
    tables = parquet.tables_of(rows)
    if task.old:
        tables = parquet.with_kept(tables, task.old, task.kept, task.kept_files)
    content = {name: parquet.write(table) for name, table in tables.items()}
    return Part(task.number, task.name, content, len(task.files), _is_settled(rows))


def _folded(task: Task, context: Context) -> Iterator[Rows]:
    """Fold person by person, so that only the files of one are in memory."""
    comparison = context.comparison
    for _, files in groupby(task.files, key=lambda file: file.person):
        yield fold((File(shown(file.path), _content(file, context.folder)) for file in files), comparison)


def _content(file: Known, folder: str) -> bytes | Refusal:
    content = sources.read(file.path, folder)
    # it was sorted to a person by what it held then
    return content if sources.digest_of(content) == file.digest else refusals.changed_meanwhile()


def _is_settled(rows: Rows) -> bool:
    has_changed = any(row.code == "changed-meanwhile" for row in rows.refusals)
    return not has_changed and not any("ahead" in row.marks for row in rows.records)


@contextmanager
def _without_search_for_cycles() -> Iterator[None]:
    """Nothing here makes cycles, and searching for them takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def begin_process() -> None:
    """Prepare a process that only runs these steps: the one that began it decides when to stop."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Arrow's own allocator holds on to a fifth more memory, and its numbers have no use for threads
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.freeze()
