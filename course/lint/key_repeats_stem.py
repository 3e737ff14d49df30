"""Options: the right one does not give itself away by the words of the stem."""

from __future__ import annotations

from collections.abc import Iterator

from course.lint.choosing import choices, keys_of, wrong_of
from course.lint.flaw import Flaw, flaw_of
from course.lint.vocabulary import vocabulary
from course.lint.wording import content_words
from course.model.course import Course

MORE = 2


def key_repeats_stem(course: Course) -> Iterator[Flaw]:
    """Find items whose right option repeats more words of the prompt than any other.

    Who does not know the answer picks the option that sounds like the question.
    It is found when a right option repeats at least two more words of the prompt than any wrong one,
    or a word of its last line, the question itself, while the wrong ones repeat nothing of the prompt.
    Words are compared without their endings; small words and names of the cast do not count.
    """
    words = vocabulary(course)
    names = {name.lower() for member in course.cast.members for name in member.name.split()}
    for bank, item, choice in choices(course):
        question = content_words(item.prompt, words)
        stem = content_words(item.situation, words) | question
        heard = {content for content, word in stem.items() if word.removesuffix("'s") not in names}
        keys = [(content_words(key.text, words), key) for key in keys_of(choice.options)]
        wrong = [content_words(option.text, words).keys() & heard for option in wrong_of(choice.options)]
        if not keys or not wrong:
            continue
        spoken, key = max(keys, key=lambda each: len(each[0].keys() & heard))
        repeated, most = spoken.keys() & heard, max(map(len, wrong))
        alone = repeated.difference(*wrong)
        if alone and (len(repeated) >= most + MORE or (alone & question.keys() and not most)):
            said = ", ".join(f"`{word}`" for content, word in spoken.items() if content in alone)
            message = f"the right option repeats {said} of the prompt, and no other does"
            step = "say it in other words, or let a wrong option repeat as much"
            yield flaw_of(item, bank, message, key.text.span, step)
