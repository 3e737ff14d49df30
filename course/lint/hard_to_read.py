"""Lessons: none is harder to read than the course means to be."""

from __future__ import annotations

from collections.abc import Iterator

from course.lint.flaw import Flaw
from course.lint.reading_grade import count_sentences, count_syllables, grade
from course.lint.vocabulary import language
from course.model.course import Course

FEWEST_WORDS = 100


def hard_to_read(course: Course) -> Iterator[Flaw]:
    """Find lessons whose reading grade is above the `reading_grade` of the course.

    The grade is that of Flesch and Kincaid: 0.39 × words per sentence + 11.8 × syllables per word − 15.59
    (Kincaid, Fishburne, Rogers and Chissom 1975, Research Branch Report 8-75, Naval Technical Training
    Command); it counts years of school in the United States.
    Words and sentences of a lesson are counted without its headings, and a table cell as a sentence;
    syllables are guessed from groups of vowels, so a grade may be off by half a year.
    It sees long sentences and long words, not hard thoughts.
    It is for English only, and for lessons of at least a hundred words.
    """
    limit = course.outline.reading_grade
    if not limit or language(course) != "en":
        return
    for lesson in course.lessons_by_path.values():
        texts = list(lesson.prose())
        words = sum(len(text.words) for text in texts)
        if words < FEWEST_WORDS:
            continue
        sentences, syllables = sum(map(count_sentences, texts)), sum(map(count_syllables, texts))
        found = round(grade(words, sentences, syllables), 1)
        if found > limit:
            means = f"{words / sentences:.1f} words a sentence, {syllables / words:.2f} syllables a word"
            message = f"`{lesson.id}` reads at grade {found}, and {limit} is the limit ({means})"
            step = "cut its longest sentences in two, and find shorter words"
            yield Flaw(message, lesson.span, step, (lesson,))
