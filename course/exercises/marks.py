"""The marks of a dialogue, and the conditions that depend on them."""

from __future__ import annotations

import re

from course.diagnostics import Diagnostic, Report
from course.markdown_reader import read_line
from course.model.dialogue import ALWAYS, TIME_UP, Condition, Mark
from course.model.framework import Ref
from course.parts import require_distinct
from course.source import Span, Text
from course.yaml_reader import Mapping, findings

AND, NOT = "and", "not"
_PART = re.compile(rf"(?:(?P<not>{NOT})\s+)?(?P<mark>{findings.ID_PATTERN.pattern})")


def read_marks(fields: Mapping, report: Report) -> tuple[Mark, ...]:
    """Read the marks of a dialogue, each with what it means in a few words."""
    marks: list[Mark] = []
    ids: list[Text] = []
    for entry in fields.optional_mappings("marks"):
        name = entry.id()
        ids.append(name)
        words = read_line(entry.text("words"), report)
        if name.value in (AND, NOT, TIME_UP):
            report(reserved_mark(name))
        elif name:
            marks.append(Mark(name.value, words, name.span))
    require_distinct(ids, report)
    return tuple(marks)


def read_condition(fields: Mapping, report: Report, *, is_needed: bool = False) -> Condition:
    """Read `when`: marks joined by "and", each perhaps after "not"."""
    written = fields.text("when") if is_needed else fields.optional_text("when")
    if not written:
        return ALWAYS
    needs: list[Ref] = []
    lacks: list[Ref] = []
    for part in re.split(rf"\s+{AND}\s+", written.value):
        found = _PART.fullmatch(part)
        if not found or found["mark"] in (AND, NOT):
            report(bad_condition(written))
            return ALWAYS
        (lacks if found["not"] else needs).append(Ref(found["mark"], written.span.find(found["mark"])))
    return Condition(tuple(needs), tuple(lacks))


def bad_condition(written: Text) -> Diagnostic:
    """A `when` does not name marks, joined by `and`, each perhaps after `not`.

    There is no `or`: write two turns, replies or lines, each with a `when` of its own.
    """
    return Diagnostic(
        "bad-condition",
        f"`{written.value}` is not a condition",
        written.span,
        "write the names of marks, such as `trust-lost` or `trust-lost and not late`",
    )


def reserved_mark(name: Text) -> Diagnostic:
    """A mark has a name with a meaning of its own in `when`: `and`, `not`, or the clock's `time-up`."""
    return Diagnostic(
        "reserved-mark",
        f"`{name.value}` cannot be the name of a mark",
        name.span,
        "use another name, such as `trust-lost`",
    )


def minutes_without_clock(span: Span) -> Diagnostic:
    """A reply says how many minutes it takes, and its dialogue has no clock to count them."""
    return Diagnostic(
        "minutes-without-clock",
        "this dialogue has no clock, so minutes are not counted",
        span,
        "add `clock: 10`, the minutes that the scene has, at the top of the file, or remove this line",
    )
