"""The findings about items that cannot be answered or scored."""

from __future__ import annotations

from course.diagnostics import Diagnostic, did_you_mean
from course.source import Span, Text


def item_without_key(span: Span) -> Diagnostic:
    """No option of an item is marked as right, so nobody could earn its credit."""
    return Diagnostic(
        "item-without-key", "no option here is the right one", span, "add `correct: true` to the right option"
    )


def two_keys(span: Span, first: Span) -> Diagnostic:
    """A single choice has two right options, so a learner with a right answer could be told it is wrong."""
    return Diagnostic(
        "two-keys",
        "a single choice has one right option, and this is the second",
        span,
        f"take `correct: true` away here or on line {first.line}, or make it `type: multiple-choice`",
    )


def too_few(what: str, least: int, span: Span, step: str = "") -> Diagnostic:
    """An item has too few options, steps, cards or replies to be answered in more than one way."""
    message = f"there must be at least {least} {what if least > 1 else what.removesuffix('s')} here"
    return Diagnostic("too-few-options", message, span, step or f"add {what}")


def repeated_id(name: str, span: Span, first: Span) -> Diagnostic:
    """Two parts of one item have the same id, so an answer could mean either."""
    return Diagnostic(
        "repeated-id",
        f"`{name}` is used twice in this item",
        span,
        f"give this one another id than the one on line {first.line}",
    )


def unknown_group(name: str, span: Span, known: list[str]) -> Diagnostic:
    """A card belongs to a group that the item does not have."""
    return Diagnostic(
        "unknown-group",
        f"`{name}` is no group of this item",
        span,
        did_you_mean(name, known, f"use one of {', '.join(known)}"),
    )


def unscorable(what: str, span: Span, first: Span) -> Diagnostic:
    """An item can be answered but not scored, because two answers could not be told apart."""
    return Diagnostic(
        "unscorable-item",
        f"two {what} of this item read the same",
        span,
        f"write this one or the one on line {first.line} differently, so that one answer is right",
    )


def bad_section(text: Text) -> Diagnostic:
    """A `section` does not name a lesson and one of its headings."""
    return Diagnostic(
        "bad-section",
        f"`{text.value}` does not name a lesson and a heading",
        text.span,
        "write `lesson-id#anchor`",
    )


def credit_elsewhere(name: str, span: Span) -> Diagnostic:
    """A reply gives credit for a competency that its turn does not name, so the credit would be lost."""
    return Diagnostic(
        "credit-elsewhere",
        f"this turn does not name `{name}`",
        span,
        f"add `{name}` to the `competencies` of the turn, or give credit for one of those",
    )


def unknown_band(name: str, span: Span) -> Diagnostic:
    """A rating exercise says that it uses a band that does not exist."""
    return Diagnostic("unknown-band", f"`{name}` is no band", span, "use whole numbers from 1 to 5")
