"""The first year of a path: for readers as rows, and for the calendar as data."""

from __future__ import annotations

from typing import Any

from course.minutes import Time, lesson_time
from course.model.course import Course
from course.model.outline import Appointment, LearningPath, Stage
from course.model.paths import lessons_by_stage, pages_with_year, staged_path, year_of
from course.targets.site.addresses import Addresses
from course.targets.site.page_data.titles import YearEntry


def year_rows(course: Course, addresses: Addresses, path: LearningPath) -> list[dict[str, Any]]:
    """Return what a path plans, in the order of time; the hours of a stage are those of its lessons."""
    times = {
        stage.id: sum((lesson_time(course, lesson) for lesson in lessons), Time())
        for stage, lessons in lessons_by_stage(course, path)
    }
    return [
        {
            "title": entry.title,
            "when": entry.when,
            "week": entry.week,
            "href": _explained(course, addresses, path, entry.anchor),
            "time": times[entry.id] if isinstance(entry, Stage) else None,
            "hours": "" if isinstance(entry, Stage) else entry.hours,
        }
        for entry in year_of(path)
    ]


def year_entries(course: Course, addresses: Addresses) -> list[YearEntry]:
    """Return what the first path with stages plans, with the places where it is explained."""
    path = staged_path(course)
    return [_entry(course, addresses, path, entry) for entry in year_of(path)] if path else []


def _entry(course: Course, addresses: Addresses, path: LearningPath, entry: Stage | Appointment) -> YearEntry:
    every_weeks = 0 if isinstance(entry, Stage) else entry.every_weeks
    return YearEntry(
        id=entry.id,
        title=entry.title,
        when=entry.when,
        week=entry.week,
        every_weeks=every_weeks,
        href=_explained(course, addresses, path, entry.anchor),
    )


def _explained(course: Course, addresses: Addresses, path: LearningPath, anchor: str) -> str:
    """Return the section about an entry on a page that shows the year, or the first such page without one."""
    pages = list(pages_with_year(course, path))
    for page in pages:
        if any(heading.anchor == anchor for heading in page.headings()):
            return f"{addresses.file(page.path)}#{anchor}"
    return addresses.file(pages[0].path) if pages else ""
