"""A later file beside an earlier one: whatever the earlier one holds must still be there, the same bytes."""

from __future__ import annotations

from dataclasses import dataclass

from course.records.record import Record


@dataclass(frozen=True)
class Since:
    """What became of an earlier file.

    `missing`: ids of its events that are gone. `altered`: ids that now stand for other bytes only.
    `backdated`: ids of new events that are dated before the last one that the earlier file holds of their
    device. `pseudonyms` and `devices` are those that are no longer named.
    """

    missing: tuple[str, ...]
    altered: tuple[str, ...]
    backdated: tuple[str, ...]
    pseudonyms: tuple[str, ...]
    devices: tuple[str, ...]

    @property
    def is_kept(self) -> bool:
        """Say whether everything is still there."""
        return not (self.missing or self.altered or self.pseudonyms or self.devices)


def since(earlier: Record, later: Record) -> Since:
    """Compare a file with an earlier one of the same person."""
    there = {stored.order for stored in later.events}
    ids = {stored.id for stored in later.events}
    gone = [stored for stored in earlier.events if stored.order not in there]
    before = {stored.order for stored in earlier.events}
    last_at: dict[str, int] = {}
    for stored in earlier.events:
        device = stored.event.device
        last_at[device] = max(last_at.get(device, 0), stored.event.at)
    new = [stored.event for stored in later.events if stored.order not in before]
    named = {device.device_id for device in later.devices}
    return Since(
        missing=tuple(dict.fromkeys(stored.id for stored in gone if stored.id not in ids)),
        altered=tuple(dict.fromkeys(stored.id for stored in gone if stored.id in ids)),
        backdated=tuple(event.id for event in new if event.at < last_at.get(event.device, 0)),
        pseudonyms=tuple(sorted({*earlier.learner.pseudonyms} - {*later.learner.pseudonyms})),
        devices=tuple(sorted({device.device_id for device in earlier.devices} - named)),
    )
