"""Artefacts: the papers of a group as authors write them; one file reads each kind."""

from __future__ import annotations

from collections.abc import Callable

from course.artefacts import (
    action_plan,
    attendance_call,
    attendance_register,
    coping_card,
    fidelity_profile,
    goal_chart,
    own_form,
    pros_and_cons,
    relapse_prevention_plan,
    run_sheet,
    session_clock,
    strengths_inventory,
    supporter_agreement,
    tailoring_plan,
    thought_record,
    trainer_card,
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
    "attendance-call": attendance_call.read,
    "attendance-register": attendance_register.read,
    "coping-card": coping_card.read,
    "fidelity-profile": fidelity_profile.read,
    "goal-chart": goal_chart.read,
    "own-form": own_form.read,
    "pros-and-cons": pros_and_cons.read,
    "relapse-prevention-plan": relapse_prevention_plan.read,
    "run-sheet": run_sheet.read,
    "session-clock": session_clock.read,
    "strengths-inventory": strengths_inventory.read,
    "supporter-agreement": supporter_agreement.read,
    "tailoring-plan": tailoring_plan.read,
    "thought-record": thought_record.read,
    "trainer-card": trainer_card.read,
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
        if artefact := read_entry(entry, report):
            shown.append(artefact)
    if not shown:
        return prose
    words = " ".join(filter(None, (prose.plain, *(artefact.words() for artefact in shown))))
    return Prose((*prose.pieces, *shown), words, prose.span if prose else shown[0].span)


def read_entry(fields: Mapping, report: Report) -> Artefact | None:
    """Take an artefact from the entry that names its kind; None when the site has no such kind."""
    kind = fields.deciding_text("artefact")
    if reader := _reader(kind, report):
        return reader(Paper(kind.value, fields, report))
    fields.give_up()
    return None


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
