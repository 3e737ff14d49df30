"""Thought record: five rows, from a situation to a thought that is fair."""

from course.artefacts.paper import Paper
from course.model.artefacts import Artefact


def read(paper: Paper) -> Artefact:
    """Read the five rows."""
    return paper.artefact(
        facts=paper.facts("who"),
        columns=(),
        rows=paper.named_rows("moment", "feeling", "thought", "evidence", "fairer_thought"),
    )
