"""Sort into groups: each card belongs to one group."""

from course.diagnostics import Diagnostic, Report, did_you_mean
from course.markdown_reader import read_line
from course.model.items import Card, Match, Target
from course.parts import Parts, Texts, require_distinct, too_few
from course.source import Span, Text
from course.yaml_reader import Mapping

LEAST_GROUPS = 2


def read(fields: Mapping, report: Report) -> Match:
    """Read groups, and the cards to be sorted into them."""
    groups = _read_groups(fields, report)
    known = [group.id for group in groups]
    is_known = bool(known) and all(known)
    cards: list[Card] = []
    ids: list[Text] = []
    texts = Texts("cards", report)
    parts = Parts(fields, "cards")
    for card in parts:
        ids.append(card.id())
        text = texts.read(card.text("text"))
        group = card.ref("group")
        if group and is_known and group.value not in known:
            report(unknown_group(group.value, group.span, known))
        cards.append(Card(ids[-1].value, text, group.value, read_line(card.text("feedback"), report)))
    require_distinct(ids, report)
    if parts.are_readable and len(cards) < len(groups):
        report(too_few("cards", len(groups), parts.place))
    return Match(tuple(cards), groups, shared=True, all_or_nothing=False)


def _read_groups(fields: Mapping, report: Report) -> tuple[Target, ...]:
    groups: list[Target] = []
    ids: list[Text] = []
    texts = Texts("groups", report)
    parts = Parts(fields, "groups")
    for group in parts:
        ids.append(group.id())
        groups.append(Target(ids[-1].value, texts.read(group.text("text"))))
    require_distinct(ids, report)
    if parts.are_readable and len(groups) < LEAST_GROUPS:
        report(too_few("groups", LEAST_GROUPS, parts.place))
    return tuple(groups)


def unknown_group(name: str, span: Span, known: list[str]) -> Diagnostic:
    """A card belongs to a group that the item does not have."""
    return Diagnostic(
        "unknown-group",
        f"`{name}` is no group of this item",
        span,
        did_you_mean(name, known, f"use one of {', '.join(known)}"),
    )
