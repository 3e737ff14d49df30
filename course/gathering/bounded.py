"""Reading one file that may be anything: regular files only, of a bounded size, without ever waiting."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from course.records import refusals
from course.records.refusals import Refusal

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def content_of(path: str | Path, limit: int) -> bytes | Refusal:
    """Return the bytes of a file of up to `limit` bytes, or why it is refused.

    A link to a regular file is followed. A pipe is opened without blocking, and not read.
    """
    try:
        opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            return _content(opened, limit)
        finally:
            os.close(opened)
    except OSError as error:
        if error.errno == errno.ENXIO and path.is_socket():  # which cannot be opened at all
            return refusals.no_regular_file(_kind(stat.S_IFSOCK))
        return refusals.unreadable(error.strerror or "it cannot be opened")


def _content(opened: int, limit: int) -> bytes | Refusal:
    before = os.fstat(opened)
    if not stat.S_ISREG(before.st_mode):
        return refusals.no_regular_file(_kind(before.st_mode))
    if before.st_size > limit:
        return refusals.too_large(limit)
    content = _read(opened, before.st_size, limit)
    after = os.fstat(opened)
    if len(content) > limit:
        return refusals.too_large(limit)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        return refusals.changed_meanwhile()
    return content


def _read(opened: int, size: int, limit: int) -> bytes:
    """Read to the end, or a little over the limit; fewer bytes than were asked for say where the end is."""
    pieces, length = [], 0
    while length <= limit:
        wanted = max(size - length, 0) + 1
        piece = os.read(opened, wanted)
        pieces.append(piece)
        length += len(piece)
        if len(piece) < wanted:
            break
    return b"".join(pieces)


def _kind(mode: int) -> str:
    return next((words for is_of, words in _KINDS if is_of(mode)), "no regular file")
