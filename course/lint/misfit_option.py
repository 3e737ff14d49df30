"""Options: each continues the stem, and all are of one form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from course.lint.choosing import choices
from course.lint.flaw import Flaw, flaw_of
from course.lint.vocabulary import Articles, vocabulary
from course.model.course import Course
from course.model.items import Option

_FIRST_LETTERS = re.compile(r"[^\W\d_]+")
_CLOSING = "\"”’')]*_ "
_END_MARKS = tuple(".!?…")

_Sort = Callable[[Option], str]


def misfit_option(course: Course) -> Iterator[Flaw]:
    """Find options that do not go with the stem's grammar, or with the form of the other options.

    The odd one out draws the eye, and what does not fit the stem can be ruled out without knowing anything.
    Three things are seen: a stem that ends with "a" or "an" before an option that needs the other one;
    some options that begin with a small letter and others with a capital (names, "I" and abbreviations
    aside); some options that end with a full stop, question mark or exclamation mark and others with none.
    What is not seen: different tenses, a singular after a plural, a sentence that goes wrong further in.
    """
    articles = vocabulary(course).articles
    names = {name for member in course.cast.members for name in member.name.split()}
    for bank, item, choice in choices(course):
        article = _article(item.prompt.plain, item.prompt.words, articles)
        misfit = _after(article, choice.options, articles)
        if misfit:
            message = f"the question ends with `{article}`, which does not go with this option"
            yield flaw_of(item, bank, message, misfit.text.span, "end the question before the article")
        elif misfit := _odd(choice.options, lambda option: _beginning(option, names)):
            form = _beginning(misfit, names)
            message = f"this option begins with a {form} letter, unlike others"
            yield flaw_of(item, bank, message, misfit.text.span, "begin all options alike")
        elif misfit := _odd(choice.options, _ending):
            message = f"this option ends {_ending(misfit)} an end mark, unlike others"
            yield flaw_of(item, bank, message, misfit.text.span, "end all options alike")


def _article(plain: str, words: tuple[str, ...], articles: Articles) -> str:
    """Return the article that a stem ends with; empty for none, and for both (`a/an`)."""
    known = articles.before_vowel | articles.before_consonant
    last = words[-1:] if not plain.rstrip().endswith(_END_MARKS[:3]) else ()
    return last[0] if last and last[0] in known and not known.intersection(words[-2:-1]) else ""


def _after(article: str, options: tuple[Option, ...], articles: Articles) -> Option | None:
    """Return the first option that cannot follow the article."""
    wants_vowel = article in articles.before_vowel
    found = (option for option in options if _begins_with_vowel(option, articles) != wants_vowel)
    return next(found, None) if article else None


def _begins_with_vowel(option: Option, articles: Articles) -> bool:
    first = "".join(option.text.words[:1])
    is_spelt = first.startswith(tuple(articles.vowels)) and first not in articles.spoken_with_consonant
    return is_spelt or first in articles.spoken_with_vowel


def _odd(options: tuple[Option, ...], form: _Sort) -> Option | None:
    """Return the first option of the rarer form, when the options are of two; an empty form is of neither."""
    forms = [form(option) for option in options]
    kinds = sorted(dict.fromkeys(filter(None, forms)), key=forms.count)
    return options[forms.index(kinds[0])] if len(kinds) > 1 else None


def _beginning(option: Option, names: set[str]) -> str:
    first = _FIRST_LETTERS.match(option.text.plain)
    if first is None or first[0] in names or first[0].isupper():
        return ""
    return "capital" if first[0][0].isupper() else "small"


def _ending(option: Option) -> str:
    return "with" if option.text.plain.rstrip(_CLOSING).endswith(_END_MARKS) else "without"
