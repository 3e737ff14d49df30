"""Order the steps: the author writes them in the right order."""

from course.diagnostics import Report
from course.items import findings
from course.items.parts import require_distinct, require_distinct_texts
from course.markdown_reader import read_line, read_text
from course.model.items import Order, Step
from course.source import Text
from course.yaml_reader import Mapping

LEAST_STEPS = 3


def read(fields: Mapping, report: Report) -> Order:
    """Read steps in their right order, and the feedback for the whole."""
    steps: list[Step] = []
    ids: list[Text] = []
    is_listed = fields.has("steps")
    for step in fields.mappings("steps"):
        ids.append(step.id())
        steps.append(Step(ids[-1].value, read_line(step.text("text"), report)))
    require_distinct(ids, report)
    if is_listed and not fields.is_broken and len(steps) < LEAST_STEPS:
        report(findings.too_few("steps", LEAST_STEPS, fields.span))
    require_distinct_texts([step.text for step in steps], "steps", fields.span, report)
    return Order(tuple(steps), read_text(fields.text("feedback"), report))
