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
from itertools import chain
from typing import Any, NamedTuple

from course.gathering.bounded import content_of
from course.gathering.extras import how_to_install
from course.gathering.folders import entries, is_inner
from course.gathering.names import is_json, shown
from course.gathering.passed_over import PassedOver
from course.gathering.patterns import matching
from course.gathering.wrong_use import WrongUseError
from course.records import refusals
from course.records.json_text import LARGEST_FILE
from course.records.refusals import Refusal

# what file systems name that changes with the content of a file
_DATES = frozenset(("created", "modified", "mtime", "last-modified", "lastmodified", "last_modified"))
_SUMS = frozenset(("etag", "md5", "content-md5", "content_md5", "checksum", "digest", "generation"))
# what fsspec needs beside itself and what comes with `[cluster]`
_PACKAGES = {
    "s3": "s3fs",
    "s3a": "s3fs",
    "gs": "gcsfs",
    "gcs": "gcsfs",
    "az": "adlfs",
    "abfs": "adlfs",
    "abfss": "adlfs",
    "adl": "adlfs",
    "http": '"imr-trainer-course[cluster]"',
    "https": '"imr-trainer-course[cluster]"',
}
_TICK = 2_000_000_000  # nanoseconds; some disks note the time of a change no finer than this


class Found(NamedTuple):
    """A file that was found. `stamp` changes when the file does; empty where that cannot be relied on."""

    path: bytes
    stamp: str


def find(names: Iterable[str], now_ns: int, passed: PassedOver) -> Iterator[Found]:
    """Return every file of what was named, and of folders, also inner ones, what ends in .json.

    Raise WrongUseError at once where a name leads nowhere.
    """
    return chain.from_iterable([_found_by(name, now_ns, passed) for name in names])


def _found_by(name: str, now_ns: int, passed: PassedOver) -> Iterable[Found]:
    if is_address(name):
        return _at_address(name)
    if os.path.isdir(name):
        return in_folder(name, now_ns, passed)
    if os.path.lexists(name):
        return [_found(os.path.normpath(name), now_ns)]
    if glob.has_magic(name) and (matches := matching(name, passed)):
        return chain.from_iterable(
            in_folder(one, now_ns, passed) if _is_folder(one) else [_found(os.path.normpath(one), now_ns)]
            for one in matches
        )
    step = str(passed) or "look at how it is written; a pattern such as 'records/*.json' stands in quotes"
    raise WrongUseError(f"{shown(name)} cannot be opened: there is no such file or folder", step)


def in_folder(folder: str, now_ns: int, passed: PassedOver) -> Iterator[Found]:
    """Yield the files of a folder that end in .json, and then those of inner folders."""
    waiting = [os.path.normpath(folder)]
    while waiting:
        inner = []
        for entry in entries(waiting.pop()):
            if is_json(entry.name):
                yield _found(entry.path, now_ns)
            elif is_inner(entry) and not passed.passes(entry.path):
                inner.append(entry.path)
        waiting += sorted(inner, reverse=True)


def _is_folder(name: str) -> bool:
    return os.path.isdir(name) and not is_json(name)


def some(files: Iterator[Found], passed: PassedOver) -> Iterator[Found]:
    """Return the files, of which there must be one."""
    first = next(files, None)
    if first is None:
        step = str(passed) or "name a folder that holds exported records, or the files themselves"
        raise WrongUseError("there is no file that ends in .json where you said", step)
    return chain([first], files)


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
        raise WrongUseError(f"{name} is an address, and to read it fsspec is needed", step)
    import fsspec

    try:
        system, path = fsspec.core.url_to_fs(name)
    except ImportError as error:
        package = _PACKAGES.get(name.partition("://")[0])
        step = f"install it with `pip install {package}`" if package else str(error)
        raise WrongUseError(
            f"{name} cannot be opened: {package or 'a package'} is needed for it", step
        ) from None
    except ValueError as error:
        step = "name a folder, or an address of a kind that fsspec knows, such as s3:// or https://"
        raise WrongUseError(f"{name} cannot be opened: {error}", step) from None
    return system, path


def _at_address(name: str) -> Iterator[Found]:
    system, path = _system(name)
    try:
        if glob.has_magic(path):
            found = system.glob(path)
        elif system.isdir(path):
            found = [one for one in system.find(path) if is_json(one)]
        else:
            found = [path]
    except Exception as error:
        # each file system has errors of its own
        step = "look at the address, and whether this machine may read there"
        raise WrongUseError(f"{name} cannot be opened: {error}", step) from None
    return (Found(os.fsencode(system.unstrip_protocol(one)), _stamp(system, one)) for one in sorted(found))


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
