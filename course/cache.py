"""A cache: bytes by the key of what they were made from."""

from __future__ import annotations

from hashlib import sha256
from typing import Protocol


class Cache(Protocol):
    """Bytes by key. `is_on`: what is kept can be recalled later, so keeping is worth the work."""

    @property
    def is_on(self) -> bool: ...

    def recall(self, key: bytes) -> bytes | None: ...

    def keep(self, key: bytes, content: bytes) -> None: ...


class NoCache:
    """A cache that keeps nothing."""

    is_on = False
    was_damaged = False

    def recall(self, key: bytes) -> None:
        return None

    def keep(self, key: bytes, content: bytes) -> None:
        return

    def close(self) -> None:
        return


def key_of(*parts: str | bytes) -> bytes:
    """Return the key of what is made from some parts: SHA-256 over each part and its length."""
    made = sha256()
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(len(content).to_bytes(8, "big") + content)
    return made.digest()
