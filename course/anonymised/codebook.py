"""The codebook that lies beside an export: what each column holds, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from course.anonymised.tables import TABLES
from course.cohort.suppression import LEAST_GROUP
from course.records.course_data import CourseData


def codebook(course: CourseData, trainers: int, lines: Mapping[str, int]) -> str:
    """Return the codebook as Markdown."""
    return "\n".join(_lines(course, trainers, lines)) + "\n"


def _lines(course: CourseData, trainers: int, lines: Mapping[str, int]) -> Iterator[str]:
    yield f"# Codebook: records of `{course.id}` {course.version}, for research\n"
    yield f"Content of the course: `{course.content_hash}`.\n"
    yield f"{trainers:,} trainers."
    yield "Left out: records to ask about first, and refused files.\n"
    yield (
        "Numbers of trainers are drawn by chance for each export, and their order says nothing.\n"
        "Left out everywhere: names, pseudonyms, record and event ids, devices, languages, raters, words.\n"
        f"Moments are weeks; where fewer than {LEAST_GROUP} share one, weeks in a row are put together.\n"
        f"What fewer than {LEAST_GROUP} trainers answered, were rated on or were observed in has no lines.\n"
        f"An answer that fewer than {LEAST_GROUP} gave to the same question is empty, from `picked` to "
        "`seconds`, and so are others if these would give it away.\n"
        "Wrong answers differ more than right ones, so more of them are empty: the mean credit of what is "
        "left is too high.\n"
        "What the course no longer asks, and answers that were voided, are left out.\n"
    )
    yield (
        "The lines of one trainer belong together, so someone who knows another's answers, or holds their "
        "record, can find them here.\nGive this to people who have agreed not to look for anyone.\n"
    )
    for table, columns in TABLES.items():
        yield f"## {table}.csv\n"
        yield f"{lines.get(table, 0):,} lines.\n"
        yield "| Column | What |\n|---|---|"
        yield from (f"| `{name}` | {what} |" for name, what in columns.items())
        yield ""
