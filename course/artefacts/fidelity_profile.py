"""Fidelity profile: the means of elements on a scale from 1 to 5, each with its band."""

from course.artefacts.paper import Paper
from course.model.artefacts import Artefact, Mean, Word

_COLUMNS = ("element", "mean")


def read(paper: Paper) -> Artefact:
    """Read the elements of a profile and their means."""
    return paper.artefact(
        facts=paper.facts("scale", "rated_on"),
        columns=tuple(map(Word, _COLUMNS)),
        rows=paper.rows(
            "elements",
            len(_COLUMNS),
            lambda element: (
                paper.name_of_row("element", element),
                Mean(element.thousandths("mean", least=1, most=5)),
            ),
        ),
    )
