"""Single choice: one option is right."""

from course.diagnostics import Report
from course.items import findings
from course.items.parts import read_options
from course.model.items import Choose
from course.yaml_reader import Mapping


def read(fields: Mapping, report: Report) -> Choose:
    """Read options of which exactly one is the key."""
    options, keys = read_options(fields, report)
    for key in keys[1:]:
        report(findings.two_keys(key, keys[0]))
    return Choose(tuple(options), many=False)
