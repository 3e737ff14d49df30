"""The keys of a file that this version does not know: those of newer versions, and of editors."""

from __future__ import annotations

from course.records.canonical import Json

KeyPath = tuple[str, ...]  # the keys that lead to a value, from the outside in

# an entry of these lists is found by its own name, so that what it holds can be merged
_NAMED_BY = {"devices": "deviceId"}


def unknown_keys(raw: Json, known: Json, path: KeyPath = ()) -> dict[KeyPath, Json]:
    """Return the values of `raw` that `known` lacks, by their path."""
    if raw == known:
        return {}
    found: dict[KeyPath, Json] = {}
    if isinstance(raw, dict) and isinstance(known, dict):
        for key, value in raw.items():
            here = (*path, key)
            found |= unknown_keys(value, known[key], here) if key in known else {here: value}
    elif isinstance(raw, list) and isinstance(known, list):
        for number, (entry, known_entry) in enumerate(zip(raw, known, strict=True)):
            found |= unknown_keys(entry, known_entry, (*path, _name(path, entry, number)))
    return found


def _name(path: KeyPath, entry: Json, number: int) -> str:
    key = _NAMED_BY.get(path[-1]) if path else None
    return str(entry[key]) if key and isinstance(entry, dict) else str(number)
