"""The pipeline on one page: read, check, write the project, run the engine, put the site in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from course import checks, engine, files, reading, swap
from course.diagnostics import Diagnostic, ordered
from course.model.course import Course
from course.shipped import SHIPPED, site_assets
from course.targets import site

FOLDER = "build"
PROJECT = f"{FOLDER}/project"
FINISHED = f"{PROJECT}/site"
ASIDE = f"{FOLDER}/site-before"
SITE = "site"

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Checked:
    """A course and everything its authors should be told about it."""

    course: Course
    findings: tuple[Diagnostic, ...]

    @property
    def has_errors(self) -> bool:
        return any(finding.is_error for finding in self.findings)


@dataclass(frozen=True)
class Built:
    """The outcome of a build: findings, and the site if there were no errors."""

    checked: Checked
    site: Path | None


def roots(folder: Path) -> tuple[Path, ...]:
    """Return the folders a course is read from.

    A folder that holds only `organisation.yml`, and units of its host, lies over the shipped course.
    """
    is_host = (folder / "organisation.yml").exists() and not (folder / "content" / "course.yml").exists()
    return (SHIPPED, folder) if is_host else (folder,)


def check(folder: Path) -> Checked:
    """Read a course and run every check on it."""
    read = reading.read(roots(folder))
    found = checks.check(read.course) if read.is_whole else ()
    return Checked(read.course, ordered((*read.findings, *found)))


def build(folder: Path, engine_name: str = "material", progress: Progress = lambda step: None) -> Built:
    """Build the site of a course into `folder/site`. With errors, nothing is written."""
    progress("reading and checking")
    checked = check(folder)
    if checked.has_errors:
        return Built(checked, None)
    progress("writing pages")
    output = site.write(checked.course, site_assets())
    with files.alone(folder / FOLDER):
        swap.repair(folder / SITE, folder / ASIDE)
        files.remove_folder(folder / FINISHED)
        files.write_changed(folder / PROJECT, output.files)
        progress(f"building the site with {engine_name}")
        engine.run(engine_name, folder / PROJECT)
        files.remove_folder(folder / ASIDE)
        swap.put_in_place(folder / FINISHED, folder / SITE, folder / ASIDE)
        files.remove_folder(folder / ASIDE)
    return Built(checked, folder / SITE)
