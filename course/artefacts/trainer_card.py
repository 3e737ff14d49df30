"""Trainer card: a module on one page, for the trainer's own folder."""

from course.artefacts.paper import Paper
from course.model.artefacts import Artefact


def read(paper: Paper) -> Artefact:
    """Read the lists of a trainer card."""
    principles = ("educational", "motivational", "cognitive_behavioural")
    after = ("try_outs", "home_practice", "supporters", "pitfalls", "good_signs", "stop_if")
    return paper.artefact(
        facts=paper.facts("pacing"),
        columns=(),
        rows=paper.rows_of_lists("aims", "key_messages", *principles, *after),
    )
