"""Attendance register: who was there at which session, and what was done about those who were not."""

from course.artefacts.paper import Paper, Row, does_not_add_up
from course.model.artefacts import BLANK, Artefact, Word
from course.yaml_reader import Mapping

MARKS = ("present", "absent", "told", "phoned", "open")


def read(paper: Paper) -> Artefact:
    """Read the people of a register, each with one sign for each session."""
    sessions = tuple(text.value for text in paper.fields.needed_texts("sessions"))

    def person(fields: Mapping) -> Row:
        place = fields.place("marks")
        marks = fields.needed_texts("marks")
        if sessions and marks and len(marks) != len(sessions):
            fact = f"this row does not have one sign for each of the {len(sessions)} sessions"
            paper.report(does_not_add_up(fact, place, f"write one of {', '.join(MARKS)} for each session"))
        signs = paper.marks(marks, MARKS)
        missing = (BLANK,) * (len(sessions) - len(signs))
        return (paper.name_of_row("name", fields), *signs[: len(sessions)], *missing)

    rows = paper.rows("people", len(sessions) + 1, person)
    return paper.artefact((), (Word("name"), *sessions), rows)
