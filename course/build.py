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

from course import engine, files, fingerprint, own_folder, stamp, swap
from course.diagnostics import Diagnostic, ordered
from course.shipped import SHIPPED, site_assets
from course.store import Kept, Nothing, Store

if TYPE_CHECKING:
    from course.model.course import Course
    from course.reading.readings import Readings

FOLDER = "build"
PROJECT = f"{FOLDER}/project"
FINISHED = f"{PROJECT}/site"
NEXT = f"{FOLDER}/site-next"
ASIDE = f"{FOLDER}/site-before"
OTHERS = f"{FOLDER}/set-aside"
MARK = f"{FOLDER}/made.json"
STORE = f"{FOLDER}/kept.sqlite"
STAMP = f"{FOLDER}/stamp.json"
SITE = "site"

DAMAGED = "what was kept of earlier builds was damaged, so it was made anew"

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Checked:
    """A course and everything its authors should be told about it; counts of it are right if it is whole."""

    course: Course
    findings: tuple[Diagnostic, ...]
    is_whole: bool

    @property
    def has_errors(self) -> bool:
        return any(finding.is_error for finding in self.findings)


@dataclass(frozen=True)
class Built:
    """The outcome of a build: findings, the site if there were no errors, and what else is worth saying."""

    findings: tuple[Diagnostic, ...]
    site: Path | None
    notes: tuple[str, ...] = ()


def roots(folder: Path) -> tuple[Path, ...]:
    """Return the folders a course is read from.

    A folder that holds only `organisation.yml`, and units of its host, lies over the shipped course.
    """
    is_host = (folder / "organisation.yml").exists() and not (folder / "content" / "course.yml").exists()
    return (SHIPPED, folder) if is_host else (folder,)


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
def check(folder: Path, readings: Readings | None = None, *, is_linted: bool = True) -> Checked:
    """Read a course and run every check on it, those of style too if it is to be linted."""
    from course import checks, lint, reading

    read = reading.read(roots(folder), readings)
    if not read.is_whole:
        return Checked(read.course, read.findings, is_whole=False)
    found = (*read.findings, *checks.check(read.course))
    if not is_linted:
        return Checked(read.course, ordered(found), is_whole=True)
    # a text that could not be read rightly would look badly written, too
    wrong = {finding.span.source.path for finding in found if finding.is_error}
    flaws = (flaw for flaw in lint.check(read.course) if flaw.span.source.path not in wrong)
    return Checked(read.course, ordered((*found, *flaws)), is_whole=True)


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
    place = _Place(folder, output or folder / SITE)
    work = _Work(folder, place.site, engine_name, is_cached)
    if recalled := work.recalled():
        return recalled
    place.require()
    from course.reading.readings import StoredReadings

    store = Kept(folder / STORE, fingerprint.of_code()) if is_cached else Nothing()
    progress("reading and checking")
    checked = check(folder, StoredReadings(store))
    if checked.has_errors:
        return Built(checked.findings, None)
    progress("writing pages")
    with files.alone(folder / FOLDER):
        place.repair()
        has_site = work.has_site()
        # from here until the end, nobody may take the site for one of this project
        (folder / STAMP).unlink(missing_ok=True)
        changed = _write_project(folder, checked.course, store)
        store.close()
        if changed or not has_site:
            progress(f"building the site with {engine_name}")
            place.fill(engine_name)
        work.remember(checked)
    damaged = (DAMAGED,) if work.was_damaged or store.was_damaged else ()
    return Built(checked.findings, place.site, (*damaged, *place.notes()))


@few_collections()
def _write_project(folder: Path, course: Course, store: Store) -> int:
    """Write what has changed of the engine's project, file by file; return how many were."""
    from course.targets import site

    return files.write_changed(folder / PROJECT, site.write(course, site_assets(), store).files)


class _Place:
    """Where the site goes, and what others keep there, which no build removes."""

    def __init__(self, folder: Path, site: Path) -> None:
        self.site = site
        self._folder = folder
        self._mark = own_folder.Mark(folder / MARK, folder, site)
        self._carried: list[own_folder.Carried] = []

    def require(self) -> None:
        """Raise NotOursError where someone else's files would be lost."""
        own_folder.require_no_links(self._folder / FOLDER)
        inside = [self._folder / name for name in (FOLDER, *fingerprint.AUTHORED)]
        if any(self.site.resolve().is_relative_to(folder.resolve()) for folder in inside):
            raise own_folder.NotOursError(
                f"`{self.site}` lies in a folder that the course itself needs",
                "name another folder with `--output DIR`",
            )
        own_folder.require_same_disk(self.site, self._folder)
        has_worked = any((self._folder / path).is_file() for path in (MARK, STAMP, STORE))
        if not has_worked:
            for path in (PROJECT, NEXT, ASIDE):
                own_folder.require(self._folder / path, None)
        if not (self._folder / ASIDE).exists() or self.site.exists() or self.site.is_symlink():
            own_folder.require(self.site, self._made())

    def repair(self) -> None:
        """Mark the site as ours, and put right what an interrupted build left."""
        made = self._made() or {}
        self._mark.write(made)
        swap.repair(self.site, self._folder / ASIDE)
        for leftover in (NEXT, ASIDE):
            self._carry_over(self._folder / leftover, made)

    def fill(self, engine_name: str) -> None:
        """Run the engine, and put what it made in place of the old site."""
        finished, following, aside = (self._folder / path for path in (FINISHED, NEXT, ASIDE))
        files.remove_folder(finished)
        engine.run(engine_name, self._folder / PROJECT)
        new = own_folder.made_in(finished)
        made = own_folder.both(self._made() or {}, new)
        # an interruption from here on leaves old and new files, and both are known
        self._mark.write(made)
        finished.rename(following)
        self.site.parent.mkdir(parents=True, exist_ok=True)
        swap.put_in_place(following, self.site, aside)
        self._carry_over(aside, made)
        self._mark.write(new)

    def notes(self) -> tuple[str, ...]:
        kept = sorted(path for carried in self._carried for path in carried.kept)
        moved = sorted(path for carried in self._carried for path in carried.moved)
        said = []
        if kept:
            said.append(f"kept in `{self.site}`, though no build made it: {', '.join(kept)}")
        if moved:
            said.append(f"moved out of the way, because the site has such a file too: {', '.join(moved)}")
        return tuple(said)

    def _carry_over(self, old: Path, made: own_folder.Made) -> None:
        self._carried.append(own_folder.carry_over(old, self.site, made, self._folder / OTHERS))

    def _made(self) -> own_folder.Made | None:
        """Return what we made in the site; without a mark, what the last build's stamp vouches for."""
        made = self._mark.read()
        if made is not None or self.site != self._folder / SITE or self.site.is_symlink():
            return made
        try:
            if stamp.read(self._folder / STAMP) is None:
                return None
        except stamp.DamagedStampError:
            return None
        return own_folder.made_before(self.site, (self._folder / STAMP).stat().st_mtime_ns)


class _Work:
    """What a build starts from, beside what the last one left."""

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
        """Say whether the site lies there as this engine left it."""
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
