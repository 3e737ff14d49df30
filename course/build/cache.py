"""The cache of builds: what earlier builds made, in one SQLite file.

Nothing in it is trusted: what does not fit its checksum is made again, and a file that SQLite cannot read
is replaced.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from os import SEEK_END
from pathlib import Path
from tempfile import TemporaryFile

from course.cache import key_of

_TABLE = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, checksum BLOB, content BLOB) WITHOUT ROWID"


class FileCache:
    """A cache in a file, which is written only by `close`.

    What another `version` of the program kept is not recalled.
    `was_damaged`: something in it could not be used.
    """

    is_on = True

    def __init__(self, path: Path, version: str) -> None:
        self.was_damaged = False
        self._path = path
        self._version = version.encode()
        self._used: set[bytes] = set()
        self._new = _NewEntries()
        address = f"{path.absolute().as_uri()}?mode=ro"
        self._table = sqlite3.connect(address, uri=True) if path.exists() else None

    def recall(self, key: bytes) -> bytes | None:
        """Return what was kept under a key; None where there is nothing, or it is damaged."""
        key = key_of(self._version, key)
        self._used.add(key)
        if key in self._new:
            return self._new[key]
        if self._table is None:
            return None
        try:
            row = self._table.execute("SELECT checksum, content FROM kept WHERE key = ?", (key,)).fetchone()
        except sqlite3.DatabaseError:
            self.was_damaged, self._table = True, None
            return None
        if row is None:
            return None
        checksum, content = row
        if not isinstance(content, bytes) or checksum != _checksum(key, content):
            self.was_damaged = True
            return None
        return content

    def keep(self, key: bytes, content: bytes) -> None:
        key = key_of(self._version, key)
        self._used.add(key)
        self._new[key] = content

    def close(self) -> None:
        """Write what is new, and delete what was neither recalled nor kept."""
        if self._table:
            self._table.close()
            self._table = None
        try:
            self._write()
        except sqlite3.DatabaseError:
            self.was_damaged = True
            self._path.unlink(missing_ok=True)
            self._write()
        self._new.close()

    def _write(self) -> None:
        if self._path.exists() and self._path.stat().st_nlink > 1:
            # a file that has another name elsewhere is not only ours
            self._path.unlink()
        with closing(sqlite3.connect(self._path)) as table, table:
            # a lost file costs one slower build, so nothing waits for the disk
            table.execute("PRAGMA synchronous = OFF")
            table.execute(_TABLE)
            known = {key for (key,) in table.execute("SELECT key FROM kept")}
            unused = ((key,) for key in known - self._used)
            table.executemany("DELETE FROM kept WHERE key = ?", unused)
            new = ((key, self._new[key]) for key in self._new)
            rows = ((key, _checksum(key, content), content) for key, content in new)
            table.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)


class _NewEntries:
    """Bytes by key in a file without a name, so that a large course does not fill the memory."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115, it is open as long as the cache
        self._places: dict[bytes, tuple[int, int]] = {}

    def __contains__(self, key: bytes) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._places)

    def __getitem__(self, key: bytes) -> bytes:
        start, length = self._places[key]
        self._file.seek(start)
        return self._file.read(length)

    def __setitem__(self, key: bytes, content: bytes) -> None:
        start = self._file.seek(0, SEEK_END)
        self._file.write(content)
        self._places[key] = (start, len(content))

    def close(self) -> None:
        self._file.close()


def _checksum(key: bytes, content: bytes) -> bytes:
    return sha256(key + content).digest()
