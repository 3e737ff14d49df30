"""The kinds of response that are distinguished, and which of them are judged together."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never


class Kind(StrEnum):
    """The kinds of response that are reported side by side."""

    SINGLE = "single choices"
    STEM = "extended matchings"
    MULTIPLE = "multiple choices"
    ENDS = "best and worst"
    VERDICT = "verdicts"
    TURN = "dialogue turns"
    ORDER = "orderings"
    SORT = "sortings"
    MATCH = "matchings"


class Group(StrEnum):
    """The kinds that are judged together."""

    CHOICES = "choices and verdicts"
    TURNS = "dialogue turns"
    PLACED = "orders and matches"


def group_of(kind: Kind) -> Group:
    """Return the group of a kind."""
    match kind:
        case Kind.SINGLE | Kind.STEM | Kind.MULTIPLE | Kind.ENDS | Kind.VERDICT:
            return Group.CHOICES
        case Kind.TURN:
            return Group.TURNS
        case Kind.ORDER | Kind.SORT | Kind.MATCH:
            return Group.PLACED
        case _:
            assert_never(kind)
