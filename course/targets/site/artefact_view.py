"""Artefacts as their template wants them."""

from __future__ import annotations

from typing import assert_never

from course.model.artefacts import Artefact, Cell, Label, Mark, Mean, Word
from course.targets.site.templates import View


def artefact_view(artefact: Artefact) -> View:
    """Return what the template of artefacts needs; what is stacked has its columns as lines on a phone."""
    is_wide = len(artefact.columns) > MOST_NARROW_COLUMNS
    in_blocks = not (is_wide and artefact.is_form)
    return {
        "kind": artefact.kind,
        "title": artefact.title,
        "facts": [{"name": fact.name.key, **_cell(fact.value)} for fact in artefact.facts],
        "columns": [_cell(column) for column in artefact.columns],
        "rows": [[_cell(cell) for cell in row] for row in artefact.rows],
        "remark": artefact.remark,
        "is_wide": is_wide,
        "in_blocks": in_blocks,
        "is_stacked": in_blocks and artefact.columns != (),
    }


# more columns than these do not fit beside one another on a phone
MOST_NARROW_COLUMNS = 3


def _cell(cell: Cell) -> View:
    match cell:
        case "":
            return {"type": "blank"}
        case str():
            return {"type": "text", "text": cell}
        case Label(text=text):
            return {"type": "text", "text": text}
        case int():
            return {"type": "number", "number": cell}
        case tuple():
            return {"type": "list", "texts": cell}
        case Word(key=key):
            return {"type": "word", "key": key}
        case Mark(key=key):
            return {"type": "mark", "key": key}
        case Mean(thousandths=thousandths):
            written = f"{thousandths / 1000:.3f}".rstrip("0").rstrip(".")
            share = (thousandths - 1000) / 40  # per cent of the way from 1 to 5
            return {"type": "mean", "number": written, "band": cell.band, "share": f"{share:g}"}
    assert_never(cell)
