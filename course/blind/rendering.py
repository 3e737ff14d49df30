"""A blind measure as tables for a terminal, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from course.blind.kinds import Group
from course.blind.questions import Wanted, of_all, of_groups, of_kind, of_place, of_unit
from course.blind.report import Report
from course.blind.rules import RULES
from course.blind.tally import Tally
from course.diagnostics import Diagnostic, rows
from course.model.dialogue import Effect

Row = tuple[str, ...]
_MEASURED = ("responses", "right", "95 % interval", "chance")
_SHOWN_FAMILIES = 12


def render(report: Report) -> str:
    """Return what the model and the rules find without stems, by kind, rule, place and family."""
    blocks = [
        _table(("The model", *_MEASURED), _by_kind(report)) + _untried(report),
        _table(("Rules for choices and verdicts", *_MEASURED), _by_rule(report, Group.CHOICES)),
        _table(("Rules for dialogue turns", *_MEASURED), _by_rule(report, Group.TURNS)),
        _table(("The model, by unit and place", *_MEASURED), _by_place(report)),
        _table(("Families of replies", "uses", *Effect), _by_family(report)),
    ]
    return "\n".join(filter(None, blocks))


def render_json(report: Report, findings: Iterable[Diagnostic]) -> str:
    """Return all that was measured and the findings as one JSON object."""
    blind = {
        "course": _entry(report, of_all()),
        "kinds": [{"kind": kind, **_entry(report, of_kind(kind))} for kind in report.kinds()],
        "units": [
            {
                "unit": unit,
                **_entry(report, of_unit(unit)),
                "places": [{"place": place, **_entry(report, of_place(place))} for place in places],
            }
            for unit, places in report.places()
        ],
        "families": [
            {
                "family": family.name,
                "uses": family.uses,
                **{str(each): family.having(each) for each in Effect},
            }
            for family in report.families
        ],
        "items": [
            {
                "id": answer.question.id,
                "kind": answer.question.sight.kind,
                "unit": answer.question.unit,
                "place": answer.question.place,
                "earned": round(answer.earned, 3),
                "chance": round(answer.question.sight.chance, 3),
                "probability": round(answer.probability, 3),
                "clues": list(answer.clues),
            }
            for answer in report.answers
        ],
    }
    document = {"blind": blind, "findings": rows(findings)}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _untried(report: Report) -> str:
    number = len(report.questions) - len(report.answers)
    return f"{number} not tried: no other unit has responses to learn from\n" if number else ""


def _by_kind(report: Report) -> Iterator[Row]:
    for kind in report.kinds():
        yield f"  {kind}", *_cells(report.by_model(of_kind(kind)))


def _by_rule(report: Report, group: Group) -> Iterator[Row]:
    for rule in RULES:
        tally = report.by_rule(rule, of_groups(group))
        if tally.responses:
            yield f"  {rule}", *_cells(tally)


def _by_place(report: Report) -> Iterator[Row]:
    for unit, places in report.places():
        yield f"  {unit}", *_cells(report.by_model(of_unit(unit)))
        for place in places:
            yield f"    {place}", *_cells(report.by_model(of_place(place)))


def _by_family(report: Report) -> Iterator[Row]:
    for family in report.families[:_SHOWN_FAMILIES]:
        if family.uses > 1:
            yield f"  {family.name}", str(family.uses), *(str(family.having(each)) for each in Effect)


def _cells(tally: Tally) -> Row:
    if not tally.responses:
        return "·", "·", "·", "·"
    low, high = tally.interval
    interval = f"{100 * low:.0f} to {100 * high:.0f} %"
    return str(tally.responses), f"{100 * tally.rate:.0f} %", interval, f"{100 * tally.chance:.0f} %"


def _table(head: Row, body: Iterable[Row]) -> str:
    """Return rows in columns, the first to the left and numbers to the right; nothing without rows."""
    all_rows = [head, *body]
    if len(all_rows) == 1:
        return ""
    widths = [max(map(len, column)) for column in zip(*all_rows, strict=True)]
    return "".join(_line(row, widths) + "\n" for row in all_rows)


def _line(row: Row, widths: Sequence[int]) -> str:
    first, *others = row
    numbers = (f"  {cell:>{width}}" for cell, width in zip(others, widths[1:], strict=True))
    return f"{first:{widths[0]}}" + "".join(numbers)


def _entry(report: Report, wanted: Wanted) -> dict[str, object]:
    return {
        "model": _plain(report.by_model(wanted)),
        "rules": {rule: _plain(report.by_rule(rule, wanted)) for rule in RULES},
    }


def _plain(tally: Tally) -> dict[str, object]:
    low, high = tally.interval
    return {
        "responses": tally.responses,
        "earned": round(tally.earned, 3),
        "rate": round(tally.rate, 3),
        "interval": [round(low, 3), round(high, 3)],
        "chance": round(tally.chance, 3),
    }
