"""The folders that `course init` begins: a small course, or a host's folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

_SAMPLES = Path(__file__).parent / "samples"


def write(kind: str, folder: Path) -> Iterator[Path]:
    """Copy a sample (`course` or `host`) into a folder, yielding each file written."""
    root = _SAMPLES / kind
    for source in sorted(path for path in root.rglob("*") if path.is_file()):
        target = folder / source.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        yield target
