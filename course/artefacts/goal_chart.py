"""Goal chart: a goal in the person's own words, and what became of its steps, one row a time."""

from course.artefacts.paper import Paper
from course.model.artefacts import Artefact, Word

_COLUMNS = ("week", "step", "plan", "happened", "next")


def read(paper: Paper) -> Artefact:
    """Read the weeks of a goal chart."""
    return paper.artefact(
        facts=paper.facts("who", "goal", "supporter"),
        columns=tuple(map(Word, _COLUMNS)),
        rows=paper.rows(
            "weeks",
            len(_COLUMNS),
            lambda week: (
                paper.name_of_row("week", week),
                *(paper.line(name, week) for name in _COLUMNS[1:]),
            ),
        ),
    )
