"""A form of an author's own: lines with names of their choice, or a table with columns of their choice."""

from __future__ import annotations

from course.artefacts.paper import Paper, Row, does_not_add_up
from course.model.artefacts import BLANK, Artefact
from course.yaml_reader import Mapping


def read(paper: Paper) -> Artefact:
    """Read the lines of a form, each with what follows its name."""
    columns = tuple(text.value for text in paper.fields.words_of("columns"))
    width = max(len(columns), 2)

    def line(fields: Mapping) -> Row:
        place = fields.place("cells")
        cells = [text.value for text in fields.words_of("cells")]
        if len(cells) >= width:
            fact = f"this line has {len(cells)} cells beside its name, and room for {width - 1}"
            paper.report(does_not_add_up(fact, place, "name more `columns`, or join two cells"))
        missing = (BLANK,) * (width - 1 - len(cells))
        return (paper.label("line", fields), *cells[: width - 1], *missing)

    return paper.artefact(paper.facts("who"), columns, paper.rows("lines", width, line))
