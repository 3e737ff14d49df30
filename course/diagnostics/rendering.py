"""The renderings of findings: as text for a terminal, as JSON, and as workflow commands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from course.diagnostics.finding import Diagnostic

WIDEST_LINE = 120
# what steers a terminal, or turns round what is written there
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def render(finding: Diagnostic, *, colour: bool = False) -> str:
    """Return the finding as an author reads it in a terminal."""
    paint = _paint if colour else _plain
    number, column = finding.span.source.line_and_column(finding.span.start)
    red_or_yellow = "31" if finding.is_error else "33"
    head = paint(f"{finding.severity}[{finding.code}]", red_or_yellow)
    lines = [f"{head}: {_still(finding.message)}", f" --> {_still(finding.span.place)}"]
    margin = " " * len(str(number))
    shown, caret_at = _window(finding.span.source.line(number), column - 1)
    if shown.strip():
        width = min(finding.span.end - finding.span.start, len(shown) - caret_at)
        lines.append(f"{number} | {_still(shown)}")
        lines.append(f"{margin} | {' ' * caret_at}{paint('^' * max(width, 1), red_or_yellow)}")
    lines.append(f"{margin} = {paint('help', '36')}: {_still(finding.help)}")
    return "\n".join(lines)


def render_all(findings: Iterable[Diagnostic], *, colour: bool = False) -> str:
    """Return all findings and a closing line that counts them."""
    findings = tuple(findings)
    shown = [render(finding, colour=colour) for finding in findings]
    return "\n\n".join([*shown, count(findings)]) + "\n"


def count(findings: Iterable[Diagnostic]) -> str:
    """Return, say, `2 errors, 1 warning`."""
    findings = tuple(findings)
    errors = sum(finding.is_error for finding in findings)
    warnings = len(findings) - errors
    named = [_plural(errors, "error")] if errors else []
    named += [_plural(warnings, "warning")] if warnings else []
    return ", ".join(named) or "no findings"


def render_json(findings: Iterable[Diagnostic]) -> str:
    """Return the findings as a JSON list, one object each."""
    return json.dumps(rows(findings), ensure_ascii=False, indent=2) + "\n"


def rows(findings: Iterable[Diagnostic]) -> list[dict[str, str | int]]:
    """Return the findings as plain values."""
    return [
        {
            "severity": finding.severity.value,
            "code": finding.code,
            "message": finding.message,
            "file": finding.span.source.path,
            "line": finding.span.line,
            "column": finding.span.column,
            "help": finding.help,
        }
        for finding in findings
    ]


def render_github(findings: Iterable[Diagnostic]) -> str:
    """Return the findings as workflow commands, so that they appear beside the lines."""
    return "".join(_github_command(finding) + "\n" for finding in findings)


def _github_command(finding: Diagnostic) -> str:
    def escaped(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def escaped_property(text: str) -> str:
        return escaped(text).replace(":", "%3A").replace(",", "%2C")

    place = (
        f"file={escaped_property(finding.span.source.path)},"
        f"line={finding.span.line},col={finding.span.column},title={finding.code}"
    )
    return f"::{finding.severity} {place}::{escaped(f'{finding.message} ({finding.help})')}"


def _still(text: str) -> str:
    """Return a text in which nothing acts on a terminal; it stays as long as it was, for the caret's sake."""
    return _STEERING.sub("\ufffd", text)


def _window(line: str, column: int) -> tuple[str, int]:
    """Cut a very long line so that the marked place stays in view."""
    line = line.replace("\t", " ")
    if len(line) <= WIDEST_LINE:
        return line, column
    start = max(0, column - WIDEST_LINE // 2)
    cut = line[start : start + WIDEST_LINE]
    before = "…" if start else ""
    after = "…" if start + WIDEST_LINE < len(line) else ""
    return before + cut + after, column - start + len(before)


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _plain(text: str, _style: str) -> str:
    return text


def _paint(text: str, style: str) -> str:
    return f"\x1b[1;{style}m{text}\x1b[0m"
