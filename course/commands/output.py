"""What the commands share: exit codes, and how they print findings and failures."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from course.cohort.rows import RefusalRow
    from course.diagnostics import Diagnostic
    from course.gathering.passed_over import PassedOver

FINE, FAILED, WRONG_USE = 0, 1, 2  # failed: with errors among the findings, or with a file refused


def print_findings(findings: Sequence[Diagnostic], form: str) -> None:
    """Print findings on standard output, as `text`, `json` or `github`."""
    from course import diagnostics

    if form == "json":
        sys.stdout.write(diagnostics.render_json(findings))
    elif form == "github":
        sys.stdout.write(diagnostics.render_github(findings))
    else:
        sys.stdout.write(diagnostics.render_all(findings, colour=is_colour(sys.stdout)))


def is_colour(out: TextIO) -> bool:
    """Say whether colours can be seen there, and are wanted."""
    return out.isatty() and "NO_COLOR" not in os.environ


def no_folder(folder: Path) -> int:
    """Say that there is no such folder."""
    return fail(f"there is no folder {folder}", "name the folder of a course", code=WRONG_USE)


def fail(message: str, help_text: str = "", code: int = FAILED) -> int:
    """Print what went wrong on standard error, with one next step, and return the exit code."""
    sys.stdout.flush()
    print(f"error: {_visible_lines(message)}", file=sys.stderr)
    if help_text:
        print(f"  = help: {_visible_lines(help_text)}", file=sys.stderr)
    return code


def complain(refused: Iterable[RefusalRow]) -> None:
    """Say on standard error why files are refused; what to do, where that is the same, once, at the last."""
    rows = list(refused)
    last = {row.next_step: number for number, row in enumerate(rows)}
    for number, row in enumerate(rows):
        print(f"error[{row.code}]: {row.file}: {row.reason}", file=sys.stderr)
        if last[row.next_step] == number:
            print(f"  = help: {row.next_step}", file=sys.stderr)


def note_passed(passed: PassedOver) -> None:
    """Say on standard error which folders were passed over, if any."""
    if words := str(passed):
        print(f"note: {words}", file=sys.stderr)


def visible_name(path: Path | str) -> str:
    """Return a file's name with its control characters written out, so that none acts on a terminal.

    Bytes that are no text stay as they are.
    """
    return "".join(
        sign if sign.isprintable() or "\udc80" <= sign <= "\udcff" else repr(sign)[1:-1] for sign in str(path)
    )


def _visible_lines(text: str) -> str:
    # what an engine or the system says may have several lines, and names files
    return "\n".join(map(visible_name, text.split("\n")))
