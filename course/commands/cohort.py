"""`course cohort`: many records as tables and a report."""

from __future__ import annotations

import json
import sqlite3
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from course.build.own_folder import NotOursError
from course.commands.output import FAILED, FINE, WRONG_USE, fail, note_passed
from course.gathering.engines import Engine, EngineError, all_cores, local
from course.gathering.extras import how_to_install
from course.gathering.gather import Done, Gathering
from course.gathering.out_folder import OutFolder
from course.gathering.parts import Context
from course.gathering.progress import Progress, duration
from course.gathering.wrong_use import WrongUseError

_GO_ON = "run the same command again: it goes on from there; earlier results are as they were"
_NEEDED = ("pyarrow", "xlsxwriter")


@dataclass(frozen=True)
class _Course:
    """What is left of a course once it is read."""

    context: Context
    titles: Mapping[str, str]
    name: str
    units: Sequence[str]


def run(names: Sequence[str], folder: Path | None, out: Path, jobs: int | None, scheduler: str | None) -> int:
    """Gather the records into a folder. Return 1 when a file is refused, or when it was stopped."""
    begun = time.monotonic()
    for library in _NEEDED:
        if step := how_to_install(library):
            return fail(f"`course cohort` needs {library}", step, WRONG_USE)
    done, progress = Done(), Progress(sys.stderr)
    try:
        out_folder = OutFolder(out)
        out_folder.require_ours()
        course = _course(folder, jobs)
        with closing(_engine(course.context, jobs, scheduler)) as engine:
            _gather(names, out_folder, course, engine, progress, done, jobs or all_cores())
    except (WrongUseError, NotOursError) as error:
        return fail(str(error), code=WRONG_USE)
    except BrokenProcessPool:
        return fail("the process that reads the course has ended", "run the same command again")
    except EngineError as error:
        progress.end()
        return fail(f"{error}; {_so_far(done)}", _GO_ON)
    except KeyboardInterrupt:
        progress.end()
        return fail(f"stopped; {_so_far(done)}", _GO_ON)
    except sqlite3.DatabaseError as error:
        progress.end()
        kept = out_folder.state / "index.sqlite"
        return fail(f"{kept} cannot be used: {error}", "delete it, and run the same command again")
    except OSError as error:
        progress.end()
        step = "let it be written, or name another folder with `--out DIR`"
        return fail(f"{error.filename or out} cannot be written: {error.strerror or error}", step)
    finally:
        progress.end()
    _report(done, out, time.monotonic() - begun)
    return FAILED if done.refused else FINE


def _gather(
    names: Sequence[str],
    out: OutFolder,
    course: _Course,
    engine: Engine,
    progress: Progress,
    done: Done,
    threads: int,
) -> None:
    def publish(folder: Path, parts: Sequence[Path]) -> int:
        # pyarrow is needed from here on, when the processes that fold have given back their memory
        from course.gathering import results

        return results.write(folder, parts, course.titles, course.name, course.units, threads)

    titles = json.dumps([course.name, *course.titles.items(), *course.units])
    now_ns = time.time_ns()
    Gathering(names, out, course.context, engine, progress, now_ns, publish, titles, done).run()


def _course(folder: Path | None, jobs: int | None) -> _Course:
    """Read the course: in a process of its own, so that this one stays small, unless there is only one."""
    if jobs == 1:
        return _read_course(folder)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_read_course, folder).result()


def _read_course(folder: Path | None) -> _Course:
    # the process that leads the others does without all that reads a course
    from course.gathering.opened_course import open_course
    from course.gathering.parts import context_of

    course = open_course(folder)
    context = context_of(course.data, course.keys, time.time_ns() // 1_000_000)
    return _Course(context, course.titles, course.title, course.units)


def _engine(context: Context, jobs: int | None, scheduler: str | None) -> Engine:
    if scheduler is None:
        return local(context, jobs or all_cores())
    from course.gathering.cluster import Cluster

    return Cluster(scheduler, context)


def _so_far(done: Done) -> str:
    if not done.files_done:
        return "no file is read yet"
    return f"{done.files_done:,} of {done.files:,} file(s) are read, and what they hold is kept"


def _report(done: Done, out: Path, taken: float) -> None:
    print(f"{done.files:,} file(s), of which {done.read:,} were read in this run, in {duration(taken)}")
    print(f"report: {out / 'report.html'}")
    note_passed(done.passed)
    for path in done.moved:
        print(f"note: what someone else made is kept as {path}")
    if done.refused:
        sys.stdout.flush()
        print(
            f"error: {done.refused:,} file(s) are refused\n"
            f"  = help: {out / 'csv' / 'refusals.csv'} names each, with its reason and what to do",
            file=sys.stderr,
        )
