"""The folders that `course init` begins: a small course, or a host's folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_SAMPLES = Path(__file__).parent / "samples"
COURSE_ID = "my-course"
_COURSE_FILE = "content/course.yml"


def write(kind: str, folder: Path, course_id: str = COURSE_ID) -> Iterator[Path]:
    """Copy a sample (`course` or `host`) into a folder, yielding each file written; a course gets this id."""
    root = _SAMPLES / kind
    for source in sorted(path for path in root.rglob("*") if path.is_file()):
        path = source.relative_to(root)
        content = source.read_bytes()
        if path.as_posix() == _COURSE_FILE:
            content = content.replace(f"id: {COURSE_ID}\n".encode(), f"id: {course_id}\n".encode())
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        yield target
