"""The folders that `course init` begins: a small course, or a host's folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_SAMPLES = Path(__file__).parent / "samples"
COURSE_ID = "my-course"
_COURSE_FILE = "content/course.yml"
# what is beside every course; here without the dots that hide a file from people and from tools
_BESIDE = {
    "beside/gitignore": ".gitignore",
    "beside/github.yml": ".github/workflows/site.yml",
    "beside/gitlab.yml": ".gitlab-ci.yml",
}
_BESIDE_HOST = {
    "beside-host/Dockerfile": "Dockerfile",
    "beside-host/dockerignore": ".dockerignore",
}


def write(kind: str, folder: Path, course_id: str = COURSE_ID) -> Iterator[Path]:
    """Copy a sample (`course` or `host`), yielding each file written; a course gets this id."""
    root = _SAMPLES / kind
    for source in sorted(path for path in root.rglob("*") if path.is_file()):
        path = source.relative_to(root).as_posix()
        content = source.read_bytes()
        if path == _COURSE_FILE:
            content = content.replace(f"id: {COURSE_ID}\n".encode(), f"id: {course_id}\n".encode())
        yield _written(folder / path, content)
    for name, path in {**_BESIDE, **(_BESIDE_HOST if kind == "host" else {})}.items():
        yield _written(folder / path, (_SAMPLES / name).read_bytes())


def _written(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
