"""Where records come from: files, folders, patterns, and addresses that fsspec knows, such as s3://bucket/folder.

Nothing here waits for ever: what is no regular file is named and not opened, and links to folders are not
followed.
"""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from course.gathering.bounded import content_of
from course.gathering.extras import how_to_install
from course.gathering.out_folder import MARK
from course.gathering.wrong_use import WrongUseError
from course.records import refusals
from course.records.json_text import LARGEST_FILE
from course.records.refusals import Refusal

ENDING = ".json"
# what file systems name that changes with the content of a file
_DATES = frozenset(("created", "modified", "mtime", "last-modified", "lastmodified", "last_modified"))
_SUMS = frozenset(("etag", "md5", "content-md5", "content_md5", "checksum", "digest", "generation"))
_TICK = 2_000_000_000  # nanoseconds; some disks note the time of a change no finer than this


class Found(NamedTuple):
    """A file that was found. `stamp` changes when the file does; empty where that cannot be relied on."""

    path: bytes
    stamp: str


def find(names: Iterable[str], now_ns: int) -> Iterator[Found]:
    """Yield every file of what was named, and of folders, also inner ones, what ends in .json."""
    for name in names:
        if is_address(name):
            yield from _at_address(name)
        elif os.path.isdir(name):
            yield from _in_folder(os.path.normpath(name), now_ns)
        elif os.path.lexists(name):
            yield _found(os.path.normpath(name), now_ns)
        else:
            matches = sorted(glob.iglob(name, recursive=True)) if glob.has_magic(name) else []
            if not matches:
                raise WrongUseError(f"{shown(os.fsencode(name))} cannot be opened: there is no such file")
            for match in matches:
                yield from _in_folder(match, now_ns) if _is_folder(match) else [_found(match, now_ns)]


def is_address(name: str) -> bool:
    """Say whether a name is an address of another file system."""
    return "://" in name


def read(path: bytes, folder: str) -> bytes | Refusal:
    """Return what a file holds, or why it is refused. `folder`: from where its path leads to it."""
    name = os.fsdecode(path)
    return _read_address(name) if is_address(name) else content_of(os.path.join(folder, name), LARGEST_FILE)


def digest_of(content: bytes | Refusal) -> str:
    """Return what tells one content from another."""
    if isinstance(content, Refusal):
        return f"refused {content.code} {content.message}"
    return sha256(content).hexdigest()


def shown(path: bytes) -> str:
    """Return the name of a file as text: what cannot be shown is written out, so that nothing acts on it."""
    text = os.fsdecode(path)
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else _written_out(sign) for sign in text)


def _written_out(sign: str) -> str:
    return f"\\x{ord(sign) - 0xDC00:02x}" if "\udc80" <= sign <= "\udcff" else repr(sign)[1:-1]


def _is_folder(name: str) -> bool:
    return os.path.isdir(name) and not name.endswith(ENDING)


def _in_folder(folder: str, now_ns: int) -> Iterator[Found]:
    try:
        with os.scandir(folder) as entries:
            inner = []
            for entry in entries:
                if entry.name.endswith(ENDING):
                    yield _found(entry.path, now_ns)
                elif entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
                    inner.append(entry.path)
    except OSError as error:
        raise WrongUseError(f"{shown(os.fsencode(folder))} cannot be opened: {error.strerror}") from None
    for one in sorted(inner):
        # the results of a cohort are no records
        if not os.path.exists(os.path.join(one, MARK)):
            yield from _in_folder(one, now_ns)


def _found(name: str, now_ns: int) -> Found:
    try:
        seen = os.stat(name)
    except (OSError, ValueError):
        return Found(os.fsencode(name), "")
    is_settled = stat.S_ISREG(seen.st_mode) and max(seen.st_mtime_ns, seen.st_ctime_ns) < now_ns - _TICK
    stamp = f"{seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_ino}" if is_settled else ""
    return Found(os.fsencode(name), stamp)


def _system(name: str) -> tuple[Any, str]:
    if step := how_to_install("fsspec"):
        raise WrongUseError(f"{name} is an address, and to read it fsspec is needed; {step}")
    import fsspec

    try:
        system, path = fsspec.core.url_to_fs(name)
    except (ImportError, ValueError) as error:
        raise WrongUseError(f"{name} cannot be opened: {error}") from None
    return system, path


def _at_address(name: str) -> Iterator[Found]:
    system, path = _system(name)
    try:
        if glob.has_magic(path):
            found = system.glob(path)
        elif system.isdir(path):
            found = [one for one in system.find(path) if one.endswith(ENDING)]
        else:
            found = [path]
    except Exception as error:
        # each file system has errors of its own
        raise WrongUseError(f"{name} cannot be opened: {error}") from None
    for one in sorted(found):
        yield Found(os.fsencode(system.unstrip_protocol(one)), _stamp(system, one))


def _stamp(system: Any, path: str) -> str:
    """Return what changes with a file; a size alone does not say that it has not."""
    try:
        found: Mapping[str, object] = system.info(path)
    except Exception:
        return ""  # each file system has errors of its own, and reading will say which
    known = {name: found[name] for name in sorted(found) if name.lower() in _DATES | _SUMS and found[name]}
    return f"{found.get('size')} {known}" if known else ""


def _read_address(name: str) -> bytes | Refusal:
    try:
        system, path = _system(name)
        with system.open(path, "rb") as file:
            content: bytes = file.read(LARGEST_FILE + 1)
    except Exception as error:
        return refusals.unreadable(str(error) or type(error).__name__)
    return refusals.too_large(LARGEST_FILE) if len(content) > LARGEST_FILE else content
