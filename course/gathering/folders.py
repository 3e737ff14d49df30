"""What is in a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator

from course.gathering.names import shown
from course.gathering.wrong_use import WrongUseError


def entries(folder: str) -> Iterator[os.DirEntry[str]]:
    """Yield what is in a folder, in no order."""
    try:
        with os.scandir(folder) as found:
            yield from found
    except OSError as error:
        step = "let it be read, or name other folders"
        raise WrongUseError(f"{shown(folder)} cannot be opened: {error.strerror}", step) from None


def is_inner(entry: os.DirEntry[str]) -> bool:
    """Say whether it is a folder, or a link to one."""
    # to ask a link to itself whether it is a folder raises an error
    return entry.is_dir(follow_symlinks=False) or (entry.is_symlink() and os.path.isdir(entry.path))
