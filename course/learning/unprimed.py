"""Which responses to items are cold: the item, and its feedback, was not seen for 21 days."""

from __future__ import annotations

from course.records.events import ItemResponse
from course.records.scalars import DAY

COLD_AFTER = 21 * DAY


class Shown:
    """Remembers when each item was last shown, whatever its revision. It takes responses in their order."""

    def __init__(self) -> None:
        self._at: dict[str, int] = {}

    def is_cold(self, event: ItemResponse) -> bool:
        """Say whether a response is cold, for the record and for the browser that it was given in.

        An answer that was revealed, or that does not count, showed the item as well.
        """
        before = self._at.get(event.body.item_id)
        self._at[event.body.item_id] = event.at
        return event.body.cold and (before is None or event.at - before >= COLD_AFTER)
