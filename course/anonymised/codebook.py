"""The codebook that lies beside an export: what each column holds, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from course.anonymised.tables import TABLES
from course.cohort.suppression import LEAST_GROUP
from course.records.course_data import CourseData


def codebook(course: CourseData, trainers: int, lines: Mapping[str, int], left_out: int, refused: int) -> str:
    """Return the codebook as Markdown."""
    return "\n".join(_lines(course, trainers, lines, left_out, refused)) + "\n"


def _lines(
    course: CourseData, trainers: int, lines: Mapping[str, int], left_out: int, refused: int
) -> Iterator[str]:
    yield f"# Codebook: records of `{course.id}` {course.version}, for research\n"
    yield f"Content of the course: `{course.content_hash}`.\n"
    yield f"{trainers:,} trainers."
    yield f"Left out: {left_out:,} record(s) to ask about first, {refused:,} refused file(s).\n"
    yield (
        "Numbers of trainers are drawn by chance for each export, and their order says nothing.\n"
        "Left out everywhere: names, pseudonyms, record and event ids, devices, languages, raters, words.\n"
        "Moments are weeks.\n"
        f"What fewer than {LEAST_GROUP} trainers answered, were rated on or were observed in has no lines; "
        f"weeks and answers that fewer than {LEAST_GROUP} share are empty, with others if these would give "
        "them away.\n"
        "What the course no longer asks is left out.\n"
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
