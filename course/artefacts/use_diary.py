"""Use diary: a few days of someone who follows what they drink, smoke or take, and when the wish comes."""

from course.artefacts.paper import Paper
from course.model.artefacts import Artefact, Word

_COLUMNS = ("day", "situation", "urge", "used", "instead")


def read(paper: Paper) -> Artefact:
    """Read the days of a diary."""
    return paper.artefact(
        facts=paper.facts("who", "aim"),
        columns=tuple(map(Word, _COLUMNS)),
        rows=paper.rows(
            "days",
            len(_COLUMNS),
            lambda day: (
                paper.name_of_row("day", day),
                paper.line("situation", day),
                paper.number("urge", day, most=10),
                paper.line("used", day),
                paper.line("instead", day),
            ),
        ),
    )
