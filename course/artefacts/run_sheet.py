"""Run sheet: a session minute by minute, with who leads, the first words and the paper that is needed."""

from __future__ import annotations

from course.artefacts.paper import Paper, Row, does_not_add_up
from course.model.artefacts import BLANK, Artefact, Word
from course.yaml_reader import Mapping

MOST_MINUTES = 240
_COLUMNS = ("minute", "part", "leads", "first_words", "paper")


def read(paper: Paper) -> Artefact:
    """Read the parts of a session, or of the module's part of it, which must fill its minutes."""
    place = paper.fields.place("minutes")
    minutes = paper.number("minutes", most=MOST_MINUTES)
    first = paper.number("begins", most=MOST_MINUTES) or 0
    taken = 0

    def part(fields: Mapping) -> Row:
        nonlocal taken
        begins = int(first) + taken
        taken += fields.whole("minutes", least=1, most=MOST_MINUTES)
        lines = (paper.line(name, fields) for name in ("leads", "first_words", "paper"))
        return (f"{begins}–{int(first) + taken}", paper.name_of_row("part", fields), *lines)

    rows = paper.rows("parts", len(_COLUMNS), part)
    if taken and taken != minutes and not paper.fields.is_broken:
        said = "the session says no `minutes`" if minutes == BLANK else f"the session {minutes}"
        fact = f"the parts take {taken} minutes together, and {said}"
        paper.report(does_not_add_up(fact, place, "change a part, or the minutes of the session"))
    return paper.artefact(paper.facts("session", "home_practice"), tuple(map(Word, _COLUMNS)), rows)
