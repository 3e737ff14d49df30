"""Match: give every left side its right side."""

from course.diagnostics import Report
from course.markdown_reader import read_line
from course.model.items import Card, Match, Target
from course.parts import Parts, Texts, require_distinct, too_few
from course.source import Text
from course.yaml_reader import Mapping

LEAST_PAIRS = 2
LEAST_TARGETS = 3


def read(fields: Mapping, report: Report) -> Match:
    """Read pairs, and further right sides that belong to nothing."""
    cards: list[Card] = []
    targets: list[Target] = []
    ids: list[Text] = []
    lefts, rights = Texts("left sides", report), Texts("right sides", report)
    pairs = Parts(fields, "pairs")
    for pair in pairs:
        ids.append(pair.id())
        left, right = lefts.read(pair.text("left")), rights.read(pair.text("right"))
        feedback = read_line(pair.text("feedback"), report)
        cards.append(Card(ids[-1].value, left, ids[-1].value, feedback))
        targets.append(Target(ids[-1].value, right))
    require_distinct(ids, report)
    for number, extra in enumerate(fields.texts("extra"), start=1):
        targets.append(Target(f"extra-{number}", rights.read(extra)))
    if pairs.are_readable and len(cards) < LEAST_PAIRS:
        report(too_few("pairs", LEAST_PAIRS, pairs.place))
    elif pairs.are_readable and len(targets) < LEAST_TARGETS:
        step = "add `extra: […]` with a right side that belongs to nothing"
        report(too_few("right sides", LEAST_TARGETS, pairs.place, step))
    return Match(tuple(cards), tuple(targets), shared=False, all_or_nothing=False)
