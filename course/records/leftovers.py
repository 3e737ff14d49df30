"""What a file holds beyond what we understood of it: the keys of newer versions, and of editors."""

from __future__ import annotations

from course.records.canonical import Json

# entries of these lists have a name of their own, so their leftovers can be merged by it
_NAMED_BY = {"devices": "deviceId"}


def leftovers(raw: Json, known: Json, way: tuple[str, ...] = ()) -> dict[tuple[str, ...], Json]:
    """Return the keys of `raw` that `known` lacks, each with the way that leads to it."""
    if raw == known:
        return {}
    found: dict[tuple[str, ...], Json] = {}
    if isinstance(raw, dict) and isinstance(known, dict):
        for key, value in raw.items():
            here = (*way, key)
            found |= leftovers(value, known[key], here) if key in known else {here: value}
    elif isinstance(raw, list) and isinstance(known, list):
        for number, (entry, known_entry) in enumerate(zip(raw, known, strict=True)):
            found |= leftovers(entry, known_entry, (*way, _name(way, entry, number)))
    return found


def _name(way: tuple[str, ...], entry: Json, number: int) -> str:
    key = _NAMED_BY.get(way[-1]) if way else None
    return str(entry[key]) if key and isinstance(entry, dict) else str(number)
