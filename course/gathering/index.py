"""The index of a cohort's files, on disk, so that memory does not grow with their number.

Of every file it holds who is in it and what it held when it was last folded, so that a second run reads
and folds only what has changed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from course.cohort.people import People
from course.gathering.parts import Known, Look
from course.gathering.sources import Found

_TABLES = """
CREATE TABLE IF NOT EXISTS file (
    path BLOB PRIMARY KEY, stamp TEXT, seen INTEGER, digest TEXT, size INTEGER, people TEXT, person TEXT,
    part INTEGER, folded TEXT, folded_person TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS file_of_part ON file (part, person, path);
CREATE TABLE IF NOT EXISTS part (number INTEGER PRIMARY KEY, name TEXT, digest TEXT);
CREATE TABLE IF NOT EXISTS stale (person TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT);
"""
_VERSION = "3"
PEOPLE_OF_PART = 512
USUAL_SIZE = 32_768  # bytes that one person has in all; who has more counts as several
_FEW, _MORE_PEOPLE = 1024, 8192  # parts, and people of each beyond so many


class Index:
    """The index; it is one file, which is thrown away when this version cannot read it."""

    def __init__(self, file: Path) -> None:
        try:
            self._open(file)
        except sqlite3.DatabaseError:
            self.close()
            file.unlink()
            self._open(file)

    def _open(self, file: Path) -> None:
        self._base = sqlite3.connect(file)
        # after a power cut the index may be gone, and everything is folded again
        self._base.executescript(f"PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=OFF; {_TABLES}")
        self._base.create_function("number_of", 1, _number_of, deterministic=True)
        if self._setting("version") not in ("", _VERSION):
            raise sqlite3.DatabaseError("written by another version")
        self._set("version", _VERSION)

    def close(self) -> None:
        self._base.close()

    def save(self) -> None:
        """Keep what was learnt until now, whatever happens next."""
        self._base.commit()

    def see(self, files: Iterable[Found]) -> int:
        """Note all files that are there, forget all others, and return how many there are."""
        run = int(self._setting("run") or 0) + 1
        self._set("run", str(run))
        self._base.executemany(
            "INSERT INTO file (path, stamp, seen) VALUES (?1, ?2, ?3) ON CONFLICT (path) DO UPDATE SET "
            "seen = ?3, digest = CASE WHEN stamp = ?2 AND ?2 != '' THEN digest END, stamp = ?2",
            ((one.path, one.stamp, run) for one in files),
        )
        self._base.execute(
            "INSERT OR IGNORE INTO stale SELECT folded_person FROM file WHERE seen < ? AND folded NOTNULL",
            (run,),
        )
        self._base.execute("DELETE FROM file WHERE seen < ?", (run,))
        return self._count("SELECT count(*) FROM file")

    def look_under(self, context: str) -> None:
        """Forget who is in files where that depends on what they are compared with, and this has changed."""
        if self._setting("looked") != context:
            self._base.execute("UPDATE file SET digest = NULL WHERE people = '' OR people LIKE '% %'")
            self._set("looked", context)

    def to_look_at(self, size: int) -> Iterator[list[bytes]]:
        """Yield the files that are new or changed, so many at a time."""
        last = b""
        while True:
            rows = self._base.execute(
                "SELECT path FROM file WHERE digest IS NULL AND path > ? ORDER BY path LIMIT ?", (last, size)
            ).fetchall()
            if not rows:
                return
            last = rows[-1][0]
            yield [path for (path,) in rows]

    def unseen(self) -> int:
        """Return how many files are still to look at."""
        return self._count("SELECT count(*) FROM file WHERE digest IS NULL")

    def learn(self, looks: Iterable[Look]) -> None:
        """Note who is in files."""
        self._base.executemany(
            "UPDATE file SET digest = ?, size = ?, people = ?, stamp = CASE WHEN ? THEN stamp ELSE '' END "
            "WHERE path = ?",
            ((one.digest, one.size, " ".join(one.pseudonyms), one.can_be_trusted, one.path) for one in looks),
        )

    def sort_to_people(self, context: str) -> int:
        """Say of every file whose it is and in which part; return how many parts there are.

        `context`: what else the rows depend on; where it has changed, nothing is kept.
        """
        several = self._base.execute("SELECT DISTINCT people FROM file WHERE people LIKE '% %'")
        people = People(names.split() for (names,) in several)
        self._base.create_function("name_of", 2, lambda path, names: _person(people, path, names))
        people_named = self._count("SELECT count(DISTINCT people) FROM file WHERE people != ''")
        bytes_read = self._count("SELECT coalesce(sum(size), 0) FROM file")
        parts = _parts_of(max(people_named, bytes_read // USUAL_SIZE))
        self._keep_only_under(f"{context} {parts}")
        self._base.execute(
            "INSERT OR IGNORE INTO stale SELECT folded_person FROM file "
            "WHERE folded NOTNULL AND (folded != digest OR folded_person != name_of(path, people))"
        )
        self._base.execute(
            "UPDATE file SET person = name_of(path, people), part = number_of(name_of(path, people)) % ?1 "
            "WHERE person IS NOT name_of(path, people) OR part IS NOT number_of(person) % ?1",
            (parts,),
        )
        self.save()
        return parts

    def files_of(self, part: int) -> tuple[Known, ...]:
        """Return the files of a part, person by person."""
        rows = self._base.execute(
            "SELECT path, person, digest FROM file WHERE part = ? ORDER BY person, path", (part,)
        )
        return tuple(Known(*row) for row in rows)

    def stale_in(self, part: int) -> frozenset[str]:
        """Return the people of a part of whom something has changed."""
        rows = self._base.execute(
            "SELECT DISTINCT person FROM file WHERE part = ? AND (folded IS NULL OR folded != digest "
            "OR folded_person != person OR person IN (SELECT person FROM stale))",
            (part,),
        )
        return frozenset(person for (person,) in rows)

    def part(self, number: int) -> tuple[str, str]:
        """Return which tables hold the rows of a part now, and their digest; empty if none."""
        found = self._base.execute("SELECT name, digest FROM part WHERE number = ?", (number,)).fetchone()
        return found or ("", "")

    def finish(self, number: int, name: str, digest: str, is_settled: bool) -> None:
        """Note that a part is folded; one that is not settled is folded anew in the next run."""
        self._base.execute("INSERT OR REPLACE INTO part VALUES (?, ?, ?)", (number, name, digest))
        self._base.execute(
            "DELETE FROM stale WHERE person IN (SELECT person FROM file WHERE part = ?)", (number,)
        )
        self._base.execute(
            "UPDATE file SET folded = CASE WHEN ? THEN digest END, folded_person = person WHERE part = ?",
            (is_settled, number),
        )
        self.save()

    def _keep_only_under(self, context: str) -> None:
        if self._setting("context") != context:
            self._base.execute("DELETE FROM part")
            self._base.execute("DELETE FROM stale")
            self._base.execute("UPDATE file SET folded = NULL, folded_person = NULL")
            self._set("context", context)

    def _count(self, query: str) -> int:
        return int(self._base.execute(query).fetchone()[0])

    def _setting(self, name: str) -> str:
        found = self._base.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return str(found[0]) if found else ""

    def _set(self, name: str, value: str) -> None:
        self._base.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))


def _person(people: People, path: bytes, names: str) -> str:
    """Return whose a file is; one that names no one is on its own."""
    return people.name(names.partition(" ")[0]) if names else f"?{path.hex()}"


def _parts_of(people: int) -> int:
    """Return a power of two, so that few people more or less change nothing."""
    parts = 1
    while parts * (PEOPLE_OF_PART if parts < _FEW else _MORE_PEOPLE) < people:
        parts *= 2
    return parts


def _number_of(person: str) -> int:
    return int.from_bytes(sha256(person.encode()).digest()[:4])
