"""Counts as they may be shown to others: none by which someone could be recognised.

The browser has the same rules in `site_templates/runtime/desk/cohort.ts`.
"""

from __future__ import annotations

from collections.abc import Sequence

LEAST_GROUP = 5  # fewer people can be recognised in a table


def suppressed(counts: Sequence[int]) -> tuple[int | None, ...]:
    """Hide counts under five, and what could be computed from the total and the other counts.

    So at least two are hidden, and together they are five or more, or all of them are.
    """
    if sum(counts) < LEAST_GROUP:
        return (None,) * len(counts)
    hidden: set[int] = set()
    for place in sorted(range(len(counts)), key=lambda place: (counts[place], place)):
        together = sum(counts[one] for one in hidden)
        is_safe = not hidden or (len(hidden) > 1 and together >= LEAST_GROUP)
        if is_safe and counts[place] >= LEAST_GROUP:
            break
        hidden.add(place)
    return tuple(None if place in hidden else count for place, count in enumerate(counts))
