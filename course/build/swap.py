"""Putting a finished site in place of the old one, so that there is a whole one at every moment."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def put_in_place(finished: Path, site: Path, aside: Path) -> None:
    """Make `finished` the site; the old one, if any, ends up at `aside`.

    Where the system can exchange two folders in one act, there is no moment without a site.
    Elsewhere there is a very short one, and `repair` puts the old site back after an interruption.
    """
    if not site.exists():
        finished.rename(site)
    elif _exchange(finished, site):
        finished.rename(aside)
    else:
        site.rename(aside)
        finished.rename(site)


def repair(site: Path, aside: Path) -> None:
    """Put back the old site when an interruption left none."""
    if aside.exists() and not site.exists():
        aside.rename(site)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one act; false where the system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    failed: int = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return failed == 0
