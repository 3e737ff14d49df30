"""What the search loads when it is first used, and that it holds no text of questions."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.browser.server import compressed
from bench.browser.sites import Sites
from bench.report import kilobytes, table

_OURS = ("assets/search-documents.js", "assets/search.js", "assets/search.css")
_THEIRS = ("search/search_index.json",)


def quiz_texts_found(sites: Sites, site: Path) -> int:
    """Count the options of questions that can be found in an index and that no lesson says, too."""
    text = " ".join(_texts(site))
    pages = [page for unit in sites.units for page in unit.pages]
    lessons = " ".join(page.text for page in pages)
    choices = [choice.text for page in pages for item in page.items for choice in item.choices]
    return sum(choice in text and choice not in lessons for choice in choices)


def section(sites: Sites) -> str:
    """Return the sizes beside those of the peer."""
    head = (
        "Search",
        "kB",
        "gzip kB",
        "gzip kB per lesson",
        "options of questions in it",
        "loaded",
    )
    rows = [
        _row("ours, index", sites, sites.ours, _OURS[:1], "when the search is opened"),
        _row("ours, script and style", sites, sites.ours, _OURS[1:], "when the search is opened"),
        _row("Material with mkdocs-quiz, index", sites, sites.material, _THEIRS, "at every first visit"),
    ]
    return table(head, rows)


def _row(name: str, sites: Sites, site: Path, files: Sequence[str], when: str) -> tuple[object, ...]:
    contents = [(site / file).read_bytes() for file in files]
    size, small = sum(map(len, contents)), sum(len(compressed(content)) for content in contents)
    each = f"{small / sites.lessons / 1000:.2f}"
    return name, kilobytes(size), kilobytes(small), each, quiz_texts_found(sites, site), when


def _texts(site: Path) -> Iterator[str]:
    """Yield the texts of the index of a site, whichever it has."""
    ours, theirs = site / _OURS[0], site / _THEIRS[0]
    if ours.is_file():
        documents = json.loads(ours.read_text().partition("imr.search=")[2].rstrip(";\n"))["documents"]
        yield from (document.get("text", "") for document in documents)
    else:
        yield from (page["text"] for page in json.loads(theirs.read_text())["docs"])
