"""Single choice: one option is right."""

from course.diagnostics import Diagnostic, Report
from course.items.options import read_options
from course.model.items import Choose
from course.source import Span
from course.yaml_reader import Mapping


def read(fields: Mapping, report: Report) -> Choose:
    """Read options of which exactly one is the key."""
    options, keys = read_options(fields, report)
    for key in keys[1:]:
        report(two_keys(key, keys[0]))
    return Choose(tuple(options), many=False)


def two_keys(span: Span, first: Span) -> Diagnostic:
    """A single choice has two right options, so a right answer could be marked wrong."""
    return Diagnostic(
        "two-keys",
        "a single choice has one right option, and this is the second",
        span,
        f"take `correct: true` away here or on line {first.line}, or make it `type: multiple-choice`",
    )
