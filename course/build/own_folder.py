"""Folders that a build writes into: which files in them it made, and what others put there, which it keeps.

The mark of a folder lies in `build/`, outside what is served: the path and the hash of every file made.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from course import files

Made = Mapping[str, tuple[str, ...]]
"""The paths of the files made, each with the hashes it may have."""


class NotOursError(Exception):
    """A folder may hold what someone else made; `str()` is what a person reads."""

    def __init__(self, message: str, step: str) -> None:
        super().__init__(f"{message}\n  = help: {step}")


@dataclass(frozen=True)
class Carried:
    """What others put into a site: files kept in it, and files moved out of the way of ours."""

    kept: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()


class Mark:
    """What was made in each output folder of a course, kept in one file."""

    def __init__(self, path: Path, course: Path, site: Path) -> None:
        self._path = path
        inside = os.path.relpath(site.absolute(), course.absolute())
        self._name = str(site.absolute()) if inside.startswith("..") else Path(inside).as_posix()

    def read(self) -> Made | None:
        """Return what was made; None where there is no mark that can be read."""
        found = self._all().get(self._name)
        if not isinstance(found, dict):
            return None
        return {path: tuple(map(str, hashes)) for path, hashes in found.items() if isinstance(hashes, list)}

    def write(self, made: Made) -> None:
        everything = {**self._all(), self._name: {path: list(hashes) for path, hashes in made.items()}}
        files.replace(self._path, json.dumps(everything, sort_keys=True).encode())

    def _all(self) -> dict[str, object]:
        try:
            found = json.loads(self._path.read_bytes())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}


def made_in(folder: Path) -> Made:
    """Return the hash of every file in a folder that holds only what we made."""
    return {path: (_hash(folder / path),) for path in _paths(folder)}


def made_before(folder: Path, moment_ns: int) -> Made:
    """Return the files of a site that a version without marks finished at a moment.

    That version emptied the folder at each build, so whatever was there by then is its own; hidden files
    it never made.
    """
    return {
        path: (_hash(folder / path),)
        for path in _paths(folder)
        if not any(part.startswith(".") for part in Path(path).parts)
        and (folder / path).lstat().st_ctime_ns <= moment_ns
    }


def both(one: Made, other: Made) -> Made:
    """Return what may be there while one site takes the place of another."""
    return {
        path: tuple(sorted({*one.get(path, ()), *other.get(path, ())})) for path in sorted({*one, *other})
    }


def require(folder: Path, made: Made | None) -> None:
    """Raise NotOursError unless a folder is absent, empty, or holds something that we made."""
    _require_folder(folder)
    if not folder.exists() or not any(folder.iterdir()):
        return
    if any(is_made(folder / path, hashes) for path, hashes in (made or {}).items()):
        return
    raise NotOursError(
        f"`{folder}` holds files that no build of this course made",
        "name another folder with `--output DIR`",
    )


def require_no_links(folder: Path) -> None:
    """Raise NotOursError where a folder, or anything in it, is a link."""
    _require_folder(folder)
    for base, folders, names in os.walk(folder):
        for name in (*folders, *names):
            if (Path(base) / name).is_symlink():
                raise NotOursError(
                    f"`{Path(base) / name}` is a link, and a build follows none out of its folder",
                    "move the link elsewhere and build again",
                )


def require_same_disk(site: Path, course: Path) -> None:
    """Raise NotOursError where a finished site could not be renamed to its place."""
    there = site.absolute()
    while not there.exists():
        there = there.parent
    if there.stat().st_dev != course.stat().st_dev:
        raise NotOursError(
            f"`{site}` is on another disk than the course",
            "name a folder on the course's disk with `--output DIR`, and copy it from there",
        )


def _require_folder(folder: Path) -> None:
    if folder.is_symlink():
        raise NotOursError(
            f"`{folder}` is a link to another place",
            "remove the link, or name the folder itself with `--output DIR`",
        )
    if folder.exists() and not folder.is_dir():
        raise NotOursError(f"`{folder}` is a file, no folder", "name another folder with `--output DIR`")


def carry_over(old: Path, site: Path, made: Made, aside: Path) -> Carried:
    """Move what others put into an old site to the new one, and remove what is left: our own files.

    What stands where the new site has a file of ours goes to `aside`.
    """
    if not old.is_dir() or old.is_symlink():
        return Carried()
    parents = {parent.as_posix() for path in made for parent in Path(path).parents}
    kept, moved = [], []
    for path in list(_others(old, "", made, parents)):
        target = site / path
        if not os.path.lexists(target) and _can_hold(site, target.parent):
            target.parent.mkdir(parents=True, exist_ok=True)
            (old / path).rename(target)
            kept.append(path)
        else:
            elsewhere = free(aside / path)
            elsewhere.parent.mkdir(parents=True, exist_ok=True)
            (old / path).rename(elsewhere)
            moved.append(elsewhere.as_posix())
    shutil.rmtree(old)
    return Carried(tuple(kept), tuple(moved))


def set_aside(folder: Path, made: Made, aside: Path) -> tuple[str, ...]:
    """Move what others put into a folder of ours, or changed in it, to `aside`; return where it is."""
    moved = []
    for path in list(_paths(folder)):
        is_hidden = any(part.startswith(".") for part in Path(path).parts)
        if not is_hidden and not is_made(folder / path, made.get(path, ())):
            elsewhere = free(aside / path)
            elsewhere.parent.mkdir(parents=True, exist_ok=True)
            (folder / path).rename(elsewhere)
            moved.append(elsewhere.as_posix())
    return tuple(moved)


def _others(root: Path, folder: str, made: Made, parents: set[str]) -> Iterator[str]:
    """Yield the paths of files we did not make, and of whole folders in which we made nothing."""
    with os.scandir(root / folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        path = f"{folder}/{entry.name}" if folder else entry.name
        if entry.is_dir(follow_symlinks=False) and path in parents:
            yield from _others(root, path, made, parents)
        elif not is_made(root / path, made.get(path, ())):
            yield path


def _can_hold(site: Path, folder: Path) -> bool:
    """Say whether a folder of the site is one, or can be made, without passing through a link or a file."""
    while folder != site:
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            return False
        folder = folder.parent
    return True


def free(path: Path) -> Path:
    """Return the path, or one like it at which nothing is yet."""
    number, found = 1, path
    while os.path.lexists(found):
        number, found = number + 1, path.with_name(f"{path.name}.{number + 1}")
    return found


def _paths(folder: Path) -> Iterator[str]:
    for base, _, names in os.walk(folder):
        for name in names:
            path = Path(base) / name
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(folder).as_posix()


def is_made(path: Path, hashes: tuple[str, ...]) -> bool:
    """Say whether a file is one that was made, and unchanged since."""
    return bool(hashes) and path.is_file() and not path.is_symlink() and _hash(path) in hashes


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
