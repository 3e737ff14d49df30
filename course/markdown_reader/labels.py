"""Labels of a lesson, `[^note]: …` and `[words]: address`, that nothing on the page uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from course.diagnostics import Diagnostic
from course.source import Span

_DEFINED = re.compile(r"[ \t>]*(?:[-*+]|\d+[.)])?[ \t]*\[([^\[\]]+)\]:")


def unused(env: dict[str, Any], region: Span) -> Iterator[Diagnostic]:
    """Find footnotes and addresses of links that are written down and shown nowhere."""
    text = region.source.text[region.start : region.end]
    for label, number in env.get("footnotes", {}).get("refs", {}).items():
        if number < 0:
            yield unused_label(f"[^{label[1:]}]", region.find(f"[^{label[1:]}]:"))
    for reference in env.get("references", {}).values():
        line = region.lines(*reference["map"])
        found = _DEFINED.match(text, line.start - region.start)
        if found and not _is_used(found[1], text):
            yield unused_label(f"[{found[1]}]", line.find(f"[{found[1]}]"))
    for reference in env.get("duplicate_refs", ()):
        line = region.lines(*reference["map"])
        yield unused_label(f"[{reference['label'].lower()}]", line)


def _is_used(label: str, text: str) -> bool:
    words = r"\s+".join(map(re.escape, label.split()))
    return bool(re.search(rf"\[\s*{words}\s*\](?!:)", text, re.IGNORECASE))


def unused_label(label: str, span: Span) -> Diagnostic:
    """A footnote, or the address of a link, is written on a page that never uses it, so no one sees it.

    Where the same label is given twice, only the first counts.
    """
    return Diagnostic(
        "unused-label",
        f"nothing on this page uses this `{label}`",
        span,
        f"write `{label}` where it belongs, or delete this line",
    )
