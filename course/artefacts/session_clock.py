"""Session clock: the parts of a session, when each begins, and how long it was to take and took."""

from course.artefacts.paper import Paper, Row, does_not_add_up
from course.model.artefacts import BLANK, Artefact, Fact, Word
from course.yaml_reader import Mapping

MOST_MINUTES = 240
_COLUMNS = ("part", "begins", "planned", "took")


def read(paper: Paper) -> Artefact:
    """Read the parts of a session, whose planned minutes must fill it."""
    place = paper.fields.place("minutes")
    minutes = paper.fields.whole("minutes", least=1, most=MOST_MINUTES)
    now = paper.number("now", most=MOST_MINUTES)
    begun = 0

    def part(fields: Mapping) -> Row:
        nonlocal begun
        begins = begun
        planned = fields.whole("planned", least=1, most=MOST_MINUTES)
        begun += planned
        name = paper.name_of_row("part", fields)
        return (name, begins, planned, paper.number("took", fields, most=MOST_MINUTES))

    rows = paper.rows("parts", len(_COLUMNS), part)
    if begun and begun != minutes and not paper.fields.is_broken:
        fact = f"the parts take {begun} minutes together, and the session {minutes}"
        paper.report(does_not_add_up(fact, place, "change a part, or the minutes of the session"))
    facts = (Fact(Word("minutes"), minutes), *((Fact(Word("now"), now),) if now != BLANK else ()))
    return paper.artefact(facts, tuple(map(Word, _COLUMNS)), rows)
