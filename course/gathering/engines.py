"""Where the steps run: in this process, in processes of this machine, or on a cluster. All give the same."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Protocol, TypeVar

from course.gathering.parts import Context, begin_process

Task = TypeVar("Task")
Result = TypeVar("Result")

IN_FLIGHT = 2  # tasks of each process that wait or run, so that memory does not grow with their number


class EngineError(Exception):
    """What runs the steps has ended before its work was done; the message says why."""


class Engine(Protocol):
    """Runs a step for every task; results come as they are ready, in any order."""

    def each(self, step: Callable[[Context, Task], Result], tasks: Iterator[Task]) -> Iterator[Result]:
        """Yield the result of each task, or raise EngineError."""

    def close(self) -> None:
        """Wait for what runs, and begin nothing more."""


class Here:
    """Runs everything in this process."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def each(self, step: Callable[[Context, Task], Result], tasks: Iterator[Task]) -> Iterator[Result]:
        return (step(self._context, task) for task in tasks)

    def close(self) -> None:
        pass


class Processes:
    """Runs several processes on this machine."""

    def __init__(self, context: Context, jobs: int) -> None:
        self._jobs = jobs
        self._pool = ProcessPoolExecutor(
            jobs,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_begin,
            initargs=(context,),
        )

    def each(self, step: Callable[[Context, Task], Result], tasks: Iterator[Task]) -> Iterator[Result]:
        try:
            yield from self._each(step, tasks)
        except BrokenProcessPool:
            raise EngineError(
                "a process ended before its work was done, perhaps for want of memory"
            ) from None

    def _each(self, step: Callable[[Context, Task], Result], tasks: Iterator[Task]) -> Iterator[Result]:
        running: set[Future[Result]] = set()
        for task in tasks:
            running.add(self._pool.submit(_run, step, task))
            if len(running) >= self._jobs * IN_FLIGHT:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                yield from (one.result() for one in done)
        while running:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            yield from (one.result() for one in done)

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)


def local(context: Context, jobs: int) -> Engine:
    """Return an engine of this machine."""
    return Here(context) if jobs == 1 else Processes(context, jobs)


def all_cores() -> int:
    """Return how many processes this machine can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_CONTEXT: list[Context] = []


def _begin(context: Context) -> None:
    begin_process()
    _CONTEXT[:] = [context]


def _run(step: Callable[[Context, Task], Result], task: Task) -> Result:
    return step(_CONTEXT[0], task)
