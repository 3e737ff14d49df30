"""Scripts with the HTML of every item, for the pages of review, placement and mistakes.

One classic script a unit, because a page opened from a file can fetch nothing else.
"""

from __future__ import annotations

from course.model.units import Unit
from course.targets.site.addresses import REVIEW
from course.targets.site.context import SiteContext
from course.targets.site.page_data import PageData
from course.targets.site.page_data.script import script

_SET = "set"


def frame_script(site: SiteContext) -> tuple[str, bytes]:
    """Return the script with the frame of a set."""
    frame = site.templates.page("items/set.html.jinja", bank={"id": _SET})
    return "docs/assets/item-frame.js", script(PageData(item_set=str(frame)))


def item_script(site: SiteContext, unit: Unit) -> tuple[str, bytes]:
    """Return the script with the HTML of a unit's items by id; it adds to what those of other units bring."""
    return f"docs/assets/items/{unit.id}.js", script(PageData(items=_items(site, unit)))


def _items(site: SiteContext, unit: Unit) -> dict[str, str]:
    found: dict[str, str] = {}
    for bank in site.course.banks_of_unit.get(unit.id, ()):
        # every page that shows them is at the root of the site
        found |= site.items.separate(bank, REVIEW, _SET)
    return found
