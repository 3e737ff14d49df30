"""A flaw: what the lint has seen, where, and whose authors may keep it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from course.model.choices import Acceptance
from course.model.items import Bank, Item
from course.source import NOWHERE, Span


class Accepting(Protocol):
    """Something in which an author can write `accept`."""

    @property
    def accepted(self) -> tuple[Acceptance, ...]: ...


@dataclass(frozen=True)
class Flaw:
    """The fact, its place, one next step, and what may accept it: an item and its bank, or a lesson."""

    message: str
    span: Span
    help: str
    holders: tuple[Accepting, ...] = ()


def flaw_of(item: Item, bank: Bank, message: str, span: Span, step: str) -> Flaw:
    """Return a flaw of an item; a text that could not be read is shown at the id of its item."""
    return Flaw(message, item.span if span == NOWHERE else span, step, (item, bank))
