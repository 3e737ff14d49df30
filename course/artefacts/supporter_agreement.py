"""Supporter agreement: what someone close helps with, what they may know, and what they leave alone."""

from course.artefacts.paper import Paper
from course.model.artefacts import Artefact


def read(paper: Paper) -> Artefact:
    """Read the lines of a supporter agreement."""
    lines = ("helps_with", "leaves_to_me", "may_know", "stays_private", "papers", "in_touch", "if_worried")
    return paper.artefact(
        facts=paper.facts("who", "supporter", "goal"),
        columns=(),
        rows=paper.named_rows(*lines, "agreed_on", "review"),
    )
