"""Order the steps: the author writes them in the right order."""

from course.diagnostics import Report
from course.markdown_reader import read_text
from course.model.items import Order, Step
from course.parts import Parts, Texts, require_distinct, too_few
from course.source import Text
from course.yaml_reader import Mapping

LEAST_STEPS = 3


def read(fields: Mapping, report: Report) -> Order:
    """Read steps in their right order, and the feedback for the whole."""
    steps: list[Step] = []
    ids: list[Text] = []
    texts = Texts("steps", report)
    parts = Parts(fields, "steps")
    for step in parts:
        ids.append(step.id())
        steps.append(Step(ids[-1].value, texts.read(step.text("text"))))
    require_distinct(ids, report)
    if parts.are_readable and len(steps) < LEAST_STEPS:
        report(too_few("steps", LEAST_STEPS, parts.place))
    return Order(tuple(steps), read_text(fields.text("feedback"), report))
