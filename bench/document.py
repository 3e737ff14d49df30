"""Documents with a part that a simulation writes."""

from __future__ import annotations

from pathlib import Path


def write_between(document: Path, begin: str, end: str, text: str) -> None:
    """Put a text between two marks of a document, in place of what is there."""
    before, _, rest = document.read_text().partition(begin)
    _, _, after = rest.partition(end)
    document.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}")
