"""The folders that a course is read from."""

from __future__ import annotations

from pathlib import Path

from course.shipped import SHIPPED


def roots(folder: Path) -> tuple[Path, ...]:
    """Return the folders of a course: the shipped course first, then that of its host.

    A folder that holds only `organisation.yml`, and units of its host, is read on top of the shipped course.
    """
    is_host = (folder / "organisation.yml").exists() and not (folder / "content" / "course.yml").exists()
    return (SHIPPED, folder) if is_host else (folder,)


def nearest_course(folder: Path) -> Path:
    """Return the folder of the course that a folder is in; itself where there is none."""
    return next((each for each in (folder, *folder.parents) if _is_course(each)), folder)


def _is_course(folder: Path) -> bool:
    return (folder / "content" / "course.yml").is_file() or (folder / "organisation.yml").is_file()
