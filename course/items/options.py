"""Options, as single and multiple choice have them, and names of options in other fields."""

from __future__ import annotations

from course.diagnostics import Diagnostic, Report, did_you_mean
from course.markdown_reader import read_line
from course.model.items import Option
from course.parts import Parts, Texts, require_distinct, too_few
from course.source import Span, Text
from course.yaml_reader import Mapping


def read_options(fields: Mapping, report: Report, least: int = 2) -> tuple[list[Option], list[Span]]:
    """Read the options of a choice, and the places of its keys."""
    options: list[Option] = []
    ids: list[Text] = []
    keys: list[Span] = []
    texts = Texts("options", report)
    parts = Parts(fields, "options")
    for option in parts:
        ids.append(option.id())
        text = texts.read(option.text("text"))
        is_key = option.flag("correct")
        if is_key:
            keys.append(option.span)
        feedback = read_line(option.text("feedback"), report)
        options.append(Option(ids[-1].value, text, is_key, feedback))
    require_distinct(ids, report)
    if parts.are_readable and len(options) < least:
        report(too_few("options", least, parts.place))
    elif parts.are_readable and not keys:
        report(item_without_key(parts.place))
    return options, keys


def item_without_key(span: Span) -> Diagnostic:
    """No option of an item is marked as right, so no one could earn its credit."""
    return Diagnostic(
        "item-without-key", "no option here is the right one", span, "add `correct: true` to the right option"
    )


def require_known(name: Text, known: list[str], report: Report) -> None:
    """Report a name that none of the options has."""
    if name and known and all(known) and name.value not in known:
        report(unknown_option(name.value, name.span, known))


def unknown_option(name: str, span: Span, known: list[str]) -> Diagnostic:
    """A key or a confusion of an item is no option of it, so no answer could be compared with it."""
    return Diagnostic(
        "unknown-option",
        f"`{name}` is no option of this item",
        span,
        did_you_mean(name, known, f"use one of {', '.join(known)}"),
    )
