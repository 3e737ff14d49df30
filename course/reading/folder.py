"""The folders of a course, and the findings that reading them collects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from course import files
from course.cache import NoCache, key_of
from course.diagnostics import Diagnostic
from course.reading.ignored_files import ignored_files
from course.reading.natural_order import natural
from course.reading.read_cache import ReadCache, StoredReadCache
from course.source import Source, Text
from course.yaml_reader import Mapping, read_list, read_mapping

Value = TypeVar("Value")


@dataclass
class Folder:
    """The roots of a course: its own folder and, over it, that of the organisation that hosts it."""

    roots: tuple[Path, ...]
    cache: ReadCache = field(default_factory=lambda: StoredReadCache(NoCache()))
    findings: list[Diagnostic] = field(default_factory=list)
    is_whole: bool = True
    _is_file_missing: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        for finding in ignored_files(self.roots[-1], is_host=len(self.roots) > 1):
            self.report(finding)
            # it is most likely the one that would be missed
            self._is_file_missing = self._is_file_missing or finding.is_error

    def report(self, finding: Diagnostic) -> None:
        self.findings.append(finding)

    def sources(self, below: str, ending: str) -> Iterator[Source]:
        """Yield the text files below a folder, in the order in which people count their names."""
        for root in self.roots:
            paths = (path for path in files.list_files(root, below) if path.endswith(ending))
            for path in sorted(paths, key=natural):
                if self._is_taken(root, path):
                    self.is_whole = False
                elif source := self._text(root, path):
                    yield source

    def once(self, source: Source, read: Callable[[Source, Folder], Value]) -> Value:
        """Read a file, or recall what was read from the same text; what has findings is read each time."""
        key = key_of("read", read.__qualname__, source.path, source.text, str(source.is_shipped))
        recalled: Value | None = self.cache.recall(key, source)
        if recalled is not None:
            return recalled
        before = len(self.findings)
        read_now = read(source, self)
        if read_now is not None and len(self.findings) == before:
            self.cache.keep(key, read_now)
        return read_now

    def mapping(self, path: str, *, is_needed: bool = False) -> Mapping | None:
        """Read a YAML file that holds one mapping, and that one root has."""
        return next(self.mappings(path, is_needed=is_needed), None)

    def mappings(self, path: str, *, is_needed: bool = False) -> Iterator[Mapping]:
        """Read a YAML file that holds one mapping, of each root that has it: what a host writes is added."""
        for source in self._named(path, is_needed):
            found = read_mapping(source.whole(), self.report)
            self.is_whole = self.is_whole and found is not None
            if found is not None:
                yield found

    def close(self, fields: Mapping) -> None:
        """Close the fields of a file; when a list in it was lost, the course is not whole."""
        fields.close()
        self.is_whole = self.is_whole and fields.is_whole

    def entries(self, path: str) -> Iterator[Mapping]:
        """Read a YAML file that holds a list, of each root that has it, closing each entry after its use."""
        for source in self._named(path, is_needed=False):
            yield from self.entries_of(source)

    def entries_of(self, source: Source) -> Iterator[Mapping]:
        """Read a text that holds a list, closing each entry after its use."""
        before = len(self.findings)
        entries = read_list(source.whole(), self.report)
        self.is_whole = self.is_whole and len(self.findings) == before
        for entry in entries:
            yield entry
            self.close(entry)

    def images(self, paths: Iterable[str]) -> dict[str, bytes]:
        """Read the images that are shown: empty after a finding, and left out where there is none."""
        found: dict[str, bytes] = {}
        for path in sorted(filter(files.is_inside, paths)):
            for root in self.roots:
                written = files.as_written(root, path)
                if written and not self._is_taken(root, written):
                    found[path] = files.read_image(root, written, self.report)
        return found

    def other_files(self, found: dict[str, bytes], shown: Iterable[str]) -> tuple[str, ...]:
        """Return what else is in `content/`, where an image that is shown was not found."""
        if all(path in found for path in shown):
            return ()
        paths = {path for root in self.roots for path in files.list_files(root, "content")}
        return tuple(sorted(paths - found.keys()))

    def _is_taken(self, root: Path, path: str) -> bool:
        """Report a file of a host in the place of one that came with the course, which stays as it is."""
        is_taken = any((earlier / path).is_file() for earlier in self.roots[: self.roots.index(root)])
        if is_taken:
            self.report(taken_path(path))
        return is_taken

    def _named(self, path: str, is_needed: bool) -> Iterator[Source]:
        """Yield the file of that path in each root that has it, the shipped one first."""
        having = [root for root in self.roots if (root / path).is_file() or (root / path).is_symlink()]
        if is_needed and not having:
            if not self._is_file_missing:  # a folder that is no course lacks all of them
                self.report(missing_file(path))
            self._is_file_missing = True
            self.is_whole = False
        for root in having:
            if source := self._text(root, path):
                yield source

    def _text(self, root: Path, path: str) -> Source | None:
        source = files.read_text(root, path, self.report)
        self.is_whole = self.is_whole and source is not None
        if source and root != self.roots[-1]:
            return replace(source, is_shipped=True)
        return source


def taken_path(path: str) -> Diagnostic:
    """A host has a lesson, a bank or an image in the place of one that came with the course.

    What comes with the course is never replaced, because its next version could not be told from it.
    """
    return Diagnostic(
        "taken-path",
        f"`{path}` has the place of a file that comes with the course",
        Source(path, "").top(),
        "give it another name, and change what points to it",
    )


def value(text: Text | None) -> str:
    """Return the words of a text that may be missing."""
    return text.value if text else ""


def missing_file(path: str) -> Diagnostic:
    """A course lacks a file that every course has."""
    return Diagnostic(
        "missing-file",
        f"`{path}` is not there",
        Source(path, "").top(),
        "go to the folder of a course, or begin one with `course init my-course`",
    )
