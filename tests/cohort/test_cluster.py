"""A real scheduler with two workers in processes of their own, one of which is killed in the middle."""

from __future__ import annotations

import json
import operator
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
def scheduler(tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Start a scheduler on this machine; return its address and itself."""
    file = tmp_path / "scheduler.json"
    words = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show")
    with _process("scheduler", "--scheduler-file", str(file), *words) as process:
        _wait(lambda: file.exists() and file.read_text().endswith("}"))
        yield json.loads(file.read_text())["address"], process


@pytest.fixture
def cluster(
    tmp_path: Path, scheduler: tuple[str, subprocess.Popen[bytes]]
) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Start two workers of the scheduler; return its address and the workers."""
    address, _ = scheduler
    where = ("--scheduler-file", str(tmp_path / "scheduler.json"))
    with ExitStack() as stack:
        alone = ("--nworkers", "1", "--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
        workers = [stack.enter_context(_process("worker", *where, *alone)) for _ in range(2)]
        distributed: Any = pytest.importorskip("distributed")
        with distributed.Client(address, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=PATIENCE)
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
    monkeypatch.setattr("course.gathering.cluster._PATIENCE", 1)

    code, _, err = cohort("records", "--out", "report", "--scheduler", "tcp://127.0.0.1:1")

    assert code == 2
    assert "no scheduler answers at tcp://127.0.0.1:1" in err
    assert "help: start one with `dask scheduler`, or name another address" in err


@pytest.mark.parametrize("address", ["nonsense", "tcp://", "tcp://host", "tcp://host:port", "smoke://host:1"])
def test_what_is_no_address_of_a_scheduler_is_said_before_anything_is_tried(
    address: str, people: Path, cohort: Cohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("distributed.Client")

    code, _, err = cohort("records", "--out", "report", "--scheduler", address)

    assert (code, err) == (
        2,
        f"error: {address} is no address of a scheduler\n"
        "  = help: name it as the scheduler prints it, such as tcp://host:8786\n",
    )
    assert not Path("report").exists()


def test_a_scheduler_without_workers_is_not_waited_for_without_end(
    people: Path,
    cohort: Cohort,
    scheduler: tuple[str, subprocess.Popen[bytes]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    address, _ = scheduler
    monkeypatch.setattr("course.gathering.cluster._PATIENCE_FOR_WORKERS", 1)

    code, _, err = cohort("records", "--out", "report", "--scheduler", address)

    assert (code, err) == (
        2,
        f"waiting up to 1 s for a worker at {address}; start one with `dask worker {address}`\n"
        f"error: {address} has had no worker for 1 s\n"
        f"  = help: start one with `dask worker {address}`\n",
    )


def test_a_run_that_lost_its_scheduler_is_gone_on_with(
    people: Path,
    cohort: Cohort,
    scheduler: tuple[str, subprocess.Popen[bytes]],
    cluster: tuple[str, list[subprocess.Popen[bytes]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    address, process = scheduler
    monkeypatch.setattr(index, "PEOPLE_OF_PART", 1)
    cohort("records", "--out", "here")
    count = gather.Gathering._count

    def killing(self: gather.Gathering, part: Part) -> None:
        process.kill()
        process.wait()
        count(self, part)

    with monkeypatch.context() as patch:
        patch.setattr(gather.Gathering, "_count", killing)
        code, _, err = cohort("records", "--out", "report", "--scheduler", address)

    assert code == 1
    assert err.startswith(f"error: the scheduler at {address} ")
    assert "help: run the same command again: it goes on from there" in err
    assert cohort("records", "--out", "report")[0] == 0
    assert _published("report") == _published("here")


def test_what_goes_wrong_in_a_task_or_with_all_workers_ends_the_run_with_its_reason(
    people: Path,
    cohort: Cohort,
    cluster: tuple[str, list[subprocess.Popen[bytes]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    address, workers = cluster
    monkeypatch.setattr("course.gathering.cluster._PATIENCE_FOR_WORKERS", 1)
    monkeypatch.setattr("course.gathering.cluster._LOOK", 0.5)

    monkeypatch.setattr(gather, "look", operator.sub)
    code, _, err = cohort("records", "--out", "report", "--scheduler", address)
    assert code == 1
    assert err.startswith("error: a worker could not go on: TypeError: unsupported operand")
    assert "no file is read yet\n  = help: run the same command again" in err

    def begin(context: object, paths: object) -> None:
        time.sleep(PATIENCE)

    def killing(self: index.Index, size: int) -> Iterator[list[bytes]]:
        yield [b""]
        for worker in workers:
            worker.kill()
            worker.wait()

    monkeypatch.setattr(gather, "look", begin)
    monkeypatch.setattr(index.Index, "to_look_at", killing)
    code, _, err = cohort("records", "--out", "report", "--scheduler", address)
    assert code == 1
    assert f"error: {address} has had no worker for 1 s" in err
