"""The engine's project: written file by file, and what others put into it is moved out of the way first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from course import files
from course.build import own_folder
from course.build.paths import FINISHED, FOLDER, MARK, OTHERS, PROJECT, STAMP


class Project:
    """The project of a course; made before its build removes the stamp of the last one."""

    def __init__(self, folder: Path) -> None:
        self.moved: tuple[str, ...] = ()
        self._folder = folder / PROJECT
        self._aside = folder / OTHERS / "project"
        self._mark = own_folder.Mark(folder / MARK, folder, self._folder)
        self._finished = folder / FINISHED
        self._finished_at = _moment(folder / STAMP)

    def write(self, made: Iterable[tuple[str, bytes]]) -> int:
        """Make the project hold exactly these files; return how many changed."""
        files.remove_folder(self._finished)
        self._set_aside()
        hashes: dict[str, tuple[str, ...]] = {}

        def noted() -> Iterator[tuple[str, bytes]]:
            for path, content in made:
                hashes[path] = (sha256(content).hexdigest(),)
                yield path, content

        self._mark.write({})  # until all is written, nothing tells our files from those of others
        changed = files.write_changed(self._folder, noted())
        self._mark.write(hashes)
        return changed

    def notes(self) -> tuple[str, ...]:
        """Return what the author should know of files that no build made."""
        if not self.moved:
            return ()
        where = f"moved out of `{FOLDER}`, whose project is made anew by every build"
        return (f"{where}: {', '.join(self.moved)}",)

    def _set_aside(self) -> None:
        """Move what others made out of the way, as far as something tells their files from ours."""
        if not self._folder.is_dir():
            return
        known = self._mark.read()
        if not known and self._finished_at is not None:  # a version without this mark finished then
            known = own_folder.made_before(self._folder, self._finished_at)
        self.moved = own_folder.set_aside(self._folder, known, self._aside) if known else ()


def _moment(stamp: Path) -> int | None:
    return stamp.stat().st_mtime_ns if stamp.is_file() else None
