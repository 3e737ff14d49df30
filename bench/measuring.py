"""What a command costs: CPU and peak memory of its whole process tree, and the time it takes."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from statistics import median

import psutil

_TICK = 0.05


class CommandError(Exception):
    """A measured command failed, so its time means nothing; the message holds its last words."""


@dataclass(frozen=True)
class Usage:
    """Seconds of CPU (user and system, of all descendants), seconds that passed, and bytes at the peak."""

    cpu: float
    wall: float
    peak: float


def measure(
    words: Sequence[str | Path],
    folder: Path,
    settings: Mapping[str, str] | None = None,
    output: Path | None = None,
) -> Usage:
    """Run a command in a folder, wait for it, and return what it cost.

    Memory is looked at every twentieth of a second: the resident memory of all processes of the tree
    together, so what they share is counted for each.
    """
    with tempfile.TemporaryFile() as errors, (output or Path(os.devnull)).open("wb") as out:
        before = time.perf_counter()
        process = subprocess.Popen(
            words, cwd=folder, env=os.environ | (settings or {}), stdout=out, stderr=errors
        )
        peak = _Peak(process.pid)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - before
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            said = errors.read().decode(errors="replace")[-2000:]
            raise CommandError(f"{' '.join(map(str, words))} ended with {process.returncode}\n{said}")
    return Usage(used.ru_utime + used.ru_stime, wall, peak.stop())


class _Peak:
    """Watches the memory of a process tree from a thread."""

    def __init__(self, pid: int) -> None:
        self._found = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, args=(pid,), daemon=True)
        self._thread.start()

    def stop(self) -> int:
        self._done.set()
        self._thread.join()
        return self._found

    def _watch(self, pid: int) -> None:
        while not self._done.wait(_TICK):
            try:
                root = psutil.Process(pid)
                tree = [root, *root.children(recursive=True)]
            except psutil.Error:
                return
            self._found = max(self._found, sum(map(_resident, tree)))


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0  # it has ended meanwhile


def middle(usages: Sequence[Usage]) -> Usage:
    """Return the medians of several runs."""
    return Usage(
        median(usage.cpu for usage in usages),
        median(usage.wall for usage in usages),
        median(usage.peak for usage in usages),
    )


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that a share of the values does not exceed."""
    return sorted(values)[max(0, ceil(share * len(values)) - 1)]
