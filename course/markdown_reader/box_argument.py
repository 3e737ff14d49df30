"""What follows `:::`: the kind of a box and its argument."""

from __future__ import annotations

import re
from collections.abc import Callable

from course.diagnostics import Diagnostic, Report, plain_words
from course.diagnostics.common import invisible_in
from course.markdown_reader import findings
from course.markdown_reader.boxes import Opening
from course.model.exercises import EXERCISE_KINDS
from course.model.framework import Ref
from course.model.prose import PlacedForm, PlacedYear, Prose
from course.model.units import Block, Box, ConfidencePlace, ExercisePlace, QuestionPlace, QuizPlace
from course.source import Span, Text

KINDS = {
    "vignette": "ruth, samir: A title",
    "say": "nadia: before the first try",
    "pitfall": "A title",
    "rehearsal": "an-id: A title",
    "checklist": "an-id: A title",
    "artefact": "goal-chart",
    "form": "form-id",
    "quiz": "bank-id",
    "question": "item-id",
    **{kind: f"{kind}-id" for kind in EXERCISE_KINDS},
    "confidence": "before",
    "year": "path-id",
}
# these hold nothing of their own
PLACES = ("form", "quiz", "question", *EXERCISE_KINDS, "confidence", "year")
_ID = re.compile(r"[a-z][a-z0-9-]*")
_PEOPLE = re.compile(r"[a-z][a-z0-9-]*(?:\s*,\s*[a-z][a-z0-9-]*)*")

# how a box of fields is read: what follows its kind, and the lines in it
FieldsReader = Callable[[Text, Span, Report], Prose | None]


def read_box_of_fields(
    opening: Opening, body: Span, line: Span, read: FieldsReader, report: Report
) -> list[Block]:
    """Return what the fields in a box describe; nothing when they cannot be read."""
    if not _ID.fullmatch(opening.argument):
        report(findings.incomplete_container(opening.kind, KINDS[opening.kind], line))
        return []
    found = read(Text(opening.argument, _argument(line).find(opening.argument)), body, report)
    return [found] if found else []


def read_box(opening: Opening, blocks: tuple[Block, ...], line: Span, report: Report) -> list[Block]:
    """Return the box, or its content alone when the box cannot be read."""
    if hidden := _hidden(opening, line):
        report(hidden)
        return [_unreadable(line), *blocks]
    if opening.kind not in KINDS:
        report(findings.unknown_container(opening.kind, line.find(opening.kind), KINDS))
        return [_unreadable(line), *blocks]
    box = _box(opening, blocks, line)
    if isinstance(box, Box) and (wrong := plain_words.wrong(box.title, line)):
        report(wrong)
    if box is None:
        report(findings.incomplete_container(opening.kind, KINDS[opening.kind], line))
        return [_unreadable(line), *blocks]
    return [box]


def _hidden(opening: Opening, line: Span) -> Diagnostic | None:
    """Find an invisible character in the kind of a box, or in the names behind it."""
    names = opening.argument.partition(":")[0] if opening.kind != "pitfall" else ""
    return invisible_in(f"{opening.kind} {names}", line)


def _box(opening: Opening, blocks: tuple[Block, ...], line: Span) -> Block | None:
    before, _, after = (part.strip() for part in opening.argument.partition(":"))
    match opening.kind:
        case "quiz" if _ID.fullmatch(opening.argument):
            return QuizPlace(Ref(opening.argument, _argument(line).find(opening.argument)))
        case "form" if _ID.fullmatch(opening.argument):
            return Prose((PlacedForm(opening.argument, _argument(line).find(opening.argument)),), "", line)
        case "year" if _ID.fullmatch(opening.argument):
            return Prose((PlacedYear(opening.argument, _argument(line).find(opening.argument)),), "", line)
        case "question" if _ID.fullmatch(opening.argument):
            return QuestionPlace(Ref(opening.argument, _argument(line).find(opening.argument)))
        case kind if kind in EXERCISE_KINDS and _ID.fullmatch(opening.argument):
            return ExercisePlace(kind, Ref(opening.argument, _argument(line).find(opening.argument)))
        case "confidence" if opening.argument in ("before", "after"):
            return ConfidencePlace(opening.argument, line)
        case "pitfall" if opening.argument:
            return Box("pitfall", "", (), opening.argument, blocks, line)
        case "vignette" if _PEOPLE.fullmatch(before) and after:
            return Box("vignette", "", _people(before, line), after, blocks, line)
        case "say" if _ID.fullmatch(before):
            return Box("say", "", _people(before, line), after, blocks, line)
        case "rehearsal" | "checklist" if _ID.fullmatch(before) and after:
            return Box(opening.kind, before, (), after, blocks, _argument(line).find(before))
    return None


def _people(names: str, line: Span) -> tuple[Ref, ...]:
    found = []
    rest = _argument(line)
    for name in (part.strip() for part in names.split(",")):
        found.append(Ref(name, rest.find(name)))
        rest = Span(rest.source, found[-1].span.end, rest.end)
    return tuple(found)


def _argument(line: Span) -> Span:
    """Return the part of the line behind the kind, so that a name is not found inside the kind."""
    words = line.source.text[line.start : line.end]
    kind = re.match(r"\s*:+\s*\S+", words)
    return Span(line.source, line.start + (kind.end() if kind else 0), line.end)


def _unreadable(line: Span) -> QuizPlace:
    """Stand for a box that may have been meant to place something, so that nothing seems to lack a place."""
    return QuizPlace(Ref("", line))
