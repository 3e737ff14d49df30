"""Multiple choice: pick all that fit."""

from course.diagnostics import Report
from course.items.options import read_options
from course.model.items import Choose
from course.yaml_reader import Mapping


def read(fields: Mapping, report: Report) -> Choose:
    """Read options of which at least one is a key."""
    options, _ = read_options(fields, report)
    return Choose(tuple(options), many=True)
