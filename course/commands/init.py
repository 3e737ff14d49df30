"""`course init`: begin a course, or a host's folder."""

from __future__ import annotations

import secrets
import string
from pathlib import Path

from course import editor, sample
from course.commands.output import FINE, WRONG_USE, fail

_LETTERS = 6


def run(folder: Path, is_host: bool) -> int:
    """Write the sample into a new folder, and say what to do next."""
    if folder.exists() and any(folder.iterdir()):
        return fail(f"{folder} is not empty", "name a new folder", code=WRONG_USE)
    for path in sample.write("host" if is_host else "course", folder, _new_id()):
        print(f"  {path}")
    for path in editor.write_files(folder):
        print(f"  {path}")
    print(f"Next: course serve {folder}")
    return FINE


def _new_id() -> str:
    """Return an id that no other course has: two courses of one id on one host would share their records."""
    letters = "".join(secrets.choice(string.ascii_lowercase) for _ in range(_LETTERS))
    return f"{sample.COURSE_ID}-{letters}"
