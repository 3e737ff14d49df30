"""`course schema`: write what an editor needs to complete and check the files of a course."""

from __future__ import annotations

from pathlib import Path

from course import editor
from course.commands.output import FINE, no_folder


def run(folder: Path) -> int:
    """Write the schemas, and the settings of VS Code where there are none yet."""
    if not folder.is_dir():
        return no_folder(folder)
    for path in editor.write_files(folder):
        print(f"  {path}")
    settings = folder / editor.SETTINGS
    if settings.read_text(encoding="utf-8", errors="replace") != editor.settings():
        print(f"{settings} is yours and stays as it is; it needs these lines:\n\n{editor.settings()}")
    return FINE
