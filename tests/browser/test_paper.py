"""On paper: the questions can be answered with a pen, and the key stands apart."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.conftest import LESSON
from tests.browser.talking import open_talk, talk


def test_the_key_is_printed_as_a_block_of_its_own_after_the_questions(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / LESSON).as_uri())

    text = _paper(page)

    last_question = text.index("What does she do now?")
    assert text.index("Key") > last_question
    assert "You start from what people know." not in text
    assert "Check answer" not in text


def test_a_dialogue_is_printed_as_a_script_with_the_observers_notes_apart(
    page: Page, sample_site: Path
) -> None:
    open_talk(page, sample_site.as_uri())
    talk(page, ["a"])

    # lines are broken where the paper ends
    text = " ".join(_paper(page).split())

    script, notes = text.split("For the observer: A quiet group, with Ben")
    assert "Turn 1, Ben" in script
    assert "There is no right answer." in script
    assert "He leans back." in script
    assert "Go on at turn 3." in script
    assert "How it ends: The group talks" in script
    assert "You take the silence away" not in script
    assert "You take the silence away" in notes
    assert "A better wording:" in notes
    for on_screen in ("Write your own reply first", "What comes of reply", "What do you say?"):
        assert on_screen not in text


def _paper(page: Page) -> str:
    reader = PdfReader(BytesIO(page.pdf(format="A4")))
    return "\n".join(each.extract_text() for each in reader.pages)
