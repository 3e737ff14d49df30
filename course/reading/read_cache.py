"""The read cache: what was read of a text is not read again while the text is the same."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, Protocol

import msgspec

from course.cache import Cache
from course.model.coding import CodingError, plain, restored
from course.source import Source

_MOST_RECENT = 20_000


class ReadCache(Protocol):
    """Values by the key of the text that they were read from."""

    def recall(self, key: bytes, source: Source) -> Any: ...

    def keep(self, key: bytes, value: object) -> None: ...


class StoredReadCache:
    """A read cache that lasts: it is kept in the cache of builds."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def recall(self, key: bytes, source: Source) -> Any:
        """Return a value with its places in `source`; None when it is missing or damaged."""
        kept = self._cache.recall(key)
        if kept is not None:
            with suppress(CodingError, msgspec.DecodeError):
                return restored(msgspec.msgpack.decode(kept), source)
        return None

    def keep(self, key: bytes, value: object) -> None:
        if self._cache.is_on:
            self._cache.keep(key, msgspec.msgpack.encode(plain(value)))


class MemoryReadCache:
    """A read cache for as long as the program runs; it is emptied when it has too many values."""

    def __init__(self) -> None:
        self._values: dict[bytes, object] = {}

    def recall(self, key: bytes, _source: Source) -> Any:
        """Return a value; its places are in a source of the same path and text."""
        return self._values.get(key)

    def keep(self, key: bytes, value: object) -> None:
        if len(self._values) >= _MOST_RECENT:
            self._values.clear()
        self._values[key] = value
