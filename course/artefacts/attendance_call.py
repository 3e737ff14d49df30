"""Attendance call: a phone call after a missed session, from the first words to what was agreed."""

from course.artefacts.paper import Paper
from course.model.artefacts import Artefact


def read(paper: Paper) -> Artefact:
    """Read the lines of a call."""
    lines = ("first_words", "how_they_are", "urgent", "kept_away", "missed", "easier", "their_choice")
    return paper.artefact(
        facts=paper.facts("who", "session", "called_by", "called_on"),
        columns=(),
        rows=paper.named_rows(*lines, "agreed_on", "next_contact"),
    )
