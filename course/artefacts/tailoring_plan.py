"""Tailoring plan: medication that someone chooses, built into an ordinary day."""

from course.artefacts.paper import Paper
from course.model.artefacts import Artefact


def read(paper: Paper) -> Artefact:
    """Read the lines of a tailoring plan."""
    lines = ("wish", "agreed", "routine", "place", "reminder", "obstacle", "if_so", "prescriber", "rehearsed")
    return paper.artefact(
        facts=paper.facts("who"),
        columns=(),
        rows=paper.named_rows(*lines, "supporter", "review"),
    )
