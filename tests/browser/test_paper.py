"""On paper: the questions can be answered with a pen, and the key stands apart."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.conftest import LESSON


def test_the_key_is_printed_as_a_block_of_its_own_after_the_questions(page: Page, sample_site: Path) -> None:
    page.goto((sample_site / LESSON).as_uri())

    text = _paper(page)

    last_question = text.index("What does she do now?")
    assert text.index("Key") > last_question
    assert "You start from what people know." not in text
    assert "Check answer" not in text


def _paper(page: Page) -> str:
    reader = PdfReader(BytesIO(page.pdf(format="A4")))
    return "\n".join(each.extract_text() for each in reader.pages)
