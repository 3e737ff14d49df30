"""The disk: reading what authors wrote, writing what changed, and putting a finished site in place."""

from __future__ import annotations

import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from course.diagnostics import Diagnostic, Report, Severity
from course.diagnostics.common import control_character, empty_file
from course.source import Source, Span, bad_character

if sys.platform != "win32":
    import fcntl

LARGEST_TEXT = 1_000_000
LARGEST_IMAGE = 2_000_000
LFS_POINTER = b"version https://git-lfs.github.com/spec/v1"
_BOM = "\ufeff"
_CONFLICT = re.compile(r"^[ \t]*(?:<{7} .+|>{7} .+|\|{7} .+|<{7}$|>{7}$)", re.MULTILINE)


def list_files(root: Path, folder: str) -> Iterator[str]:
    """Yield the files below a folder as sorted paths from the root, hidden ones left out."""
    for base, folders, names in os.walk(root / folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith((".", "~")):
                yield (Path(base) / name).relative_to(root).as_posix()


def as_written(root: Path, path: str) -> str:
    """Return a path as the disk has it, where letters may be composed otherwise; empty without a file."""
    if (root / path).is_file():
        return path
    written = PurePosixPath()
    for part in PurePosixPath(path).parts:
        names = [one.name for one in (root / written).iterdir()] if (root / written).is_dir() else []
        found = next((name for name in sorted(names) if _composed(name) == _composed(part)), None)
        if found is None:
            return ""
        written /= found
    return str(written) if (root / written).is_file() else ""


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def read_text(root: Path, path: str, report: Report) -> Source | None:
    """Read an author's text file; None after a finding that leaves nothing to read."""
    content = _read(root, path, LARGEST_TEXT, report)
    if content is None:
        return None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = Source(path, content[: error.start].decode("utf-8"))
        report(not_utf8(Span(before, len(before.text), len(before.text))))
        return None
    source = Source(_composed(path), text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n"))
    if text.startswith(_BOM):
        report(byte_order_mark(source.top()))
    if "\r" in text:
        report(windows_line_endings(source.top()))
    if not source.text.strip():
        report(empty_file(source.top()))
        return None
    if source.text.startswith(LFS_POINTER.decode()):
        report(lfs_pointer(path, source.top()))
        return None
    if found := _CONFLICT.search(source.text):
        report(conflict_marker(Span(source, found.start(), found.end())))
        return None
    if found := bad_character(source.text):
        report(control_character(found.group(), Span(source, found.start(), found.end())))
        return None
    return source


def read_image(root: Path, path: str, report: Report) -> bytes:
    """Read an image that a lesson shows; empty after a finding."""
    content = _read(root, path, LARGEST_IMAGE, report)
    if content == b"":
        report(empty_file(Source(path, "").top()))
    if content and content.startswith(LFS_POINTER):
        report(lfs_pointer(path, Source(path, "").top()))
        return b""
    return content or b""


def _read(root: Path, path: str, limit: int, report: Report) -> bytes | None:
    top = Source(path, "").top()
    try:
        real = (root / path).resolve(strict=True)
        if not real.is_relative_to(root.resolve()):
            report(link_leaves_course(path, top))
        elif not real.is_file():
            report(unreadable_file("it is no ordinary file", top))
        elif real.stat().st_size > limit:
            report(file_too_large(real.stat().st_size, limit, top))
        else:
            return real.read_bytes()
    except (OSError, RuntimeError) as error:  # a link to itself is a RuntimeError before Python 3.13
        if (root / path).is_symlink():
            report(broken_file_link(path, top))
        else:
            report(unreadable_file(getattr(error, "strerror", "") or "it cannot be opened", top))
    return None


def content_of(path: Path) -> bytes | None:
    """Return what is in a file; None where there is none that can be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def write_changed(root: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Make a folder hold exactly these files, touching only those that differ; return how many did."""
    root.mkdir(parents=True, exist_ok=True)
    changed, written = 0, set()
    for path, content in files:
        written.add(path)
        changed += _write_if_changed(root / path, content)
    for path in [path for path in list_files(root, "") if path not in written]:
        (root / path).unlink()
        changed += 1
    for base, _, _ in os.walk(root, topdown=False):
        if Path(base) != root and not any(Path(base).iterdir()):
            Path(base).rmdir()
    return changed


def _write_if_changed(path: Path, content: bytes) -> bool:
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    replace(path, content)
    return True


def replace(path: Path, content: bytes) -> None:
    """Put a new file at a path, in one act.

    A file that was there, and may be a link or have another name elsewhere, is never written into.
    """
    waiting = path.with_name(path.name + "~")
    waiting.unlink(missing_ok=True)
    with waiting.open("xb") as file:
        file.write(content)
    waiting.replace(path)


def is_inside(path: str) -> bool:
    """Say whether a path from the root stays below it."""
    return not PurePosixPath(path).is_absolute() and ".." not in PurePosixPath(path).parts


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no one else works in a folder, and keep others waiting while inside.

    Where the system has no such lock, no one waits.
    """
    folder.mkdir(parents=True, exist_ok=True)
    # the lock may be another name of a file that matters, so it is never emptied
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    with open(os.open(folder / "lock", flags, 0o666), "rb") as lock:
        if sys.platform != "win32":
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def remove_folder(folder: Path) -> None:
    """Remove a folder with what is in it, if it exists. Raises OSError."""
    if folder.exists():
        shutil.rmtree(folder)


def not_utf8(span: Span) -> Diagnostic:
    """A file is not saved as UTF-8, so letters with accents would come out wrong."""
    return Diagnostic(
        "not-utf8",
        "from here on this file is not UTF-8",
        span,
        "save it in your editor with the encoding UTF-8",
    )


def byte_order_mark(span: Span) -> Diagnostic:
    """A file starts with an invisible mark that some editors on Windows add."""
    return Diagnostic(
        "byte-order-mark",
        "this file starts with an invisible byte order mark",
        span,
        "save it as UTF-8 without BOM",
        Severity.WARNING,
    )


def windows_line_endings(span: Span) -> Diagnostic:
    """A file has Windows line endings, which make every line differ for colleagues who use others."""
    return Diagnostic(
        "windows-line-endings",
        "this file has Windows line endings",
        span,
        "save it with line endings LF",
        Severity.WARNING,
    )


def file_too_large(size: int, limit: int, span: Span) -> Diagnostic:
    """A file is far larger than a lesson, a bank or an image can sensibly be."""
    return Diagnostic(
        "file-too-large",
        f"this file has {size:,} bytes; the limit is {limit:,}",
        span,
        "save the image smaller" if limit == LARGEST_IMAGE else "split it into several files",
    )


def link_leaves_course(path: str, span: Span) -> Diagnostic:
    """A file is a link to a place outside the course, so no one else would have it."""
    return Diagnostic(
        "link-leaves-course",
        f"`{path}` is a link to a place outside the course",
        span,
        "copy the file itself here",
    )


def lfs_pointer(path: str, span: Span) -> Diagnostic:
    """A file holds only a pointer of Git LFS, because its real content was not fetched."""
    return Diagnostic(
        "lfs-pointer",
        f"`{path}` is a pointer of Git LFS and not the file itself",
        span,
        "fetch the file with `git lfs pull`",
    )


def conflict_marker(span: Span) -> Diagnostic:
    """A file holds the lines by which git marks two versions that it could not merge."""
    return Diagnostic(
        "conflict-marker",
        "from here on git has left two versions of this text",
        span,
        "keep what is right of both, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`",
    )


def broken_file_link(path: str, span: Span) -> Diagnostic:
    """A file is a link to a file that is not there, or to itself."""
    return Diagnostic(
        "broken-file-link",
        f"`{path}` is a link to a file that is not there",
        span,
        "put the file itself here, or delete the link",
    )


def unreadable_file(reason: str, span: Span) -> Diagnostic:
    """A file is there but cannot be opened."""
    return Diagnostic(
        "unreadable-file",
        f"this file cannot be read: {reason}",
        span,
        "save it again as a file that you may read",
    )
