"""What comes out of the printer: the text of each page that Chromium prints."""

from __future__ import annotations

import unicodedata
from io import BytesIO

from playwright.sync_api import Page
from pypdf import PdfReader


def printed(page: Page, paper: str = "A4") -> list[str]:
    """Return the words of each printed page: one space between them, and no ligatures."""
    reader = PdfReader(BytesIO(page.pdf(format=paper)))
    texts = (unicodedata.normalize("NFKC", each.extract_text()) for each in reader.pages)
    return [" ".join(text.split()) for text in texts]
