"""The pipeline on one page: read, check, write the project, run the engine, put the site in place.

What nothing has changed for is not done again; the heavy parts are imported only when there is work for them.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from course import files
from course.build import fingerprint, stamp
from course.build.cache import FileCache
from course.build.mendable import mendable
from course.build.paths import CACHE, FOLDER, SITE, STAMP
from course.build.place import SitePlace
from course.build.project import Project
from course.cache import Cache, NoCache
from course.diagnostics import Diagnostic, ordered
from course.reading.roots import roots
from course.shipped import site_assets

if TYPE_CHECKING:
    from course.model.course import Course
    from course.reading.read_cache import ReadCache

DAMAGED = "what was kept of earlier builds was damaged, so it was made anew"

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Checked:
    """A course and the findings about it. `is_whole`: all of it could be read, so it can be counted."""

    course: Course
    findings: tuple[Diagnostic, ...]
    is_whole: bool

    @property
    def has_errors(self) -> bool:
        return any(finding.is_error for finding in self.findings)


@dataclass(frozen=True)
class Built:
    """The outcome of a build: findings, the site if there were no errors, and notes for the author."""

    findings: tuple[Diagnostic, ...]
    site: Path | None
    notes: tuple[str, ...] = ()


@contextmanager
def few_collections() -> Iterator[None]:
    """Look for garbage rarely: a course is many small values that all live to the end."""
    before = gc.get_threshold()
    gc.set_threshold(100_000, 50, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@few_collections()
def check(folder: Path, cache: ReadCache | None = None, *, is_linted: bool = True) -> Checked:
    """Read a course and run every check on it, those of style too if it is to be linted."""
    from course import checks, lint
    from course.reading import course_folder

    read = course_folder.read(roots(folder), cache)
    if not read.is_whole:
        return Checked(read.course, ordered(mendable(read.findings)), is_whole=False)
    found = (*read.findings, *checks.check(read.course))
    if not is_linted:
        return Checked(read.course, ordered(mendable(found)), is_whole=True)
    # what could not be read correctly would be reported as badly written, too
    wrong = {finding.span.source.path for finding in found if finding.is_error}
    flaws = (flaw for flaw in lint.check(read.course) if flaw.span.source.path not in wrong)
    return Checked(read.course, ordered(mendable((*found, *flaws))), is_whole=True)


def build(
    folder: Path,
    engine_name: str = "material",
    progress: Progress = lambda step: None,
    *,
    is_cached: bool = True,
    output: Path | None = None,
) -> Built:
    """Build the site of a course into `folder/site`, or `output`. With errors, nothing is written.

    `is_cached`: what earlier builds made from the same content is used again.
    Raise NotOursError where it would have to write into a folder that it did not make.
    """
    place = SitePlace(folder, output or folder / SITE)
    work = _Work(folder, place.site, engine_name, is_cached)
    if recalled := work.recalled():
        return recalled
    place.require()
    from course.reading.read_cache import StoredReadCache

    cache = FileCache(folder / CACHE, fingerprint.of_code()) if is_cached else NoCache()
    progress("reading and checking")
    checked = check(folder, StoredReadCache(cache))
    if checked.has_errors:
        return Built(checked.findings, None)
    progress("writing pages")
    with files.alone(folder / FOLDER):
        place.repair()
        has_site = work.has_site()
        project = Project(folder)
        # from here until the end, the site must not be taken for that of this project
        (folder / STAMP).unlink(missing_ok=True)
        changed = _write_project(project, checked.course, cache)
        cache.close()
        if changed or not has_site:
            progress(f"building the site with {engine_name}")
            place.fill(engine_name)
        work.remember(checked)
    damaged = (DAMAGED,) if work.was_damaged or cache.was_damaged else ()
    return Built(checked.findings, place.site, (*damaged, *project.notes(), *place.notes()))


@few_collections()
def _write_project(project: Project, course: Course, cache: Cache) -> int:
    """Write what has changed of the engine's project, file by file; return how many were."""
    from course.targets import site

    return project.write(site.write(course, site_assets(), cache).files)


class _Work:
    """What a build starts from, compared with what the last one left."""

    def __init__(self, folder: Path, site: Path, engine_name: str, is_cached: bool) -> None:
        self.was_damaged = False
        self._folder = folder
        self._site = site
        self._engine = fingerprint.of_engine(engine_name)
        self._builder = f"{fingerprint.of_code()} {fingerprint.of_assets(site_assets())}"
        self._last = self._last_stamp() if is_cached else None

    def recalled(self) -> Built | None:
        """Return the outcome of the last build, if nothing has changed since."""
        last = self._last
        if last is None or last.builder != self._builder or not self.has_site():
            return None
        is_same = last.course == fingerprint.of_course(roots(self._folder), last.images)
        return Built(last.findings, self._site) if is_same else None

    def has_site(self) -> bool:
        """Say whether the site is there, as this engine left it."""
        last = self._last
        return (
            last is not None and last.engine == self._engine and last.site == fingerprint.of_site(self._site)
        )

    def remember(self, checked: Checked) -> None:
        """Leave a stamp for the next build."""
        images = tuple(sorted(checked.course.files))
        made = stamp.Stamp(
            course=fingerprint.of_course(roots(self._folder), images),
            builder=self._builder,
            engine=self._engine,
            site=fingerprint.of_site(self._site),
            images=images,
            findings=checked.findings,
        )
        stamp.write(self._folder / STAMP, made)

    def _last_stamp(self) -> stamp.Stamp | None:
        try:
            return stamp.read(self._folder / STAMP)
        except stamp.DamagedStampError:
            self.was_damaged = True
            return None
