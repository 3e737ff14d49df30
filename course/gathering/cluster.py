"""The steps on a Dask cluster. The context is sent once to a worker; a task whose worker ends runs again.

Workers need this package, and must be able to read the files by the same names.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from course.gathering.engines import IN_FLIGHT
from course.gathering.extras import how_to_install
from course.gathering.parts import Context
from course.gathering.wrong_use import WrongUseError

Task = TypeVar("Task")
Result = TypeVar("Result")

_PATIENCE = "20s"


class Cluster:
    """Runs on the workers of a Dask scheduler."""

    def __init__(self, address: str, context: Context) -> None:
        if step := how_to_install("distributed"):
            raise WrongUseError(f"a cluster needs Dask's distributed; {step}")
        self._dask: Any = importlib.import_module("distributed")
        try:
            self._client: Any = self._dask.Client(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise WrongUseError(f"no scheduler answers at {address}: {error}") from None
        # as a task, so that it is made again when the worker that holds it ends
        self._context = self._client.submit(_same, context, pure=False)

    def each(self, step: Callable[[Context, Task], Result], tasks: Iterator[Task]) -> Iterator[Result]:
        most = max(4, IN_FLIGHT * sum(self._client.nthreads().values()))
        running: Any = self._dask.as_completed(loop=self._client.loop)
        for task in tasks:
            running.add(self._client.submit(step, self._context, task, pure=False))
            if running.count() >= most:
                yield next(running).result()
        for one in running:
            yield one.result()

    def close(self) -> None:
        self._client.close()


def _same(context: Context) -> Context:
    return context
