"""Patterns such as `records/*/2026-*.json`; what is passed over in a named folder is passed over here too."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from itertools import takewhile
from pathlib import Path

from course.gathering.folders import entries, is_inner
from course.gathering.names import is_json
from course.gathering.passed_over import PassedOver


def matching(pattern: str, passed: PassedOver) -> list[str]:
    """Return the files and folders that a pattern matches, in order; `**` is any number of folders."""
    parts = Path(pattern).parts
    before = [*takewhile(lambda part: not glob.has_magic(part), parts)]
    return sorted({*_matching(str(Path(*before)), parts[len(before) :], passed)})


def _matching(place: str, parts: Sequence[str], passed: PassedOver) -> Iterator[str]:
    if not parts:
        yield place
    elif not glob.has_magic(parts[0]):
        inside = os.path.join(place, parts[0])
        if os.path.lexists(inside):
            yield from _matching(inside, parts[1:], passed)
    elif os.path.isdir(place):
        yield from (_below if parts[0] == "**" else _in)(place, parts, passed)


def _below(place: str, parts: Sequence[str], passed: PassedOver) -> Iterator[str]:
    """Yield what matches the other parts in a folder and those below; without other parts, the folder."""
    waiting = [place]
    while waiting:
        folder = waiting.pop()
        yield from _matching(folder, parts[1:], passed)
        if parts[1:]:
            inner = (one.path for one in entries(folder) if is_inner(one) and not is_json(one.name))
            waiting += [one for one in inner if not passed.passes(one)]


def _in(place: str, parts: Sequence[str], passed: PassedOver) -> Iterator[str]:
    first, *others = parts
    is_hidden_asked = first.startswith(".")
    for entry in entries(place):
        if not fnmatchcase(entry.name, first):
            continue
        if is_inner(entry) and (others or not is_json(entry.name)):
            if not passed.passes(entry.path, is_hidden_asked):
                yield from _matching(entry.path, others, passed)
        # of hidden files, only those that are read in a named folder too
        elif not others and (is_hidden_asked or is_json(entry.name) or not entry.name.startswith(".")):
            yield entry.path
