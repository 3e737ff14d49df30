"""Credit for the choices of a dialogue: cases that the browser's rules share."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from course.learning.dialogues import Step, Turns, credit_at, tally
from course.learning.scoring import UnscorableError

Vector = dict[str, Any]
VECTORS = json.loads((Path(__file__).parents[1] / "vectors/dialogue.json").read_text("utf-8"))
TURNS: Turns = {
    name: {reply: values["credit"] for reply, values in turn["replies"].items()}
    for name, turn in VECTORS["turns"].items()
}


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["name"])
def test_each_choice_earns_its_credit_for_each_competency(case: Vector) -> None:
    if case.get("unscorable"):
        with pytest.raises(UnscorableError):
            tally(TURNS, _path(case))
        return

    assert [credit_at(TURNS, step) for step in _path(case)] == case["credits"]
    assert {name: asdict(one) for name, one in tally(TURNS, _path(case)).items()} == case["tally"]


def _path(case: Vector) -> list[Step]:
    return [(turn, reply) for turn, reply in case["path"]]
