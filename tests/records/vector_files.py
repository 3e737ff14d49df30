"""Vectors as files: JSON that a person can read and a test in another language can load."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

VECTORS = Path(__file__).parents[1] / "vectors" / "record"
GOLDEN = Path(__file__).parents[1] / "golden"


def text_of(about: str, **parts: Any) -> str:
    """Return the text of a vector file: what it is about, then its parts, one case to a line."""
    lines = [f' "about": {json.dumps(about)}']
    for name, part in parts.items():
        if isinstance(part, Sequence) and not isinstance(part, str):
            rows = ",\n".join(f"  {_line(row)}" for row in part)
            lines.append(f" {json.dumps(name)}: [\n{rows}\n ]")
        else:
            lines.append(f" {json.dumps(name)}: {_line(part)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _line(value: Any) -> str:
    # ASCII, so that half characters and signs that look alike survive every editor
    return json.dumps(value, ensure_ascii=True)
