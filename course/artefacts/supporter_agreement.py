"""Supporter agreement: what someone close helps with, what they may know, and what they leave alone."""

from course.artefacts.paper import Paper
from course.model.artefacts import Artefact


def read(paper: Paper) -> Artefact:
    """Read the lines of a supporter agreement."""
    agreed = ("reach", "may_know", "helps_with", "leaves_to_me", "stays_private")
    return paper.artefact(
        facts=paper.facts("who", "supporter", "goal"),
        columns=(),
        rows=paper.named_rows(*agreed, "papers", "in_touch", "if_worried", "agreed_on", "review"),
    )
