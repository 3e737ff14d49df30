"""The search index: its size for each lesson, and that it holds no text of questions."""

from __future__ import annotations

import json
from pathlib import Path

from bench.browser.server import compressed
from bench.browser.sites import Sites
from bench.report import kilobytes, table

_INDEX = "search/search_index.json"


def quiz_texts_found(sites: Sites, site: Path) -> int:
    """Count the options of questions that can be found in an index; no lesson holds such a sentence."""
    pages = json.loads((site / _INDEX).read_text())["docs"]
    text = " ".join(page["text"] for page in pages)
    items = [item for unit in sites.units for page in unit.pages for item in page.items]
    return sum(choice.text in text for item in items for choice in item.choices)


def section(sites: Sites) -> str:
    """Return the sizes beside those of the peer."""
    head = (
        "Search index",
        "kB",
        "gzip kB",
        "kB per lesson",
        "gzip kB per lesson",
        "options of questions in it",
    )
    rows = [_row("ours", sites, sites.ours), _row("Material with mkdocs-quiz", sites, sites.material)]
    return table(head, rows)


def _row(name: str, sites: Sites, site: Path) -> tuple[object, ...]:
    content = (site / _INDEX).read_bytes()
    sizes = (len(content), len(compressed(content)))
    each = (f"{size / sites.lessons / 1000:.2f}" for size in sizes)
    return name, *map(kilobytes, sizes), *each, quiz_texts_found(sites, site)
