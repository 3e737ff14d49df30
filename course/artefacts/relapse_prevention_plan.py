"""Relapse prevention plan: what went before, the first signs, what helps, and who knows about it."""

from course.artefacts.paper import Paper
from course.model.artefacts import Artefact, Word


def read(paper: Paper) -> Artefact:
    """Read the lists of a relapse prevention plan."""
    lists = ("triggers", "first_signs", "what_helps", "who_helps", "emergency", "shared_with")
    return paper.artefact(
        facts=paper.facts("who"),
        columns=(),
        rows=(*((Word(name), paper.lines(name)) for name in lists), *paper.named_rows("review")),
    )
