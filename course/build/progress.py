"""Progress on a terminal: nothing for a second, then the step that runs and how long it has taken."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

_PATIENCE = 1.0
_TICK = 0.1
_BAR = 24


@contextmanager
def shown(out: TextIO, steps: int = 3) -> Iterator[Callable[[str], None]]:
    """Yield a function to call at the start of each step; silent when `out` is no terminal."""
    if not out.isatty():
        yield lambda step: None
        return
    current: list[str] = []
    done = threading.Event()
    painter = threading.Thread(target=_paint, args=(out, current, done, steps), daemon=True)
    painter.start()
    try:
        yield current.append
    finally:
        done.set()
        painter.join()


def _paint(out: TextIO, current: list[str], done: threading.Event, steps: int) -> None:
    start = time.monotonic()
    width = 0
    while not done.wait(_TICK):
        taken = time.monotonic() - start
        if taken < _PATIENCE or not current:
            continue
        filled = _BAR * len(current) // (steps + 1)
        line = f"[{'#' * filled}{'-' * (_BAR - filled)}] {current[-1]} · {taken:.0f} s"
        out.write("\r" + line.ljust(width))
        out.flush()
        width = len(line)
    if width:
        out.write("\r" + " " * width + "\r")
        out.flush()
