"""Match: give every left side its right side."""

from course.diagnostics import Report
from course.items import findings
from course.items.parts import require_distinct, require_distinct_texts
from course.markdown_reader import read_line
from course.model.items import Card, Match, Target
from course.source import Text
from course.yaml_reader import Mapping

LEAST_PAIRS = 2
LEAST_TARGETS = 3


def read(fields: Mapping, report: Report) -> Match:
    """Read pairs, and further right sides that belong to nothing."""
    cards: list[Card] = []
    targets: list[Target] = []
    ids: list[Text] = []
    is_listed = fields.has("pairs")
    for pair in fields.mappings("pairs"):
        ids.append(pair.id())
        left, right = read_line(pair.text("left"), report), read_line(pair.text("right"), report)
        feedback = read_line(pair.text("feedback"), report)
        cards.append(Card(ids[-1].value, left, ids[-1].value, feedback))
        targets.append(Target(ids[-1].value, right))
    require_distinct(ids, report)
    for number, extra in enumerate(fields.texts("extra"), start=1):
        targets.append(Target(f"extra-{number}", read_line(extra, report)))
    if is_listed and not fields.is_broken:
        if len(cards) < LEAST_PAIRS:
            report(findings.too_few("pairs", LEAST_PAIRS, fields.span))
        elif len(targets) < LEAST_TARGETS:
            report(findings.too_few("right sides", LEAST_TARGETS, fields.span))
    require_distinct_texts([card.text for card in cards], "left sides", fields.span, report)
    require_distinct_texts([target.text for target in targets], "right sides", fields.span, report)
    return Match(tuple(cards), tuple(targets), shared=False, all_or_nothing=False)
