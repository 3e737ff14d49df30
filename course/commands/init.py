"""`course init`: begin a course, or a host's folder."""

from __future__ import annotations

from pathlib import Path

from course import sample
from course.commands.output import FINE, WRONG_USE, fail


def run(folder: Path, is_host: bool) -> int:
    """Write the sample into a new folder, and say what to do next."""
    if folder.exists() and any(folder.iterdir()):
        return fail(f"{folder} is not empty", "name a new folder", code=WRONG_USE)
    for path in sample.write("host" if is_host else "course", folder):
        print(f"  {path}")
    print(f"Next: course serve {folder}")
    return FINE
