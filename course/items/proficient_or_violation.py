"""Proficient or violation: tell good replies of a trainer from those that break a principle."""

from course.diagnostics import Report
from course.items import findings
from course.items.parts import require_distinct, require_distinct_texts
from course.markdown_reader import read_line
from course.model.items import Card, Match, Target
from course.model.prose import Prose
from course.source import Text
from course.yaml_reader import Mapping

LEAST_REPLIES = 3
VERDICTS = ("proficient", "violation")


def read(fields: Mapping, report: Report) -> Match:
    """Read replies, each with its verdict; credit is for all of them together."""
    cards: list[Card] = []
    ids: list[Text] = []
    is_listed = fields.has("replies")
    for reply in fields.mappings("replies"):
        ids.append(reply.id())
        text = read_line(reply.text("text"), report)
        verdict = reply.word("verdict", VERDICTS)
        cards.append(Card(ids[-1].value, text, verdict.value, read_line(reply.text("feedback"), report)))
    require_distinct(ids, report)
    require_distinct_texts([card.text for card in cards], "replies", fields.span, report)
    if is_listed and not fields.is_broken and len(cards) < LEAST_REPLIES:
        report(findings.too_few("replies", LEAST_REPLIES, fields.span))
    # The words of the two verdicts belong to the site's interface; a target puts them in.
    targets = tuple(Target(verdict, Prose((verdict,), verdict)) for verdict in VERDICTS)
    return Match(tuple(cards), targets, shared=True, all_or_nothing=True)
