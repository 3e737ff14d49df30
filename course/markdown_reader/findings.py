"""The findings about Markdown: one function each, whose docstring explains it."""

from __future__ import annotations

from collections.abc import Mapping

from course.diagnostics import Diagnostic, did_you_mean
from course.source import Span


def raw_html(span: Span) -> Diagnostic:
    """A text holds HTML tags.

    Lessons and items are Markdown only, so that they look the same everywhere and can do no harm.
    """
    return Diagnostic(
        "raw-html", "HTML is not used here", span, "write it in Markdown, or put it in backquotes"
    )


def unsafe_link(address: str, span: Span) -> Diagnostic:
    """A link has an address that a browser would run, or that leads nowhere."""
    return Diagnostic(
        "unsafe-link",
        f"a link cannot go to `{address[:60]}`",
        span,
        "link to a file of the course, or to an address that starts with https://",
    )


def image_from_elsewhere(path: str, span: Span) -> Diagnostic:
    """An image is on another server.

    The site asks no other server for anything, to protect the people who read it.
    """
    return Diagnostic(
        "image-from-elsewhere",
        f"the image `{path[:60]}` is not in the course",
        span,
        "save the image beside the lesson and name it here, if its licence allows that",
    )


def image_without_alternative(path: str, span: Span) -> Diagnostic:
    """An image does not say in words what it shows, so some learners get nothing from it."""
    return Diagnostic(
        "image-without-alternative",
        f"the image `{path}` does not say what it shows",
        span,
        "write what it shows between the square brackets: `![what it shows](…)`",
    )


def skipped_heading_level(level: int, before: int, span: Span) -> Diagnostic:
    """A heading jumps over a level, or is at level 1, which is the title's.

    People who listen to the page use the levels to find their way.
    """
    wanted = "#" * min(before + 1, 6) if level > 1 else "##"
    message = (
        f"this heading has level {level}, after level {before}"
        if level > 1
        else "level 1 is the page's title"
    )
    return Diagnostic("skipped-heading-level", message, span, f"start the line with `{wanted}`")


def misplaced_heading(span: Span) -> Diagnostic:
    """A heading is inside a box, a list, a quotation or an item, where no contents list can show it."""
    return Diagnostic(
        "misplaced-heading",
        "a heading cannot stand inside a box, a list, a quotation or an item",
        span,
        "write it as an ordinary paragraph, or move it out",
    )


def more_than_a_line(block: str, as_a_sign: str, span: Span) -> Diagnostic:
    """A text that is shown as one line holds a list, a heading, a table, a code block or a second paragraph.

    Options, feedback, lines of a talk and titles are one line each: there a list would run together.
    """
    escaped = f", or `{as_a_sign}` if it is no {block.split()[-1]}" if as_a_sign else ""
    return Diagnostic(
        "more-than-a-line",
        f"this text is one line, and holds {block}",
        span,
        f"write it as one sentence or two{escaped}",
    )


def heading_without_space(sign: str, span: Span) -> Diagnostic:
    """A line begins like a heading but lacks the space after `#`, so it is not one."""
    return Diagnostic(
        "heading-without-space",
        f"this is no heading without a space after `{sign}`",
        span,
        f"write a space after `{sign}`",
    )


def bad_anchor(anchor: str, span: Span) -> Diagnostic:
    """The anchor of a heading is not made of lower-case letters, digits and hyphens."""
    return Diagnostic(
        "bad-anchor",
        f"`{anchor}` cannot be an anchor",
        span,
        "use lower-case letters, digits and hyphens, such as `{#good-day}`",
    )


def undefined_label(label: str, span: Span) -> Diagnostic:
    """A footnote, or a link that names its address elsewhere on the page, leads to nothing there."""
    kind, example = ("footnote", "its text") if label.startswith("[^") else ("address", "its address")
    return Diagnostic(
        "undefined-label",
        f"this page has no {kind} `{label}`",
        span,
        f"add a line `{label}: …` with {example}",
    )


def duplicate_anchor(anchor: str, span: Span) -> Diagnostic:
    """Two headings of a page have the same anchor, so a link could reach only one."""
    return Diagnostic(
        "duplicate-anchor",
        f"the anchor `{anchor}` stands here twice",
        span,
        "give this heading another `{#anchor}`",
    )


def unknown_container(kind: str, span: Span, known: Mapping[str, str]) -> Diagnostic:
    """The word after `:::` is not a kind of box."""
    return Diagnostic(
        "unknown-container",
        f"`{kind}` is no kind of box",
        span,
        did_you_mean(kind, known, f"use one of {', '.join(known)}"),
    )


def incomplete_container(kind: str, example: str, span: Span) -> Diagnostic:
    """The first line of a box lacks something that this kind of box needs."""
    return Diagnostic(
        "incomplete-container",
        f"this `{kind}` box does not say all it must",
        span,
        f"write it like `::: {kind} {example}`",
    )


def unclosed_container(kind: str, span: Span) -> Diagnostic:
    """A box was opened and not closed before the next heading or the end of the page."""
    return Diagnostic(
        "unclosed-container",
        f"this `{kind}` box is not closed before the next heading or the end",
        span,
        "add a line `:::` where the box ends",
    )


def misplaced_container(span: Span) -> Diagnostic:
    """A box is inside a list or a quotation, where it cannot be shown."""
    return Diagnostic(
        "misplaced-container",
        "a box cannot stand inside a list or a quotation",
        span,
        "move it out, and begin its line with `:::`",
    )


def text_in_quiz_box(kind: str, span: Span) -> Diagnostic:
    """A box that places questions or an exercise holds text, which no learner would see."""
    return Diagnostic(
        "text-in-quiz-box", f"a `{kind}` box holds nothing of its own", span, "move this text out of the box"
    )


def stray_container_end(span: Span) -> Diagnostic:
    """A line `:::` closes a box that was never opened."""
    return Diagnostic(
        "stray-container-end",
        "no box is open here",
        span,
        "delete this line, or open a box above with `::: kind`",
    )


def prompt_without_question(span: Span) -> Diagnostic:
    """A prompt does not end with a line of text, so there is no question to put above the answers."""
    return Diagnostic(
        "prompt-without-question",
        "this prompt does not end with a question",
        span,
        "end it with a paragraph that asks something",
    )
