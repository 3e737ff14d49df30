"""What the item types share: options, and ids that must differ within one item."""

from __future__ import annotations

from course.diagnostics import Report
from course.items import findings
from course.markdown_reader import read_line
from course.model.items import Option
from course.model.prose import Prose
from course.source import Span, Text
from course.yaml_reader import Mapping


def read_options(fields: Mapping, report: Report, least: int = 2) -> tuple[list[Option], list[Span]]:
    """Read the options of a choice, and the places of its keys."""
    options: list[Option] = []
    ids: list[Text] = []
    keys: list[Span] = []
    is_listed = fields.has("options")
    for option in fields.mappings("options"):
        ids.append(option.id())
        text = read_line(option.text("text"), report)
        is_key = option.flag("correct")
        if is_key:
            keys.append(option.span)
        feedback = read_line(option.text("feedback"), report)
        options.append(Option(ids[-1].value, text, is_key, feedback))
    require_distinct(ids, report)
    if is_listed and not fields.is_broken and len(options) < least:
        report(findings.too_few("options", least, fields.span))
    return options, keys


def require_distinct(ids: list[Text], report: Report) -> None:
    """Report every id that was used before in the same item."""
    first: dict[str, Span] = {}
    for name in filter(None, ids):
        if name.value in first:
            report(findings.repeated_id(name.value, name.span, first[name.value]))
        first.setdefault(name.value, name.span)


def require_distinct_texts(texts: list[Prose], what: str, span: Span, report: Report) -> None:
    """Report when two parts of an item read the same."""
    plain = [text.plain.casefold() for text in texts if text]
    if len(set(plain)) < len(plain):
        report(findings.unscorable(f"two {what} of this item read the same", span))
