"""What readers of other formats return: questions whose texts are in our Markdown, and what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from course.source import Span


@dataclass(frozen=True)
class Answer:
    """An option of a choice."""

    text: str
    is_key: bool = False
    feedback: str = ""


@dataclass(frozen=True)
class Choice:
    """Pick one answer, or all that fit."""

    answers: tuple[Answer, ...]
    many: bool = False


@dataclass(frozen=True)
class Pairs:
    """Give each left side its right side; `spare` right sides belong to nothing."""

    pairs: tuple[tuple[str, str], ...]
    spare: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ordering:
    """Steps in their right order."""

    steps: tuple[str, ...]
    feedback: str = ""


Task = Choice | Pairs | Ordering


@dataclass(frozen=True)
class Question:
    """A question that can become an item.

    `changes` says what is different here; `fields` holds what only an item of this course has,
    such as `competencies`, where the file has it.
    """

    name: str
    prompt: str
    task: Task
    span: Span
    explanation: str = ""
    tags: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class LeftOut:
    """A question that cannot become an item, with the reason and its words."""

    name: str
    kind: str
    reason: str
    text: str
    span: Span


Entry = Question | LeftOut


@dataclass(frozen=True)
class Group:
    """Questions that the file keeps together, below one title; empty where it names none."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Imported:
    """All that was in a file: its questions, and its images by the names they get here."""

    groups: tuple[Group, ...]
    images: Mapping[str, bytes] = field(default_factory=dict)

    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for group in self.groups for entry in group.entries)
