"""A real scheduler with two workers in processes of their own, one of which is killed in the middle."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from course import cli
from course.gathering import gather, index
from course.gathering.parts import Part
from tests.cohort.test_cohort_command import Answers, Cohort, Export, _published, cohort, people

pytest.importorskip("distributed")

__all__ = ["Answers", "Cohort", "Export", "cohort", "people"]

ROOT = Path(__file__).parents[2]
PATIENCE = 120


@contextmanager
def _process(*words: str) -> Iterator[subprocess.Popen[bytes]]:
    with Path(f"{words[0]}.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", *words],
            env=os.environ | {"PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__ADMIN__PDB_ON_ERR": "false"},
            stdout=log,
            stderr=log,
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Start a scheduler and two workers on this machine; return its address and the workers."""
    where = ("--scheduler-file", str(tmp_path / "scheduler.json"))
    with ExitStack() as stack:
        stack.enter_context(
            _process("scheduler", *where, "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show")
        )
        _wait(Path(where[1]).exists)
        alone = ("--nworkers", "1", "--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
        workers = [stack.enter_context(_process("worker", *where, *alone)) for _ in range(2)]
        distributed: Any = pytest.importorskip("distributed")
        with distributed.Client(scheduler_file=where[1], set_as_default=False) as client:
            client.wait_for_workers(2, timeout=PATIENCE)
            address = client.scheduler.address
        yield address, workers


def _wait(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_cluster_gives_the_same_results_though_a_worker_is_killed_in_the_middle(
    people: Path,
    cohort: Cohort,
    cluster: tuple[str, list[subprocess.Popen[bytes]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    address, workers = cluster
    monkeypatch.setattr(index, "PEOPLE_OF_PART", 1)
    cohort("records", "--out", "here")
    count = gather.Gathering._count
    counted: list[int] = []

    def killing(self: gather.Gathering, part: Part) -> None:
        if not counted:
            workers[0].kill()
            workers[0].wait()
        counted.append(part.number)
        count(self, part)

    monkeypatch.setattr(gather.Gathering, "_count", killing)
    # an address for fsspec, which every worker can read
    folder = f"file://{people.absolute()}"
    code = cli.main(["cohort", "records", "--out", "there", "--course", "course", "--scheduler", address])

    assert code == 0
    assert sorted(counted) == list(range(16))
    assert _published("there") == _published("here")
    assert cli.main(["cohort", folder, "--out", "url", "--course", "course", "--scheduler", address]) == 0
    assert len(_published("url")) == len(_published("here"))


def test_an_address_where_no_scheduler_answers_is_named(
    people: Path, cohort: Cohort, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("course.gathering.cluster._PATIENCE", "1s")

    code, _, err = cohort("records", "--out", "report", "--scheduler", "tcp://127.0.0.1:1")

    assert code == 2
    assert "no scheduler answers at tcp://127.0.0.1:1" in err
