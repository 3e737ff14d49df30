"""What `verify`, `show` and `merge` say of a record beside its numbers, in the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import msgspec

from course.commands.record.opening import Opened, day
from course.learning.disagreements import Credit, Disagreement
from course.learning.voided import Voided
from course.records.events import ContinuingCompleted, SupervisorObservation
from course.records.log import Log
from course.records.plausibility import Note, NoteCode
from course.records.refusals import visible

DIGEST = {
    True: "the digest fits; anyone can make one that fits",
    False: "CHANGED since it was exported: the digest does not fit",
}
WHO = "nothing in a file shows who answered, and the key is in the page: formative, for a talk between people"
_MOST = 10  # of a kind; a file may hold fifty thousand
_FAULTS = {
    "answer": "the answer is none that can be given",
    "reply": "there is no such reply",
    "path": "nothing that was said before leads there",
}
_NOTES: dict[NoteCode, str] = {
    "misdated": "events whose date does not agree with their number on the device",
    "other-id-time": "events whose id was made at another time than the event says",
    "after-export": "events dated after the export",
    "ahead": "events dated ahead of now",
    "before-record": "events dated before the record began",
    "no-latency": "answers given in no time",
    "faster-than-reading": "answers given faster than their question can be read (600 words a minute)",
    "nothing-presented": "answers that do not say what was presented",
    "other-presented": "answers to which something else was presented than the item holds",
    "unchecked-path": "replies in another version of a dialogue, where no one knows what led to them",
    "no-devices": "devices that wrote events and are not in the list of devices",
    "observed-later": "observations dated after the export",
}


def oddities(log: Log) -> Iterator[str]:
    """Name gaps, forks, conflicts and broken chains."""
    yield from _some(f"missing: events {gap.first} to {gap.last} of device {gap.device}" for gap in log.gaps)
    yield from _some(
        f"forked: event {fork.seq} of device {fork.device} is there {len(fork.ids)} times, all kept"
        for fork in log.forks
    )
    yield from _some(
        f"in conflict: event {name} is there with different contents, none counts" for name in log.conflicts
    )
    if log.breaks:
        yield f"the chain breaks at event {log.breaks[0]} ({len(log.breaks)} in all)"


def contradicted(found: Sequence[Disagreement]) -> Iterator[str]:
    """Name what disagrees with the keys."""
    return _some(f"disagrees with the key, not counted: {one.of}, {_fault(one)}" for one in found)


def taken_back(found: Sequence[Voided]) -> Iterator[str]:
    """Name what was voided."""
    return _some(f"voided: {one.of}, answered {day(one.at)}, {_voided(one)}" for one in found)


def noted(notes: Sequence[Note]) -> Iterator[str]:
    """Say what is odd without being wrong."""
    return (f"note: {len(note.about)} {_NOTES[note.code]}; first {note.about[0]}" for note in notes)


def entered(log: Log) -> Iterator[str]:
    """Say what was entered by someone and follows from nothing else in the file."""
    raters = Counter(e.body.rater for e in log.valid_events() if isinstance(e, SupervisorObservation))
    completed = sum(isinstance(event, ContinuingCompleted) for event in log.valid_events())
    parts = [f"{count} observation(s) by {rater}" for rater, count in islice(sorted(raters.items()), _MOST)]
    parts += [f"{len(raters) - _MOST} more rater(s)"] if len(raters) > _MOST else []
    parts += [f"{completed} completed unit(s)"] if completed else []
    if parts:
        yield f"as entered in this file: {', '.join(parts)}"


def as_json(file: Opened) -> dict[str, Any]:
    """Return gaps, forks, conflicts, breaks, disagreements and voids as JSON."""
    log = file.log
    return {
        "gaps": [{"device": gap.device, "first": gap.first, "last": gap.last} for gap in log.gaps],
        "forks": [{"device": fork.device, "seq": fork.seq, "ids": list(fork.ids)} for fork in log.forks],
        "conflicts": list(log.conflicts),
        "breaks": list(log.breaks),
        "disagreements": [msgspec.to_builtins(one) for one in file.disagreements],
        "voided": list(log.voided),
        "voidedAnswers": [_voided_json(one) for one in file.profile.voided],
    }


def _voided_json(one: Voided) -> dict[str, Any]:
    return {
        "event": one.event,
        "of": one.of,
        "at": one.at,
        "reason": one.reason,
        "isSafetyMiss": one.is_safety_miss,
    }


def _voided(one: Voided) -> str:
    return "a missed safety item, still counted as missed" if one.is_safety_miss else f"reason {one.reason}"


def _fault(one: Disagreement) -> str:
    if one.fault == "credit":
        return f"the file says {_credit(one.says)}, the key gives {_credit(one.earns)} (event {one.event})"
    return f"{_FAULTS[one.fault]} (event {one.event})"


def _credit(credit: Credit | None) -> str:
    if isinstance(credit, int):
        return str(credit)
    return visible(", ".join(f"{name} {milli}" for name, milli in (credit or {}).items()), 120) or "none"


def _some(lines: Iterable[str]) -> Iterator[str]:
    """Yield the first lines, and how many there are beside them."""
    every = iter(lines)
    yield from islice(every, _MOST)
    more = sum(1 for _ in every)
    if more:
        yield f"  and {more} more of this kind"
