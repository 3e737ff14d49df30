"""Stems: each asks something."""

from __future__ import annotations

from collections.abc import Iterator

from course.lint.flaw import Flaw, flaw_of
from course.lint.vocabulary import Question, vocabulary
from course.lint.wording import sentences, without_quotes
from course.model.course import Course
from course.model.prose import Prose

_OPEN_ENDS = (":", "…", "...", "_", "–", "—")
_CLOSING = "\"”’')] "
_CLAUSES = ",;:–—"


def stem_asks_nothing(course: Course) -> Iterator[Flaw]:
    """Find prompts that ask nothing, so that a learner must guess the question from the options.

    A last line asks when a sentence of it ends with a question mark, tells the learner to do something
    ("put", "match", "choose"), or is left open for the options: by a colon, by dots, or by a last word
    such as "is" or "the". "Which of these is true?" without a situation asks nothing either.
    In a language whose words are not known, no prompt is judged.
    """
    words = vocabulary(course).question
    if not words.imperatives:
        return
    for bank, item in course.items():
        if not item.prompt:
            continue
        if not item.situation and " ".join(item.prompt.words) in words.empty:
            message = "this question could stand over any options"
            yield flaw_of(item, bank, message, item.prompt.span, "ask what the options answer")
        elif not _asks(item.prompt, words):
            message = "the last line of this prompt asks nothing"
            step = "end it with a question, or with `:` or `…` when the options complete it"
            yield flaw_of(item, bank, message, item.prompt.span, step)


def _asks(prompt: Prose, words: Question) -> bool:
    if prompt.plain.rstrip(_CLOSING).endswith(_OPEN_ENDS):
        return True
    if prompt.words[-1:] and prompt.words[-1] in words.unfinished and not prompt.plain.endswith((".", "!")):
        return True
    return any(_is_asking(sentence, words) for sentence in sentences(without_quotes(prompt.plain)))


def _is_asking(sentence: str, words: Question) -> bool:
    if sentence.rstrip(_CLOSING).endswith("?"):
        return True
    for mark in _CLAUSES[1:]:
        sentence = sentence.replace(mark, _CLAUSES[0])
    beginnings = (clause.split()[:2] for clause in sentence.lower().split(_CLAUSES[0]))
    return any(word in words.imperatives for beginning in beginnings for word in beginning)
