"""How often a fault is injected: a fast set on every run of the tests, the full set when it is asked for."""

from __future__ import annotations

import os


def times(fast: int, full: int) -> int:
    """Return the number for this run; `COURSE_FAULTS=full` asks for the full one."""
    asked = os.environ.get("COURSE_FAULTS", "fast")
    return {"fast": fast, "full": full}[asked]
