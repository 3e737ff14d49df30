"""Every item once more, ready to be put on a page of the learner's own: for review, placement, mistakes.

One classic script a unit, because a page opened from a file can fetch nothing else.
"""

from __future__ import annotations

from course.model.units import Unit
from course.targets.site.addresses import REVIEW
from course.targets.site.kit import Kit
from course.targets.site.page_data import PageData
from course.targets.site.page_data.script import script

_SET = "set"


def frame_script(kit: Kit) -> tuple[str, bytes]:
    """Return the script with the frame of a set."""
    frame = kit.templates.page("items/set.html.jinja", bank={"id": _SET})
    return "docs/assets/item-frame.js", script(PageData(item_set=str(frame)))


def item_script(kit: Kit, unit: Unit) -> tuple[str, bytes]:
    """Return the script with the HTML of a unit's items by id; it adds to what those of other units bring."""
    return f"docs/assets/items/{unit.id}.js", script(PageData(items=_items(kit, unit)))


def _items(kit: Kit, unit: Unit) -> dict[str, str]:
    found: dict[str, str] = {}
    for bank in kit.banks_of_unit[unit.id]:
        # every page that shows them lies at the root
        found |= kit.items.apart(bank, REVIEW, _SET)
    return found
