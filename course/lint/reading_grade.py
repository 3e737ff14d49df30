"""The reading grade of Flesch and Kincaid, for English."""

from __future__ import annotations

import re

from course.model.prose import Prose

# A sentence ends where its mark comes before a space, and where its paragraph, entry or cell ends.
_SENTENCE = re.compile(
    r"[.!?…](?:&quot;|[”’)])*(?:</(?:em|strong)>)?\s(?!\s*<|[a-z])|</(?:p|li|td|th|dd|dt)>(?:\s*</[a-z]+>)*"
)
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)es?$|(?<=[^aeiouylcghsxz])es$|(?<=[^aeiouydt])ed$"
)  # as in "home", "whole" and "roles", "notes", "helped"


def grade(words: int, sentences: int, syllables: int) -> float:
    """Return the grade of a text, in years of school, from its counts, none of them 0.

    0.39 words / sentences + 11.8 syllables / words − 15.59 (Kincaid, Fishburne, Rogers and Chissom 1975,
    Derivation of new readability formulas for Navy enlisted personnel, Research Branch Report 8-75).
    """
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def count_sentences(text: Prose) -> int:
    """Count sentences; a text without paragraphs ends like one."""
    html = "".join(piece if isinstance(piece, str) else " " for piece in text.pieces)
    ends_open = bool(text.plain) and not html.rstrip().endswith(">")
    return len(_SENTENCE.findall(html)) + ends_open


def count_syllables(text: Prose) -> int:
    """Count syllables, as far as spelling shows them."""
    return sum(map(_SYLLABLES.__getitem__, text.words))


class _Syllables(dict[str, int]):
    """How many syllables a word has, filled as words come."""

    def __missing__(self, word: str) -> int:
        parts = (_SILENT.sub("", part) for part in re.split(r"['-]", word) if len(part) > 1)
        self[word] = sum(max(1, len(_VOWELS.findall(part))) for part in parts) or 1
        return self[word]


_SYLLABLES = _Syllables()
