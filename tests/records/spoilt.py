"""Whole records spoilt by chance, the same on every run with the same seed."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from typing import Any

from course.records.hashing import integrity_of
from tests.records.made import Raw

STRANGE: tuple[Any, ...] = (
    None, True, -1, 0, 2**53 - 1, "", "x" * 5000, "\u0000", "\u202e", "<script>alert(1)</script>",
    "__proto__", "../../etc/passwd", "=1+1", [], {}, [[[[]]]], {"__proto__": {}}, {"": 0}, ["a"] * 200,
)  # fmt: skip


def bytes_changed(content: bytes, chance: random.Random) -> bytes:
    """Return other bytes than these, few of them different."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 5))):
        at = chance.randrange(len(changed))
        match chance.randrange(5):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                del changed[at]
            case 2:
                changed.insert(at, chance.randrange(256))
            case 3:
                changed[at] ^= 1 << chance.randrange(8)
            case _:
                changed[at:at] = changed[at : at + chance.randrange(40)]
    return bytes(changed) if bytes(changed) != content else content[:-2]


def value_changed(document: Raw, chance: random.Random) -> Raw:
    """Return the document with one or two values removed, doubled, swapped or replaced."""
    document = copy.deepcopy(document)
    for _ in range(chance.choice((1, 1, 2))):
        found = list(places(document))
        holder, key = chance.choice(found)
        match chance.randrange(5):
            case 0:
                del holder[key]
            case 1:
                holder[key] = (
                    copy.deepcopy(holder[key]) if not isinstance(holder[key], int) else holder[key] + 1
                )
                if isinstance(holder, list):
                    holder.append(copy.deepcopy(holder[key]))
                else:
                    holder[f"{key}2"] = holder[key]
            case 2:
                other, other_key = chance.choice(found)
                if not _is_inside(other, holder[key]):
                    holder[key] = copy.deepcopy(other[other_key])
            case _:
                holder[key] = copy.deepcopy(chance.choice(STRANGE))
    return document


def _is_inside(one: Any, other: Any) -> bool:
    return one is other or any(one is inner for inner, _ in places(other))


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every place of a value: what holds it, and the key or number there."""
    entries = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, inner in list(entries):
        yield value, key
        yield from places(inner)


def with_digest(document: Raw) -> Raw:
    return document | {"integrity": integrity_of({k: v for k, v in document.items() if k != "integrity"})}


def resealed(document: Any) -> Any:
    """Give a document a digest that fits, if anything can be computed of it."""
    try:
        return with_digest(document)
    except (TypeError, ValueError, AttributeError):
        return document
