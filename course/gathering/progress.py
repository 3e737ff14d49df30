"""Progress of work on many files: how many are done, and how much time is left. Nothing for a second."""

from __future__ import annotations

import time
from typing import TextIO

_PATIENCE = 1.0
_TICK = 0.2
_BAR = 24


class Progress:
    """One line on a terminal; silent where there is none."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._is_shown = out.isatty()
        self._begun = self._painted = time.monotonic()
        self._width = 0
        self._step, self._done, self._of = "", 0, 0

    def begin(self, step: str, of: int) -> None:
        """Begin a step on so many files."""
        self._step, self._done, self._of = step, 0, of
        self._begun = time.monotonic()

    def add(self, done: int) -> None:
        """Note that so many more files are done."""
        self._done += done
        now = time.monotonic()
        if self._is_shown and now - self._begun >= _PATIENCE and now - self._painted >= _TICK:
            self._painted = now
            self._paint(self._line(now - self._begun))

    def end(self) -> None:
        """Leave the line empty."""
        if self._width:
            self._paint("")
            self._width = 0

    def _line(self, taken: float) -> str:
        of = max(self._of, self._done, 1)
        filled = _BAR * self._done // of
        left = taken * (of - self._done) / max(self._done, 1)
        bar = f"[{'#' * filled}{'-' * (_BAR - filled)}]"
        return f"{bar} {self._step}: {self._done:,} of {of:,} files, {duration(left)} left"

    def _paint(self, line: str) -> None:
        self._out.write("\r" + line.ljust(self._width) + ("" if line else "\r"))
        self._out.flush()
        self._width = len(line)


def duration(seconds: float) -> str:
    """Return a time as people say it."""
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 6000 else f"{seconds / 3600:.1f} h"
