"""Canonical JSON (RFC 8785): one value, one sequence of bytes, so that hashes agree everywhere.

Records hold strings, whole numbers, booleans, null, arrays and objects; a number with a fraction
is refused, because languages print those differently.
"""

from __future__ import annotations

import json
from collections.abc import Collection

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]

# above this, JavaScript cannot represent every whole number
LARGEST_NUMBER = 2**53 - 1


class CanonicalError(ValueError):
    """A value has no canonical form here; the message says why."""


def canonical(value: Json) -> bytes:
    """Return the canonical bytes of a value: sorted keys, no white space, UTF-8."""
    text = json.dumps(_ordered(value), ensure_ascii=False, separators=(",", ":"))
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise CanonicalError("a text holds half a character (a lone surrogate)") from error


def utf16_order(text: str) -> bytes:
    """Return what texts are sorted by: their UTF-16 code units, as JavaScript does."""
    return text.encode("utf-16-be", "surrogatepass")


def _sorted(keys: Collection[str]) -> list[str]:
    # ASCII comes in the same order either way, and nearly all keys are ASCII
    return sorted(keys) if all(map(str.isascii, keys)) else sorted(keys, key=utf16_order)


def _ordered(value: Json) -> Json:
    match value:
        case str() | bool() | None:
            return value
        case dict():
            return {key: _ordered(value[key]) for key in _sorted(value)}
        case list():
            return [_ordered(entry) for entry in value]
        case int() if abs(value) <= LARGEST_NUMBER:
            return value
    raise CanonicalError(f"{value!r} is not a whole number, or too large to be exact everywhere")
