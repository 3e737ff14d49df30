"""Lessons: none is harder to read than the course means to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.lint.flaw import Flaw
from course.lint.vocabulary import language
from course.model.course import Course
from course.model.prose import Prose
from course.model.units import Lesson

FEWEST_WORDS = 100

# A sentence ends where its mark stands before a space, and where its paragraph, entry or cell ends.
_SENTENCE = re.compile(
    r"[.!?…](?:&quot;|[”’)])*(?:</(?:em|strong)>)?\s(?!\s*<)|</(?:p|li|td|th|dd|dt)>(?:\s*</[a-z]+>)*"
)
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^aeiouyl]|[aeiouy]l)es?$|[^aeiouydt]ed$")


def hard_to_read(course: Course) -> Iterator[Flaw]:
    """Find lessons whose reading grade is above the `reading_grade` of the course.

    The grade is that of Flesch and Kincaid: 0.39 × words per sentence + 11.8 × syllables per word − 15.59
    (Kincaid, Fishburne, Rogers and Chissom 1975, Research Branch Report 8-75, Naval Technical Training
    Command); it stands for years of school in the United States.
    Words and sentences of a lesson are counted without its headings, and a table cell as a sentence;
    syllables are guessed from groups of vowels, so a grade may be off by half a year.
    It sees long sentences and long words, not hard thoughts.
    It is for English only, and for lessons of at least a hundred words.
    """
    limit = course.outline.reading_grade
    if not limit or language(course) != "en":
        return
    for lesson in course.lessons_by_path.values():
        words, sentences, syllables = _counts(lesson)
        if words < FEWEST_WORDS:
            continue
        grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59
        if grade > limit:
            means = f"{words / sentences:.1f} words a sentence, {syllables / words:.2f} syllables a word"
            message = f"`{lesson.id}` reads at grade {grade:.1f}, and {limit} is the limit ({means})"
            step = "cut its longest sentences in two, and find shorter words"
            yield Flaw(message, lesson.span, step, (lesson,))


def _counts(lesson: Lesson) -> tuple[int, int, int]:
    words = sentences = syllables = 0
    for prose in lesson.prose():
        words += len(prose.words)
        sentences += _sentences(prose)
        syllables += sum(map(_SYLLABLES.__getitem__, prose.words))
    return words, sentences, syllables


def _sentences(prose: Prose) -> int:
    """Count sentences; a text without paragraphs is one line."""
    html = "".join(piece if isinstance(piece, str) else " " for piece in prose.pieces)
    return len(_SENTENCE.findall(html)) + (bool(prose.plain) and not html.rstrip().endswith(">"))


class _Syllables(dict[str, int]):
    """How many syllables a word has, filled as words come."""

    def __missing__(self, word: str) -> int:
        parts = (_SILENT.sub(r"", part) or part for part in re.split(r"['-]", word))
        self[word] = sum(max(1, len(_VOWELS.findall(part))) for part in parts if len(part) > 1) or 1
        return self[word]


_SYLLABLES = _Syllables()
