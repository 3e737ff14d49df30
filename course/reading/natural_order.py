"""The order of file names as people count: `2-a` before `10-b`."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

_NUMBER = re.compile(r"([0-9]+)")

Key = tuple[tuple[tuple[int, int, str], ...], ...]


def natural(path: str) -> tuple[Key, str]:
    """Return what to sort a path by: a page directly before the folder of the same name."""
    pure = PurePosixPath(path)
    parts = pure.with_suffix("").parts if pure.name else pure.parts
    return tuple(_part(part) for part in parts), path


def _part(part: str) -> tuple[tuple[int, int, str], ...]:
    pieces = (piece for piece in _NUMBER.split(part) if piece)
    return tuple(
        (0, int(piece), "") if piece.isdecimal() and piece.isascii() else (1, 0, piece) for piece in pieces
    )
