"""A lesson is cut into steps where its meaning does, and each says how long it takes."""

from __future__ import annotations

from course.artefacts import read_box
from course.markdown_reader import read_blocks
from course.model.prose import NO_PROSE
from course.model.steps import Step, steps_of
from course.model.units import Lesson
from course.source import NOWHERE, Source, Span

LONG = "People notice more than they say. " * 12
SCENE = "::: vignette ada: The second week\nAda looks round.\n:::"


def steps(*parts: str) -> tuple[Step, ...]:
    text = "\n\n".join(parts)
    blocks = read_blocks(Span(Source("lesson.md", text), 0, len(text)), lambda finding: None, read_box)
    return steps_of(Lesson("lesson", "A lesson", NO_PROSE, NO_PROSE, blocks, "lesson.md", NOWHERE))


def anchors(*parts: str) -> list[str]:
    return [step.anchor for step in steps(*parts)]


def test_every_heading_of_level_2_begins_a_step_that_has_its_anchor() -> None:
    assert anchors("## Why {#why}", "Short.", "## How", "Short.") == ["why", "how"]


def test_a_line_before_the_first_heading_stays_with_it() -> None:
    assert anchors("A line.", "## Why", "Text.") == ["why"]
    assert anchors(LONG, "## Why", "Text.") == ["title-lesson-2", "why"]


def test_a_scene_and_what_follows_it_are_steps_of_their_own_if_there_is_enough_to_read() -> None:
    assert anchors("## Why", LONG, SCENE, LONG) == ["why", "why-2", "why-3"]
    assert anchors("## Why", "Short.", SCENE, "Short.") == ["why"]


def test_whatever_is_asked_is_a_step_with_the_id_that_its_author_gave() -> None:
    assert anchors(
        "## Why", LONG, "::: question a-first\n:::", "::: quiz a-bank\n:::", "::: dialogue a-talk\n:::",
        "::: written-reply a-reply\n:::", "::: confidence after\n:::",
    ) == ["why", "item-a-first", "bank-a-bank", "dialogue-a-talk", "written-a-reply", "why-2"]  # fmt: skip


def test_a_heading_with_a_line_below_it_stays_with_its_exercise() -> None:
    assert anchors("## Practise", "Now you.", "::: dialogue a-talk\n:::", "## Check", "::: quiz a\n:::") == [
        "practise",
        "check",
    ]


def test_a_heading_of_level_3_begins_a_step_under_the_heading_of_its_section() -> None:
    why, part = steps("## Why", LONG, "### A part", "Text.")

    assert (why.section, part.section, part.heading, part.anchor) == ("", "Why", "A part", "a-part")


def test_steps_hold_every_block_once_and_no_two_have_the_same_anchor() -> None:
    found = steps("## Why", LONG, SCENE, LONG, "## Why 2", LONG, SCENE)

    assert [step.anchor for step in found] == ["why", "why-3", "why-4", "why-2", "why-2-2"]
    assert sum(len(step.blocks) for step in found) == 7
