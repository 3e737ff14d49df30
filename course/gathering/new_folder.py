"""Writing results into a new folder: all of them or nothing, and never over what is there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from course.build.own_folder import NotOursError


def require_new(folder: Path) -> None:
    """Raise NotOursError unless a folder is absent or empty."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise NotOursError(f"`{folder}` is a link or a file, no folder", "name a new folder with `--out DIR`")
    if folder.exists() and any(folder.iterdir()):
        raise NotOursError(f"`{folder}` holds files already", "name a new folder with `--out DIR`")


def require_new_file(file: Path) -> None:
    """Raise NotOursError where something is there already."""
    if os.path.lexists(file):
        raise NotOursError(f"`{file}` is there already", "name a new file with `--out FILE`")


def write_files(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write files, by their paths within a new folder; return how many.

    They are made beside it and put in place when all are there, so stopping leaves nothing behind.
    """
    count = 0
    with _put_in_place(folder) as waiting:
        for path, content in files:
            target = waiting / path
            target.parent.mkdir(parents=True, exist_ok=True)
            # a name that comes up twice would lose a file in silence
            with target.open("xb") as file:
                file.write(content)
            count += 1
    return count


@contextmanager
def _put_in_place(folder: Path) -> Iterator[Path]:
    require_new(folder)
    folder = folder.absolute()
    folder.parent.mkdir(parents=True, exist_ok=True)
    waiting = folder.with_name(f".{folder.name}.{os.getpid()}~")
    waiting.mkdir()
    try:
        yield waiting
        if folder.exists():
            folder.rmdir()
        waiting.rename(folder)
    finally:
        shutil.rmtree(waiting, ignore_errors=True)
