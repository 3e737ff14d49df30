"""Pros and cons in four boxes: what is good and less good about how it is now, and about a change."""

from course.artefacts.paper import Paper
from course.model.artefacts import Artefact, Word


def read(paper: Paper) -> Artefact:
    """Read the four boxes."""
    return paper.artefact(
        facts=paper.facts("who", "question", "goal"),
        columns=(Word("choice"), Word("good"), Word("less_good")),
        rows=tuple(
            (Word(choice), paper.lines(f"{choice}_good"), paper.lines(f"{choice}_less_good"))
            for choice in ("unchanged", "changed")
        ),
    )
