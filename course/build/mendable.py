"""What a host is shown: findings about files that the host has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course.diagnostics import Diagnostic
from course.source import Source

PATH = "organisation.yml"  # not imported from its reader, which a build that changes nothing never loads


def mendable(findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Leave out what is said of files that came with the package, which a host cannot change.

    An error stays an error: it is said once, of the host's folder, because the files fit together without it.
    """
    misfit: list[Diagnostic] = []
    for finding in findings:
        if not finding.span.source.is_shipped:
            yield finding
        elif finding.is_error:
            misfit.append(finding)
    if misfit:
        yield shipped_misfit(misfit)


def shipped_misfit(errors: list[Diagnostic]) -> Diagnostic:
    """The shipped course has errors together with the files of this folder, and none without them.

    Mostly a lesson of the host takes the place or the name of something of the course.
    """
    first = errors[0]
    more = f", and {len(errors) - 1} more" if len(errors) > 1 else ""
    return Diagnostic(
        "shipped-misfit",
        f"the shipped course does not fit this folder: {first.message} ({first.span.place}{more})",
        Source(PATH, "").top(),
        "move the newest file out of this folder to see whether it is the cause; "
        "if none is, install the package again",
    )
