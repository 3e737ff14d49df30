"""The findings about YAML itself: one function each, whose docstring explains it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from course.diagnostics import Diagnostic, did_you_mean
from course.source import Span, Text
from course.yaml_reader.cut_texts import in_quotes

ID_PATTERN = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
LONGEST_ID = 64
TODO = ("todo", "TODO")  # without quotes, it means what is still to write


def broken_yaml(problem: str, span: Span) -> Diagnostic:
    """A file is not valid YAML, so nothing in it can be read.

    Most often a text with a colon and a space lacks quotes, a quote is not closed,
    or a line is indented by a tab or by too many spaces.
    """
    fact, step = next(
        (words for start, words in _PROBLEMS.items() if problem.startswith(start)),
        (problem, "look at this line and the one above for a quote, colon or indentation"),
    )
    line = span.source.line(span.line)
    if line[span.column - 1 : span.column] == "\t" or "tab character" in problem:
        fact, step = "a line is indented with a tab", "indent with spaces"
    elif _FIRST_COLON.fullmatch(line[: span.column]) and problem.startswith("mapping values"):
        fact, step = "this field is indented too far", "indent it like the fields around it"
    return Diagnostic("broken-yaml", f"this is not valid YAML: {fact}", span, step)


_FIRST_COLON = re.compile(r"\s*[\w-]+:")
_QUOTES = "put the whole text in quotes"
# How each problem of the YAML library reads to an author: the fact, and the next step.
_PROBLEMS = {
    "mapping values are not allowed": (
        "a text with a colon and a space needs quotes",
        "put the text in quotes, or write it below after `>-`",
    ),
    "could not find expected ':'": (
        "here a field has no value",
        "write `field: value`, with a colon and a space",
    ),
    "found unexpected end of stream": ("the quote that opens here is not closed", "add the closing quote"),
    "did not find expected ',' or ']'": ("the list that opens here is not closed", "add the closing `]`"),
    "did not find expected ',' or '}'": ("the `{` that opens here is not closed", "add the closing `}`"),
    "did not find expected key": (
        "from here on the text does not belong to what stands before",
        f"{_QUOTES}, or indent the line like the one above",
    ),
    "did not find expected '-' indicator": (
        "this line belongs neither to the entry above nor to a new one",
        "indent it like the line above",
    ),
    "did not find expected alphabetic or numeric": ("a text cannot start with `*` or `&`", _QUOTES),
    "found character that cannot start any token": ("a text cannot start with this character", _QUOTES),
    "found unknown escape character": (
        "in double quotes a backslash has a meaning of its own",
        "write it twice, or use single quotes",
    ),
    "block sequence entries are not allowed": (
        "an entry of a list cannot begin here",
        f"begin it on a line of its own, or {_QUOTES}",
    ),
    "did not find expected comment or line break": (
        "after `>` or `|` a text begins on the next line",
        f"begin a new line, or {_QUOTES}",
    ),
    "did not find expected whitespace or line break": ("a text cannot start with `!`", _QUOTES),
    "did not find expected node content": ("a text cannot start with this sign", _QUOTES),
    "mapping keys are not allowed": ("a text cannot start with `?` and a space", _QUOTES),
    "but found another document": ("a line `---` begins a second document", "delete this line"),
}


def alias(span: Span) -> Diagnostic:
    """A YAML anchor (`&name`) names a text, or an alias (`*name`) repeats it elsewhere.

    Every entry is written out in full, so that a reader of the file sees what a learner sees.
    """
    return Diagnostic(
        "alias", "YAML's `&` and `*` names are not used here", span, "write the text out, or put it in quotes"
    )


def duplicate_key(name: str, span: Span, first: Span) -> Diagnostic:
    """A field is there twice in one entry, and only one of the two could count."""
    return Diagnostic(
        code="duplicate-key",
        message=f"`{name}` stands here twice",
        span=span,
        help=f"keep this one or the one on line {first.line}",
    )


def unknown_field(name: str, span: Span, known: Iterable[str]) -> Diagnostic:
    """A field has a name that nothing reads, most often a misspelt one."""
    known = list(known)
    return Diagnostic(
        code="unknown-field",
        message=f"`{name}` is not a field here",
        span=span,
        help=did_you_mean(name, known, f"known here: {', '.join(known)}"),
    )


def missing_field(name: str, span: Span) -> Diagnostic:
    """An entry lacks a field that it cannot do without."""
    return Diagnostic("missing-field", f"`{name}` is missing here", span, f"add a line `{name}: …`")


def empty_field(name: str, span: Span, *, is_needed: bool) -> Diagnostic:
    """A field is there but holds nothing."""
    step = "write what belongs here" if is_needed else "write what belongs here, or remove the line"
    if span.source.line(span.line)[span.column - 1 :].lstrip().startswith("#"):
        step = "put the text in quotes, because `#` begins a comment"
    return Diagnostic("empty-field", f"`{name}` is empty", span, step)


def wrong_type(name: str, wanted: str, span: Span, step: str = "") -> Diagnostic:
    """A field holds another kind of thing than the one it is for."""
    return Diagnostic("wrong-type", f"{quoted(name)} must be {wanted}", span, step or f"write {wanted} here")


def quoted(name: str) -> str:
    """Put the name of a field in backquotes, and leave words such as `this file` alone."""
    return name if " " in name else f"`{name}`"


def not_a_text(name: str, span: Span) -> Diagnostic:
    """Find a value that is a list or fields where a text is wanted."""
    return wrong_type(name, "a text", span, "write one text, in quotes if it begins with a bracket or a sign")


def not_a_list(name: str, words: str, span: Span) -> Diagnostic:
    """Find a text where a list is wanted."""
    return wrong_type(name, "a list", span, f"write `{name}: [{_entry(words)}]`")


def _entry(words: str) -> str:
    """Return a text as an entry inside brackets, in quotes where it holds more than a word."""
    return words if re.fullmatch(r"[\w-]+|one, two", words) else in_quotes(words)


def bad_id(word: str, span: Span) -> Diagnostic:
    """An identifier is not made of lower-case letters, digits and single hyphens.

    Identifiers become web addresses and stay in learners' records, so they are plain.
    """
    if ID_PATTERN.fullmatch(word):
        message = f"an id of {len(word)} characters is too long"
        return Diagnostic("bad-id", message, span, f"use at most {LONGEST_ID} characters")
    plain = re.sub(r"[^a-z0-9]+", "-", word.lower())[:LONGEST_ID].strip("-").lstrip("-0123456789")
    example = f", such as `{plain}`" if plain else ""
    return Diagnostic(
        code="bad-id",
        message=f"`{word}` cannot be an id",
        span=span,
        help=f"begin with a lower-case letter, then use letters, digits and hyphens{example}",
    )


def unknown_word(name: str, word: str, span: Span, allowed: Iterable[str]) -> Diagnostic:
    """A field holds a word outside the few it may hold."""
    allowed = tuple(allowed)
    return Diagnostic(
        code="unknown-word",
        message=f"`{name}` cannot be `{word}`",
        span=span,
        help=did_you_mean(word, allowed, f"write {' or '.join(f'`{known}`' for known in allowed)}"),
    )


def todo(fields: Sequence[Text]) -> Diagnostic:
    """A field holds `todo`, which means that something is still to write.

    `course import` writes it where a question of another tool lacks what an item needs here,
    and authors may write it themselves, in any field that holds a text, an id or a number.
    All that an item lacks is one finding, at the first of its places.
    To say the word itself, put it in quotes.
    """
    placed = sorted(fields, key=lambda field: field.span.start)
    counted = Counter(field.value for field in placed)
    names = [f"`{name}`" + (f" ({often} times)" if often > 1 else "") for name, often in counted.items()]
    return Diagnostic(
        "todo",
        f"still to write: {', '.join(names)}",
        placed[0].span,
        "write what belongs here in place of each `todo`",
    )
