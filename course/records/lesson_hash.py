"""The hash of a lesson: it changes when its words do."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from course.model.prose import Prose
from course.model.units import (
    Block,
    Box,
    ConfidencePlace,
    ExercisePlace,
    Heading,
    Lesson,
    QuestionPlace,
    QuizPlace,
    walk,
)


def lesson_hash(lesson: Lesson) -> str:
    """Return `sha256:…` over the words of a lesson; white space, emphasis and links do not count."""
    words = "\n".join((lesson.title, *_words(lesson.blocks)))
    return f"sha256:{sha256(' '.join(words.split()).encode('utf-8')).hexdigest()}"


def _words(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in walk(blocks):
        match block:
            case Heading():
                yield block.text
            case Prose():
                yield block.plain
            case Box():
                yield block.title
            case QuizPlace():
                yield block.bank.id
            case ExercisePlace():
                yield block.exercise.id
            case QuestionPlace() | ConfidencePlace():
                pass  # where a question of the lesson's bank is placed changes no words
