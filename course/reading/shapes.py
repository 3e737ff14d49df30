"""Texts that have a shape, such as an address on the web: one that has another is found."""

from __future__ import annotations

import re

from course.diagnostics import Diagnostic, Report
from course.reading.folder import value
from course.source import Text

_ADDRESS = re.compile(r"https?://[^\s\"'<>]+")


def address(text: Text | None, report: Report) -> str:
    """Return an address on the web; anything else could run a script when someone follows it."""
    return shaped(text, _ADDRESS, "an address that starts with `https://`", report)


def shaped(text: Text | None, shape: re.Pattern[str], wanted: str, report: Report) -> str:
    """Return the value of a text, and report it when it has not the shape that is wanted; "" for none."""
    if text and not shape.fullmatch(text.value):
        report(not_shaped(text, wanted))
    return value(text)


def not_shaped(text: Text, wanted: str) -> Diagnostic:
    """A colour, date, DOI or address on the web is not written as one."""
    return Diagnostic("not-shaped", f"`{text.value}` is not {wanted}", text.span, f"write {wanted}")
