"""UUIDs of version 7 (RFC 9562): their text sorts by the millisecond in which they were made."""

from __future__ import annotations

import re

PATTERN = r"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
LENGTH = 36

_UUID7 = re.compile(PATTERN)


def is_uuid7(text: str) -> bool:
    """Say whether a text is a UUIDv7 in lower case."""
    # Python's `$` also matches before a line feed at the end
    return len(text) == LENGTH and _UUID7.match(text) is not None


def moment_of(uuid7: str) -> int:
    """Return the moment a UUIDv7 was made, in milliseconds since 1970."""
    return int(uuid7[:8] + uuid7[9:13], 16)


def make(moment: int, chance: int) -> str:
    """Make a UUIDv7 from a moment and 74 bits of chance."""
    high, low = chance >> 62 & 0xFFF, chance & (1 << 62) - 1
    digits = f"{moment:012x}7{high:03x}{1 << 63 | low:016x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
