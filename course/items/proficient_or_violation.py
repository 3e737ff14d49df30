"""Proficient or violation: distinguish good replies of a trainer from those that break a principle."""

from course.diagnostics import Report
from course.markdown_reader import read_line
from course.model.items import Card, Match, Target
from course.model.prose import Prose
from course.parts import Parts, Texts, require_distinct, too_few
from course.source import Text
from course.yaml_reader import Mapping

LEAST_REPLIES = 3
VERDICTS = ("proficient", "violation")


def read(fields: Mapping, report: Report) -> Match:
    """Read replies, each with its verdict; credit is for all of them together."""
    cards: list[Card] = []
    ids: list[Text] = []
    texts = Texts("replies", report)
    parts = Parts(fields, "replies")
    for reply in parts:
        ids.append(reply.id())
        text = texts.read(reply.text("text"))
        verdict = reply.word("verdict", VERDICTS)
        cards.append(Card(ids[-1].value, text, verdict.value, read_line(reply.text("feedback"), report)))
    require_distinct(ids, report)
    if parts.are_readable and len(cards) < LEAST_REPLIES:
        report(too_few("replies", LEAST_REPLIES, parts.place))
    # The words of the two verdicts belong to the site's interface; a target puts them in.
    targets = tuple(Target(verdict, Prose((verdict,), verdict)) for verdict in VERDICTS)
    return Match(tuple(cards), targets, shared=True, all_or_nothing=True)
