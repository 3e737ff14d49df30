"""Coping card: what someone does when a symptom or a hard moment comes, small enough to carry."""

from course.artefacts.paper import Paper
from course.model.artefacts import Artefact


def read(paper: Paper) -> Artefact:
    """Read the lines of a coping card."""
    lines = ("notice", "first", "then", "tell_myself", "ask", "not_safe")
    return paper.artefact(facts=paper.facts("who"), columns=(), rows=paper.named_rows(*lines))
