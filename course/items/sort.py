"""Sort into groups: each card belongs to one group."""

from course.diagnostics import Report
from course.items import findings
from course.items.parts import require_distinct, require_distinct_texts
from course.markdown_reader import read_line
from course.model.items import Card, Match, Target
from course.source import Text
from course.yaml_reader import Mapping


def read(fields: Mapping, report: Report) -> Match:
    """Read groups, and the cards to be sorted into them."""
    groups = _read_groups(fields, report)
    known = [group.id for group in groups]
    cards: list[Card] = []
    ids: list[Text] = []
    is_listed = fields.has("cards")
    for card in fields.mappings("cards"):
        ids.append(card.id())
        text = read_line(card.text("text"), report)
        group = card.text("group")
        if group and known and group.value not in known:
            report(findings.unknown_group(group.value, group.span, known))
        cards.append(Card(ids[-1].value, text, group.value, read_line(card.text("feedback"), report)))
    require_distinct(ids, report)
    if is_listed and not fields.is_broken and len(cards) < len(groups):
        report(findings.too_few("cards", len(groups), fields.span))
    require_distinct_texts([card.text for card in cards], "cards", fields.span, report)
    return Match(tuple(cards), groups, shared=True, all_or_nothing=False)


def _read_groups(fields: Mapping, report: Report) -> tuple[Target, ...]:
    groups: list[Target] = []
    ids: list[Text] = []
    is_listed = fields.has("groups")
    for group in fields.mappings("groups"):
        ids.append(group.id())
        groups.append(Target(ids[-1].value, read_line(group.text("text"), report)))
    require_distinct(ids, report)
    require_distinct_texts([group.text for group in groups], "groups", fields.span, report)
    if is_listed and not fields.is_broken and len(groups) < 2:
        report(findings.too_few("groups", 2, fields.span))
    return tuple(groups)
