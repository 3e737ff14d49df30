"""Compile a course without a site engine: read, check, and make every page with its questions.

`python -m bench.builds.compile_once DIR` is what is measured, in a process of its own.
"""

from __future__ import annotations

import sys
from pathlib import Path

from course.build import pipeline
from course.shipped import site_assets
from course.targets import site


@pipeline.few_collections()
def compile_course(folder: Path) -> int:
    """Return how many files were made; a course with findings is not one to measure."""
    checked = pipeline.check(folder)
    if checked.findings:
        raise SystemExit(f"{len(checked.findings)} findings, the first: {checked.findings[0].message}")
    return sum(1 for _ in site.write(checked.course, site_assets()).files)


if __name__ == "__main__":
    print(compile_course(Path(sys.argv[1])))
