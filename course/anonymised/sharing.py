"""Which values may be seen: those that enough trainers share, and none by which another would follow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

from course.cohort.suppression import LEAST_GROUP

Trainer = int
Value = TypeVar("Value", bound=Hashable)


def holders(pairs: Iterable[tuple[Value, Trainer]]) -> dict[Value, set[Trainer]]:
    """Return by value the trainers who have it, however often."""
    found: defaultdict[Value, set[Trainer]] = defaultdict(set)
    for value, trainer in pairs:
        found[value].add(trainer)
    return dict(found)


def shown(held: Mapping[Value, set[Trainer]]) -> frozenset[Value]:
    """Return the values that may be seen; in place of the others a cell is empty.

    Two values or none are hidden, so an empty cell is never the only value that is left; and five trainers
    or more have one of them, unless nothing is shown.
    """
    hidden: set[Value] = set()
    together: set[Trainer] = set()
    for value in sorted(held, key=lambda one: (len(held[one]), repr(one))):
        is_safe = not hidden or (len(hidden) > 1 and len(together) >= LEAST_GROUP)
        if is_safe and len(held[value]) >= LEAST_GROUP:
            break
        hidden.add(value)
        together |= held[value]
    return frozenset(held) - hidden


def spans(held: Mapping[str, set[Trainer]]) -> dict[str, str]:
    """Return by week the span that is shown for it: weeks in a row, until five trainers share them.

    A week cannot be left empty, because the lines before and after it would give it away.
    """
    parts: list[list[str]] = [[]]
    together: set[Trainer] = set()
    for week in sorted(held):
        if len(together) >= LEAST_GROUP:
            parts.append([])
            together = set()
        parts[-1].append(week)
        together |= held[week]
    if len(together) < LEAST_GROUP and len(parts) > 1:
        few = parts.pop()
        parts[-1] += few
    return {week: _span(part) for part in parts for week in part}


def _span(weeks: list[str]) -> str:
    return weeks[0] if len(weeks) == 1 else f"{weeks[0]}/{weeks[-1]}"
