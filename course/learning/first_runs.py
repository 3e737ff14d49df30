"""The first run of every dialogue: the only one in which a trainer did not yet know what follows."""

from __future__ import annotations

from collections.abc import Iterable

from course.records.events import DialogueChoice, DialogueFinished, DialogueStarted, Event

Run = tuple[str, int]  # a device, and its count of runs

_OF_RUNS = (DialogueStarted, DialogueChoice, DialogueFinished)


def first_runs(events: Iterable[Event]) -> dict[str, Run]:
    """Return for each dialogue the run that began first, from events in the order of the log.

    Runs are counted on each device, so after a merge two of them may be number 1.
    """
    first: dict[str, Run] = {}
    for event in events:
        if isinstance(event, _OF_RUNS):
            first.setdefault(event.body.dialogue_id, (event.device, event.body.run))
    return first
