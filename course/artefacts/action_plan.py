"""Action plan: one small step for the week, and what could get in its way."""

from course.artefacts.paper import Paper
from course.model.artefacts import Artefact, Word


def read(paper: Paper) -> Artefact:
    """Read the lines of an action plan."""
    confidence = (Word("confidence"), paper.number("confidence", most=10))
    planned = paper.named_rows("what", "what_for", "when", "where", "with_whom", "obstacle", "if_so")
    return paper.artefact(
        facts=paper.facts("who", "goal"),
        columns=(),
        rows=(*planned, confidence, *paper.named_rows("happened")),
    )
