"""Every item once more, ready to be put on a page of the learner's own: for review, placement, mistakes.

One classic script a unit, because a page opened from a file can fetch nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from course.model.units import Unit
from course.targets.site.addresses import REVIEW
from course.targets.site.kit import Kit

# between two items; no author writes it
_BREAK = "\ue002"
_SET = {"id": "set", "break": _BREAK}


def item_scripts(kit: Kit) -> Iterator[tuple[str, bytes]]:
    """Yield the scripts with the HTML of each unit's items by id, and the one with the frame of a set."""
    frame = kit.templates.page("items/set.html.jinja", bank=_SET)
    yield "docs/assets/item-frame.js", f"var imrItemSet={_json(str(frame))};\n".encode()
    for unit in kit.units_in_order:
        # a unit's script adds to what those of other units have brought
        script = f"var imrItems=Object.assign(window.imrItems||{{}},{_json(_items(kit, unit))});\n"
        yield f"docs/assets/items/{unit.id}.js", script.encode()


def _items(kit: Kit, unit: Unit) -> dict[str, str]:
    found: dict[str, str] = {}
    for bank in kit.course.banks:
        if bank.unit.id == unit.id:
            # every page that shows them lies at the root
            apart = dict(kit.quizzes.apart(bank, REVIEW))
            html = kit.rendered("items/apart.html.jinja", bank=_SET, entries=list(apart.values()))
            found |= zip(apart, html.split(_BREAK), strict=False)
    return found


def _json(value: object) -> str:
    # ASCII only: the two marks for numbers must not be lost by an editor or a server
    return json.dumps(value, separators=(",", ":"))
