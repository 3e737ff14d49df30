"""An older version of a course to compare with: a folder, a wheel, or a revision in git."""

from __future__ import annotations

import subprocess
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from course.checks.edit_findings import edit_findings
from course.diagnostics import Diagnostic, ordered
from course.model.course import Course
from course.reading import course_folder
from course.reading.roots import roots

_IN_WHEEL = "course/shipped/"
_PARTS = ("content", "quizzes", "organisation.yml")


class OldVersionError(Exception):
    """There is no such version; `str()` is what a person reads."""


def compare(folder: Path, old: str) -> tuple[Diagnostic, ...]:
    """Find what learners would lose by the course in a folder, compared with an older version."""
    with _unpacked(folder, old) as before:
        course = course_folder.read(roots(before)).course
        if not course.outline.id:
            raise OldVersionError(f"there is no course in `{old}`")
        return ordered(edit_findings(course, _now(folder)))


def _now(folder: Path) -> Course:
    return course_folder.read(roots(folder)).course


@contextmanager
def _unpacked(folder: Path, old: str) -> Iterator[Path]:
    """Yield a folder that holds the old version."""
    if old and Path(old).is_dir():
        yield Path(old)
        return
    with TemporaryDirectory() as name:
        target = Path(name)
        if old.endswith(".whl"):
            _from_wheel(Path(old), target)
        else:
            _from_git(folder, old, target)
        yield target


def _from_wheel(wheel: Path, target: Path) -> None:
    try:
        with zipfile.ZipFile(wheel) as archive:
            names = [name for name in archive.namelist() if name.startswith(_IN_WHEEL)]
            archive.extractall(target, names)
    except (OSError, EOFError, RuntimeError, zlib.error, zipfile.BadZipFile) as error:
        # RuntimeError: it is encrypted, or packed in a way that Python does not know
        raise OldVersionError(f"the wheel `{wheel}` cannot be read: {error}") from error
    for part in _PARTS:
        if (target / _IN_WHEEL / part).exists():
            (target / _IN_WHEEL / part).rename(target / part)


def _from_git(folder: Path, revision: str, target: Path) -> None:
    """Unpack the course as git knows it at a revision; the working tree stays as it is."""
    no_such_version = f"`{revision}` is no folder, no wheel and no revision of this course in git"
    try:
        found = subprocess.run(
            ["git", "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{tree}}"],
            cwd=folder,
            capture_output=True,
            text=True,
        )
        # from here on a name of git's own, because `git archive` takes what begins with a dash for an option
        tree = found.stdout.strip()
        if found.returncode or not tree:
            raise OldVersionError(no_such_version)
        there = subprocess.run(
            ["git", "ls-tree", "--name-only", tree],
            cwd=folder,
            capture_output=True,
            text=True,
        )
        present = [part for part in _PARTS if part in there.stdout.split("\n")]
        done = subprocess.run(
            ["git", "archive", "--format=zip", tree, "--", *present], cwd=folder, capture_output=True
        )
    except OSError as error:
        raise OldVersionError("git is not installed, so no revision can be looked up") from error
    if there.returncode or done.returncode or not present:
        raise OldVersionError(no_such_version)
    with zipfile.ZipFile(BytesIO(done.stdout)) as archive:
        archive.extractall(target)
