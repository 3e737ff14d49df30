"""Artefacts: the papers of a group as authors write them; one file reads each kind."""

from __future__ import annotations

from collections.abc import Callable

from course.artefacts import (
    action_plan,
    attendance_register,
    fidelity_profile,
    goal_chart,
    relapse_prevention_plan,
    session_clock,
    tailoring_plan,
    use_diary,
)
from course.artefacts.paper import Paper
from course.diagnostics import Diagnostic, Report, did_you_mean
from course.model.artefacts import Artefact
from course.model.prose import Prose
from course.source import Span, Text
from course.yaml_reader import Mapping, read_mapping

Reader = Callable[[Paper], Artefact]

ARTEFACTS: dict[str, Reader] = {
    "action-plan": action_plan.read,
    "attendance-register": attendance_register.read,
    "fidelity-profile": fidelity_profile.read,
    "goal-chart": goal_chart.read,
    "relapse-prevention-plan": relapse_prevention_plan.read,
    "session-clock": session_clock.read,
    "tailoring-plan": tailoring_plan.read,
    "use-diary": use_diary.read,
}


def read_box(kind: Text, body: Span, report: Report) -> Prose | None:
    """Read the artefact in a box of a lesson; None when nothing can be read from it."""
    reader = _reader(kind, report)
    fields = read_mapping(body, report) if reader else None
    if reader is None or fields is None:
        return None
    artefact = reader(Paper(kind.value, fields, report))
    fields.close()
    return Prose((artefact,), artefact.words(), artefact.span)


def with_artefacts(prose: Prose, fields: Mapping, report: Report) -> Prose:
    """Take the artefacts that a question or a scene `shows`, and put them behind its text."""
    shown: list[Artefact] = []
    for entry in fields.optional_mappings("shows"):
        kind = entry.deciding_text("artefact")
        if reader := _reader(kind, report):
            shown.append(reader(Paper(kind.value, entry, report)))
        else:
            entry.give_up()
    if not shown:
        return prose
    words = " ".join(filter(None, (prose.plain, *(artefact.words() for artefact in shown))))
    return Prose((*prose.pieces, *shown), words, prose.span if prose else shown[0].span)


def _reader(kind: Text, report: Report) -> Reader | None:
    reader = ARTEFACTS.get(kind.value)
    if kind and reader is None:
        report(unknown_artefact(kind))
    return reader


def unknown_artefact(kind: Text) -> Diagnostic:
    """The site has no artefact of this kind. A paper of another kind can be a Markdown table."""
    return Diagnostic(
        "unknown-artefact",
        f"`{kind.value}` is no artefact",
        kind.span,
        did_you_mean(kind.value, ARTEFACTS, f"use one of {', '.join(ARTEFACTS)}"),
    )
