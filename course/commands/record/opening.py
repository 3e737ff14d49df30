"""Opening what the commands work on: the course, and files that may be anything."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from course.commands.output import note_passed, visible_name
from course.gathering.bounded import content_of
from course.gathering.opened_course import OpenCourse, open_course
from course.gathering.passed_over import PassedOver
from course.gathering.sources import in_folder
from course.gathering.wrong_use import WrongUseError
from course.learning.derived import derived_from
from course.learning.disagreements import Disagreement, checked, disagreements
from course.learning.profile import Profile, profile
from course.records.document import Derived
from course.records.json_text import LARGEST_FILE
from course.records.log import Log, log_of
from course.records.reading import Reading, read
from course.records.record import Record
from course.records.refusals import Refusal

__all__ = [
    "OpenCourse",
    "Opened",
    "WrongUseError",
    "complain",
    "day",
    "log_with",
    "open_course",
    "open_files",
    "visible_name",
]


@dataclass(frozen=True)
class Opened:
    """A file that was read, and what we compute from it, once, as of its export.

    What disagrees with the keys does not count in the log, and so in nothing that follows from it.
    """

    path: Path
    reading: Reading
    log: Log
    disagreements: tuple[Disagreement, ...]
    profile: Profile
    computed: Derived

    @property
    def now(self) -> int:
        return self.reading.record.identity.exported_at


def open_files(names: Iterable[str], course: OpenCourse) -> Iterator[tuple[Path, Opened | Refusal]]:
    """Yield every file once, read; of a folder its records. What cannot be a record is refused by name.

    They come one by one, because there may be a hundred thousand.
    Raise WrongUseError when one cannot be opened, before the first if that is so from the beginning.
    """
    passed = PassedOver()
    once = dict.fromkeys(chain.from_iterable(_files_at(name, passed) for name in names))
    note_passed(passed)
    return ((path, _open(path, course)) for path in map(Path, once))


def _files_at(name: str, passed: PassedOver) -> list[str]:
    """Return a file, or the files of a folder and its inner ones that end in `.json`."""
    try:
        if Path(name).is_dir():
            found = sorted(os.fsdecode(one.path) for one in in_folder(name, 0, passed))
            if not found:
                step = str(passed) or "name a folder that holds exported records"
                raise WrongUseError(f"the folder {name} holds no file that ends in .json", step)
            return found
        # a pipe or an unreadable file exists too, and is refused by name when its turn comes
        Path(name).lstat()
        return [name]
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no file can have this name"
        step = "look at how it is written"
        raise WrongUseError(f"{visible_name(name)} cannot be opened: {reason}", step) from None


def _open(path: Path, course: OpenCourse) -> Opened | Refusal:
    content = content_of(path, LARGEST_FILE)
    outcome = content if isinstance(content, Refusal) else read(content, course.data.id)
    if isinstance(outcome, Refusal):
        return outcome
    log, found = log_with(outcome.record, course)
    shown = profile(log, course.data, outcome.record.identity.exported_at)
    return Opened(path, outcome, log, found, shown, derived_from(shown, log, course.data))


def log_with(record: Record, course: OpenCourse) -> tuple[Log, tuple[Disagreement, ...]]:
    """Return the log of a record, compared with the keys of the course, and what disagrees."""
    log = log_of(record)
    found = disagreements(log, course.data, course.keys)
    return checked(log, found), found


def complain(path: Path | None, refusal: Refusal) -> None:
    """Say on standard error why a file is refused."""
    sys.stdout.flush()
    place = f"{visible_name(path)}: " if path else ""
    print(f"error[{refusal.code}]: {place}{refusal.message}\n  = help: {refusal.help}", file=sys.stderr)


def day(moment: int) -> str:
    """Return the day of a moment, in UTC."""
    return datetime.datetime.fromtimestamp(moment // 1000, datetime.UTC).date().isoformat()
