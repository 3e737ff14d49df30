"""Artefacts: what of them counts as meaning, and what they say aloud."""

from __future__ import annotations

import pytest

from course.artefacts import read_box
from course.diagnostics import Diagnostic
from course.model.artefacts import Artefact, Mean, Word
from course.model.items import Choose, Item, Level
from course.model.prose import NO_PROSE, Prose
from course.records import item_hash
from course.source import NOWHERE, Source, Text

CHART = """title: Samir, first weeks
goal: To finish one evening course
weeks:
  - {week: Week 1, step: Find the course, happened: Found two}
  - {week: Week 2, step: Ask Idris}
"""


def shown(kind: str, text: str) -> Prose:
    """Read an artefact that must have no findings."""
    findings: list[Diagnostic] = []
    whole = Source("bank.yml", text).whole()
    prose = read_box(Text(kind, whole), whole, findings.append)
    assert findings == []
    assert prose
    return prose


def artefact(kind: str, text: str) -> Artefact:
    (found,) = shown(kind, text).artefacts()
    return found


def item(situation: Prose) -> Item:
    prompt = Prose(("Whose turn is it?",), "Whose turn is it?")
    rest = (NO_PROSE, NOWHERE)
    answer = Choose((), many=False)
    return Item(
        "a", "single-choice", (), None, Level.JUDGE, None, (), False, situation, prompt, answer, *rest
    )


def test_an_item_without_artefacts_keeps_the_hash_that_records_know() -> None:
    known = "sha256:848695f562d5cc05"

    assert item_hash(item(NO_PROSE)).startswith(known)


@pytest.mark.parametrize(
    ("before", "after"),
    [("Found two", "Found one"), ("Week 2", "Week 3"), ("title: Samir", "title: Lena"), ("happened", "next")],
)
def test_a_changed_cell_changes_the_hash_of_the_item_that_shows_it(before: str, after: str) -> None:
    changed = shown("goal-chart", CHART.replace(before, after))

    assert item_hash(item(shown("goal-chart", CHART))) != item_hash(item(changed))


def test_white_space_in_the_file_changes_no_hash() -> None:
    spaced = CHART.replace("step: Ask Idris", "step:   'Ask   Idris'")

    assert item_hash(item(shown("goal-chart", CHART))) == item_hash(item(shown("goal-chart", spaced)))


def test_the_words_of_an_artefact_read_as_sentences() -> None:
    assert shown("goal-chart", CHART).plain == (
        "Samir, first weeks. To finish one evening course. "
        "Week 1. Find the course. Found two. Week 2. Ask Idris."
    )


def test_a_form_has_its_facts_to_write_in_and_a_filled_paper_only_those_that_are_given() -> None:
    form = artefact("goal-chart", "title: A form\nblank_rows: 6\n")

    assert [fact.name.key for fact in form.facts] == ["who", "goal", "supporter"]
    assert len(form.rows) == 6
    assert [fact.name.key for fact in artefact("goal-chart", CHART).facts] == ["goal"]
    assert artefact("action-plan", "title: A form\n").facts != ()
    assert artefact("action-plan", "title: Ruth\nwhat: Ring Esther\n").facts == ()


def test_the_parts_of_a_session_begin_when_those_before_are_over() -> None:
    parts = "parts: [{part: Welcome, planned: 5}, {part: Review, planned: 15}, {part: Skill, planned: 10}]"
    clock = artefact("session-clock", f"title: A session\nminutes: 30\n{parts}\n")

    assert clock.columns[1] == Word("begins")
    assert [row[1] for row in clock.rows] == [0, 5, 20]


@pytest.mark.parametrize(
    ("thousandths", "band"), [(1000, 1), (1999, 1), (2000, 2), (2130, 2), (3999, 3), (4000, 4), (5000, 5)]
)
def test_a_mean_lies_in_the_band_that_it_has_reached(thousandths: int, band: int) -> None:
    assert Mean(thousandths).band == band
