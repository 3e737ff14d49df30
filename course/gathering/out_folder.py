"""The folder that a cohort is written into: absent, empty or ours, and nothing that others put there is lost.

What is computed lies in `.imr-cohort/`, which is our mark: the index of files, and the parts that are
done. What people open lies beside it, and is exchanged only when all of it is finished.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from course.build import own_folder
from course.build.own_folder import Made, NotOursError
from course.files import alone, replace

STATE = ".imr-cohort"
MARK = f"{STATE}/mark.json"
_FORMAT = "imr-cohort-folder"


class _Mark(NamedTuple):
    """`made`: the hashes of the files that we made, by path."""

    made: Made
    published: Published | None


class Published(NamedTuple):
    """What was published last: a hash of all that it was made of, and how many files are refused in it."""

    of: str
    refused: int


class OutFolder:
    """The folder, its parts that are done, and what is published of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.state = folder / STATE
        self.parts = self.state / "parts"
        self._new = self.state / "new"

    def require_ours(self) -> None:
        """Raise NotOursError unless the folder is absent, empty or bears our mark."""
        folder = self.folder
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise NotOursError(
                f"`{folder}` is a link or a file, no folder", "name another folder with `--out DIR`"
            )
        if folder.exists() and any(folder.iterdir()) and self._mark() is None:
            raise NotOursError(
                f"`{folder}` holds files, and no `{STATE}` that says that `course cohort` made them",
                "name a new folder with `--out DIR`",
            )

    @contextmanager
    def working(self) -> Iterator[None]:
        """Make the folder ours, and keep other runs waiting while inside."""
        with alone(self.state):
            if self._mark() is None:
                self._write_mark(_Mark({}, None))
            self.parts.mkdir(exist_ok=True)
            shutil.rmtree(self._new, ignore_errors=True)
            yield

    def store_part(self, name: str, tables: Mapping[str, bytes]) -> str:
        """Store the tables of a part, and return their digest; they are there whole, or not at all."""
        waiting = self.parts / f"{name}~"
        shutil.rmtree(waiting, ignore_errors=True)
        waiting.mkdir()
        for table, content in tables.items():
            (waiting / f"{table}.parquet").write_bytes(content)
        shutil.rmtree(self.parts / name, ignore_errors=True)
        waiting.rename(self.parts / name)
        return _digest_of(tables)

    def part(self, name: str, digest: str) -> dict[str, bytes]:
        """Return the tables of a part; none where they are gone, or others than were stored."""
        try:
            found = {file.stem: file.read_bytes() for file in (self.parts / name).iterdir()}
        except OSError:
            return {}
        return found if _digest_of(found) == digest else {}

    def begin(self) -> Path:
        """Return an empty folder for what is going to be published."""
        self._new.mkdir()
        return self._new

    def published(self) -> Published | None:
        """Return what was published last, if all of it is still there, and its tables as they were.

        Notes in the workbook are no reason to write everything again; the next change moves them aside.
        """
        mark = self._mark()
        return mark.published if mark and all(map(self._is_there, mark.made.items())) else None

    def _is_there(self, made: tuple[str, tuple[str, ...]]) -> bool:
        path, hashes = made
        if path.startswith("parquet/"):
            return own_folder.is_made(self.folder / path, hashes)
        return (self.folder / path).is_file()

    def publish(self, what: Published, kept_parts: set[str]) -> list[str]:
        """Put what is finished in place of what was there; return what of others is now elsewhere."""
        mark = self._mark()
        made_before = mark.made if mark else {}
        made_now = own_folder.made_in(self._new)
        moved: list[str] = []
        with _undisturbed():
            self._write_mark(_Mark(own_folder.both(made_before, made_now), None))
            for entry in sorted(self._new.iterdir()):
                moved += self._exchange(entry, made_before)
            self._write_mark(_Mark(made_now, what))
        for folder in self.parts.iterdir():
            if folder.name not in kept_parts:
                shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(self._new, ignore_errors=True)
        return moved

    def _exchange(self, entry: Path, made: Made) -> list[str]:
        target = self.folder / entry.name
        aside = self.folder / f"{target.stem}-kept{target.suffix}"
        if entry.is_dir() and target.is_dir() and not target.is_symlink():
            old = self.state / "old"
            shutil.rmtree(old, ignore_errors=True)
            target.rename(old)
            entry.rename(target)
            inside = {
                path.partition("/")[2]: hashes
                for path, hashes in made.items()
                if path.startswith(f"{entry.name}/")
            }
            return list(own_folder.carry_over(old, target, inside, aside).moved)
        if os.path.lexists(target):
            is_ours = (
                not target.is_symlink()
                and target.is_file()
                and own_folder.is_made(target, made.get(entry.name, ()))
            )
            if not is_ours:
                free = own_folder.free(aside)
                target.rename(free)
                entry.rename(target)
                return [str(free)]
        entry.replace(target)
        return []

    def _mark(self) -> _Mark | None:
        try:
            found = json.loads((self.folder / MARK).read_bytes())
            if found["format"] != _FORMAT:
                return None
            made = {path: tuple(hashes) for path, hashes in found["made"].items()}
            return _Mark(made, Published(*found["published"]) if found.get("published") else None)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def _write_mark(self, mark: _Mark) -> None:
        made = {path: list(mark.made[path]) for path in sorted(mark.made)}
        content = json.dumps({"format": _FORMAT, "made": made, "published": mark.published})
        replace(self.folder / MARK, content.encode())


def _digest_of(tables: Mapping[str, bytes]) -> str:
    found = sha256()
    for table in sorted(tables):
        found.update(f"{table} {len(tables[table])} ".encode())
        found.update(tables[table])
    return found.hexdigest()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let Ctrl-C wait for a moment, so that what people open is all of one run."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        raise KeyboardInterrupt
