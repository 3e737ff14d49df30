"""Relapse prevention plan: what went before, the first signs, what helps, and who knows about it."""

from course.artefacts.paper import Paper
from course.model.artefacts import Artefact


def read(paper: Paper) -> Artefact:
    """Read the lists of a relapse prevention plan."""
    lists = ("triggers", "first_signs", "what_helps", "who_helps", "emergency", "shared_with")
    return paper.artefact(
        facts=paper.facts("who"),
        columns=(),
        rows=(*paper.rows_of_lists(*lists), *paper.named_rows("review")),
    )
