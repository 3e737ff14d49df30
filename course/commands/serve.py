"""`course serve`: build, serve locally and reload after every change."""

from __future__ import annotations

import sys
from pathlib import Path

from course import preview
from course.commands.output import is_colour, no_folder


def run(folder: Path, engine_name: str, host: str, port: int) -> int:
    """Serve a course until interrupted."""
    if not folder.is_dir():
        return no_folder(folder)
    try:
        return preview.serve(folder, engine_name, host, port, is_colour=is_colour(sys.stdout))
    except KeyboardInterrupt:
        print("Stopped.", flush=True)
        return 0
