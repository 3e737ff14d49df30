"""The hash of an item: it changes when the meaning does, and only then."""

from __future__ import annotations

from hashlib import sha256
from typing import assert_never

import msgspec

from course.model.artefacts import Artefact, Cell, Label, Mark, Mean, Word
from course.model.items import BestWorst, Choose, Interaction, Item, Match, Order
from course.model.prose import NO_PROSE, Prose
from course.records.canonical import Json

_CANONICAL = msgspec.json.Encoder(order="sorted")


def item_hash(item: Item) -> str:
    """Return `sha256:…` over what an answer depends on: case, question, what they show, options and key.

    White space, emphasis, feedback and explanations do not count: editing them keeps all answers valid.
    The bytes hashed are JSON with sorted keys and no white space, which for texts and
    whole numbers is the canonical form of RFC 8785.
    """
    meaning: dict[str, Json] = {
        "situation": words_of(item.situation),
        "prompt": words_of(item.prompt),
        "answer": _answer(item.interaction),
    }
    if item.vignette:
        meaning["case"] = words_of(item.vignette)
    if shown := shown_in(item.vignette or NO_PROSE, item.situation):
        meaning["shows"] = shown
    return f"sha256:{sha256(_CANONICAL.encode(meaning)).hexdigest()}"


def _answer(interaction: Interaction) -> Json:
    match interaction:
        case Choose(options=options, many=many):
            rows: dict[str, Json] = {option.id: [words_of(option.text), option.is_key] for option in options}
            return {"kind": "choose", "many": many, "options": rows}
        case Order(steps=steps):
            return {"kind": "order", "steps": [[step.id, words_of(step.text)] for step in steps]}
        case Match(cards=cards, targets=targets, all_or_nothing=all_or_nothing):
            return {
                "kind": "match",
                "all": all_or_nothing,
                "cards": {card.id: [words_of(card.text), card.target] for card in cards},
                "targets": {target.id: words_of(target.text) for target in targets},
            }
        case BestWorst(replies=replies, is_by_panel=is_by_panel):
            voted: dict[str, Json] = {
                reply.id: [words_of(reply.text), reply.best, reply.worst] for reply in replies
            }
            return {"kind": "best-worst", "panel": is_by_panel, "replies": voted}
    assert_never(interaction)


def shown_in(*texts: Prose) -> list[Json]:
    """Return the artefacts of some texts, cell by cell; how the site calls and frames them does not count."""
    return [_artefact(artefact) for prose in texts for artefact in prose.artefacts()]


def _artefact(artefact: Artefact) -> Json:
    return [
        artefact.kind,
        artefact.title,
        {fact.name.key: _cell(fact.value) for fact in artefact.facts},
        [_cell(column) for column in artefact.columns],
        [[_cell(cell) for cell in row] for row in artefact.rows],
        artefact.remark,
    ]


def _cell(cell: Cell) -> Json:
    match cell:
        case str():
            return " ".join(cell.split())
        case int():
            return cell
        case tuple():
            return list(cell)
        case Word(key=key) | Mark(key=key):
            return {"word": key}
        case Label(text=text):
            return {"label": " ".join(text.split())}
        case Mean(thousandths=thousandths):
            return {"mean": thousandths}
    assert_never(cell)


def words_of(prose: Prose) -> str:
    """Return the words of a text, however its white space falls."""
    return " ".join(prose.plain.split())
