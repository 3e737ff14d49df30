"""Stems: a question that asks for what is not so says it loudly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from course.lint.flaw import Flaw, flaw_of
from course.lint.vocabulary import NegativeStem, phrases, vocabulary
from course.lint.wording import sentences, without_quotes
from course.model.course import Course
from course.model.prose import Prose

_EMPHASISED = re.compile(r"<(em|strong)>.*?</\1>")
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


def unemphasised_negative(course: Course) -> Iterator[Flaw]:
    """Find questions with a "not", "except" or "least" that is easily read over.

    A learner who knows the answer and misses the word seems not to know it.
    Emphasis (`*not*`, `**not**`, `NOT`) makes it visible; asking for what is so is better still.
    Only the last sentence of a prompt is read, and of it only the main clause, up to a word such as
    "who" or "if"; what someone says in quotation marks, and "not to" and "at least", are left alone.
    """
    words = vocabulary(course).negative_stem
    for bank, item in course.items():
        if words.words.isdisjoint(item.prompt.words):
            continue
        if negative := _negative(item.prompt, words):
            message = f"`{negative}` turns this question round and is easily read over"
            step = f"ask for what is so, or emphasise it: `*{negative}*`"
            yield flaw_of(item, bank, message, item.prompt.span.find(negative), step)


def _negative(prompt: Prose, words: NegativeStem) -> str:
    """Return the first negative of the question without emphasis; empty when there is none."""
    html = "".join(piece for piece in prompt.pieces if isinstance(piece, str))
    text = without_quotes(unescape(_TAG.sub("", _EMPHASISED.sub("", html))).replace("’", "'"))
    question = phrases(words.harmless).sub(" ", (sentences(text) or [""])[-1])
    for number, word in enumerate(_WORD.findall(question)):
        if number and word.lower() in words.clause_openers:
            break
        if word.lower() in words.words and not word.isupper():
            return str(word)
    return ""
