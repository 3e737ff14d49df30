"""Why a record is not counted until someone has asked about it.

The browser has the same rules in `site_templates/runtime/desk/cohort_row.ts`; a file that was changed after
its export is refused here, because joining it with others would hide the change.
"""

from __future__ import annotations

from collections.abc import Iterable

from course.cohort.rows import Mark
from course.records.inspect import ProfileComparison
from course.records.log import Log
from course.records.scalars import DAY

_NOT_OURS: frozenset[ProfileComparison] = frozenset(("differs", "missing"))


def marks(log: Log, exported_at: int, profiles: Iterable[ProfileComparison], now: int) -> tuple[Mark, ...]:
    """Return the marks of a record; `profiles`: how the profile in each of its files compares with ours."""
    late = now + DAY
    found: dict[Mark, object] = {
        "gaps": log.gaps,
        "conflicts": log.conflicts,
        "forks": log.forks,
        "breaks": log.breaks,
        "disagreeing": log.disagreeing,
        "derived": not _NOT_OURS.isdisjoint(profiles),
        "ahead": exported_at > late or max([event.at for event in log.events], default=0) > late,
    }
    return tuple(mark for mark, applies in found.items() if applies)
