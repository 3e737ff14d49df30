"""In which order the events of a record happened, and when.

Within a device the numbers of its chain give the order, whatever its clock said.
Clocks are compared only across devices.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from course.records.events import Event


def in_order(events: Iterable[Event]) -> tuple[tuple[Event, ...], tuple[str, ...]]:
    """Return the events in the order in which they happened, and the ids of those that are misdated.

    An event whose date does not agree with the order bears in `at` the moment that is believed instead.
    """
    chains: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        chains[event.device].append(event)
    ordered: list[Event] = []
    misdated: list[str] = []
    for device in sorted(chains):
        chain = sorted(chains[device], key=lambda event: (event.seq, event.at, event.id))
        dates = [event.at for event in chain]
        if dates == sorted(dates):
            ordered += chain
            continue
        for event, at in zip(chain, moments(dates), strict=True):
            if event.at != at:
                misdated.append(event.id)
            ordered.append(event if event.at == at else msgspec.structs.replace(event, at=at))
    # sorting is stable, so events of one device and one moment keep their order
    return tuple(sorted(ordered, key=lambda event: event.at)), tuple(misdated)


def moments(dates: Sequence[int]) -> list[int]:
    """Return the moments (in ms) that are believed of one device's events, from their dates in order.

    As many dates as possible are believed: a longest run of them that never goes back.
    Any other event is taken to have happened right after the believed one before it,
    or, where there is none, at the moment of the first believed one.
    """
    believed = _longest_run(dates)
    moment = dates[min(believed)] if believed else 0
    found = []
    for place, date in enumerate(dates):
        moment = date if place in believed else moment
        found.append(moment)
    return found


def _longest_run(dates: Sequence[int]) -> frozenset[int]:
    """Return the places of a longest subsequence that never goes back; of several, one that ends earliest.

    Patience sorting; see D. E. Knuth, The Art of Computer Programming, vol. 3, 5.1.4.
    """
    ends: list[int] = []  # the smallest date that a run of each length can end with
    places: list[int] = []  # and its place
    before: list[int] = []
    for place, date in enumerate(dates):
        length = bisect_right(ends, date)
        before.append(places[length - 1] if length else -1)
        ends[length : length + 1] = [date]
        places[length : length + 1] = [place]
    run = set()
    place = places[-1] if places else -1
    while place >= 0:
        run.add(place)
        place = before[place]
    return frozenset(run)
