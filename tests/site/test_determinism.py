"""The same course gives the same bytes, wherever and whenever it is built."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.site.sites import ROOT, copy_course, tree

# Python imports this module by itself at its start; it moves the clock of every process it starts in.
ANOTHER_DAY = """
import datetime, os, time
moved = float(os.environ["MOVED_BY"])
now = time.time
time.time = lambda: now() + moved
time.time_ns = lambda: int(time.time() * 1e9)
class Day(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
    today = utcnow = now
datetime.datetime = Day
"""
_ANOTHER_SEED = "2" if os.environ.get("PYTHONHASHSEED") != "2" else "1"


def test_two_builds_in_two_folders_on_two_days_are_the_same_to_the_byte(site: Path, tmp_path: Path) -> None:
    clock = tmp_path / "clock"
    clock.mkdir()
    (clock / "sitecustomize.py").write_text(ANOTHER_DAY)

    # the other build is the one that many tests look at, of today and with the hashes of another process
    first = tree(site)
    second = _built(tmp_path / "deeper" / "two", clock, moved_by=400 * 86_400)

    assert first == second
    assert "index.html" in first


def _built(folder: Path, clock: Path, *, moved_by: int) -> dict[str, str]:
    copy_course(folder)
    changed = {"PYTHONPATH": f"{clock}:{ROOT}", "MOVED_BY": str(moved_by), "PYTHONHASHSEED": _ANOTHER_SEED}
    subprocess.run(
        [sys.executable, "-m", "course", "build"], cwd=folder, env=os.environ | changed, check=True
    )
    return tree(folder / "site")
