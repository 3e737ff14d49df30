"""The steps on a Dask cluster. The context is sent once to a worker; a task whose worker ends runs again.

Workers need this package, and must be able to read the files by the same names. Nothing is waited for
without end: not a scheduler, and not a worker where there is none.
"""

from __future__ import annotations

import importlib
import logging
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from typing import Any, TypeVar

from course.gathering.engines import IN_FLIGHT, EngineError
from course.gathering.extras import how_to_install
from course.gathering.parts import Context
from course.gathering.wrong_use import WrongUseError

Task = TypeVar("Task")
Result = TypeVar("Result")

_PATIENCE = 20.0  # seconds, for the scheduler
_PATIENCE_FOR_WORKERS = 60.0
_LOOK = 5.0  # seconds between two looks at whether there still is a worker
_TICK = 0.01


class Cluster:
    """Runs on the workers of a Dask scheduler."""

    def __init__(self, address: str, context: Context) -> None:
        if step := how_to_install("distributed"):
            raise WrongUseError("a cluster needs Dask's distributed", step)
        _require_address(address)
        self._address = address
        self._dask: Any = importlib.import_module("distributed")
        # what it has to say of a lost scheduler or worker is said here, once
        for name in ("distributed", "distributed.client"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
        try:
            self._client: Any = self._dask.Client(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            step = "start one with `dask scheduler`, or name another address"
            raise WrongUseError(f"no scheduler answers at {address}: {error}", step) from None
        try:
            self._require_worker()
        except EngineError as error:
            self.close()
            raise WrongUseError(str(error), self._how_to_start()) from None
        # as a task, so that it is made again when the worker that holds it ends
        self._context = self._submit(_same, context)

    def each(self, step: Callable[[Context, Task], Result], tasks: Iterator[Task]) -> Iterator[Result]:
        most = max(4, IN_FLIGHT * self._threads())
        running: Any = self._dask.as_completed(loop=self._client.loop)
        for task in tasks:
            running.add(self._submit(step, self._context, task))
            if running.count() >= most:
                yield from self._results(running)
        while running.count():
            yield from self._results(running)

    def close(self) -> None:
        self._client.close()

    def _submit(self, step: Callable[..., Any], *given: object) -> Any:
        try:
            return self._client.submit(step, *given, pure=False)
        except Exception as error:  # of several kinds, when it was closed meanwhile
            raise self._lost(error) from None

    def _threads(self) -> int:
        try:
            return sum(self._client.nthreads().values())
        except Exception as error:
            raise self._lost(error) from None

    def _lost(self, error: Exception) -> EngineError:
        return EngineError(f"the scheduler at {self._address} does not answer: {error}")

    def _results(self, running: Any) -> Iterator[Any]:
        """Yield what is done, as soon as anything is."""
        looked = time.monotonic()
        while not (done := running.next_batch(block=False)):
            time.sleep(_TICK)
            if time.monotonic() - looked >= _LOOK:
                self._require_worker()
                looked = time.monotonic()
        for one in done:
            yield self._result(one)

    def _result(self, future: Any) -> Any:
        try:
            return future.result()
        except CancelledError:
            raise EngineError(f"the scheduler at {self._address} has ended") from None
        except self._dask.KilledWorker:
            raise EngineError("several workers ended at the same task, perhaps for want of memory") from None
        except Exception as error:  # whatever a worker raises comes back
            raise EngineError(f"a worker could not go on: {type(error).__name__}: {error}") from None

    def _require_worker(self) -> None:
        """Wait for a worker where there is none, and say so."""
        if self._threads():
            return
        patience = f"{_PATIENCE_FOR_WORKERS:.0f} s"
        print(
            f"waiting up to {patience} for a worker at {self._address}; {self._how_to_start()}",
            file=sys.stderr,
        )
        try:
            self._client.wait_for_workers(1, timeout=_PATIENCE_FOR_WORKERS)
        except TimeoutError:
            raise EngineError(f"{self._address} has had no worker for {patience}") from None
        except Exception as error:
            raise self._lost(error) from None

    def _how_to_start(self) -> str:
        return f"start one with `dask worker {self._address}`"


def _require_address(address: str) -> None:
    """Look at the form of an address first: a client that is not made leaves a warning behind."""
    from distributed.comm.addressing import parse_address, parse_host_port
    from distributed.comm.registry import get_backend

    try:
        kind, place = parse_address(address, strict=True)
        get_backend(kind)
        parse_host_port(place)
    except ValueError:
        step = "name it as the scheduler prints it, such as tcp://host:8786"
        raise WrongUseError(f"{address} is no address of a scheduler", step) from None


def _same(context: Context) -> Context:
    return context
