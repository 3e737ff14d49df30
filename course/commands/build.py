"""`course build`: build the site of a course."""

from __future__ import annotations

import sys
from pathlib import Path

from course.build import engine, own_folder, pipeline, progress
from course.commands.output import FAILED, FINE, fail, no_folder, print_findings


def run(folder: Path, form: str, engine_name: str, is_cached: bool, output: Path | None) -> int:
    """Build the site and print findings and where the site is. Return 1 without a site."""
    if not folder.is_dir():
        return no_folder(folder)
    try:
        with progress.shown(sys.stderr) as show:
            built = pipeline.build(folder, engine_name, show, is_cached=is_cached, output=output)
    except (engine.EngineError, own_folder.NotOursError) as error:
        return fail(str(error))
    for note in built.notes:
        print(f"note: {note}", file=sys.stderr)
    if built.findings or form == "json":
        print_findings(built.findings, form)
    if built.site is None:
        return FAILED
    if form == "text":
        print(f"The site is in {built.site}; open {built.site / 'index.html'}")
    return FINE
