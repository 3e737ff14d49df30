"""Bundle the browser code: TypeScript and CSS in, one classic script each and one stylesheet out."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tools.node_packages import BundleError, esbuild, install

TEMPLATES = "site_templates"
SOURCES = ("runtime", "styles")
ENTRIES = {
    "learner.js": "runtime/pages/learner.ts",
    "foreign_words.js": "runtime/pages/foreign_words.ts",
    "wants_steps.js": "runtime/pages/wants_steps.ts",
    "steps.js": "runtime/pages/steps.ts",
    "search.js": "runtime/pages/search.ts",
    "assignment_page.js": "runtime/pages/assignment.ts",
    "certificate_page.js": "runtime/pages/certificate.ts",
    "checklists.js": "runtime/pages/checklists.ts",
    "exercises.js": "runtime/pages/exercises.ts",
    "ratings.js": "runtime/pages/ratings.ts",
    "profile_page.js": "runtime/pages/profile.ts",
    "record_page.js": "runtime/pages/record.ts",
    "review_page.js": "runtime/pages/review.ts",
    "desk_page.js": "runtime/pages/desk.ts",
    "observe_page.js": "runtime/pages/observe.ts",
    "cohort_page.js": "runtime/pages/cohort.ts",
    "xlsx.js": "runtime/pages/xlsx.ts",
    "home_page.js": "runtime/pages/home.ts",
    "progress.js": "runtime/pages/progress.ts",
    "printed_code.js": "runtime/pages/printed_code.ts",
    "shared_computer.js": "runtime/pages/shared_computer.ts",
    "spreadsheet.js": "runtime/pages/spreadsheet.ts",
    "unit_page.js": "runtime/pages/unit.ts",
    "placement_page.js": "runtime/pages/placement.ts",
    "course.css": "styles/course.css",
    "pages.css": "styles/pages.css",
    "exercises.css": "styles/exercises.css",
    "search.css": "styles/search.css",
}
# One classic script, because module scripts do not run from file://.
OPTIONS = (
    "--bundle",
    "--minify",
    "--format=iife",
    # what the scripts of a page share, whichever comes first; and by the name of its function each script
    # knows its own text, so that it can run once more in a worker
    "--banner:js=var imr=window.imr||{};(function imrScript(){",
    "--footer:js=})();",
    "--target=chrome100,firefox100,safari15.4",
    "--loader:.svg=dataurl",
    "--log-level=warning",
)


def make(root: Path) -> None:
    """Bring `site_templates/bundle/` up to date."""
    if is_fresh(root):
        return
    install(root)
    bundle = root / TEMPLATES / "bundle"
    bundle.mkdir(exist_ok=True)
    # moved into place when whole: a stopped run must not leave half a bundle that looks fresh
    with tempfile.TemporaryDirectory(prefix=".bundle-", dir=root / "node_modules") as folder:
        _run_esbuild(root, Path(folder))
        for name in ENTRIES:
            (Path(folder) / name).replace(bundle / name)
    for file in bundle.iterdir():
        if file.name not in ENTRIES:
            file.unlink()  # of an older name; everything in the folder comes with the site


def is_fresh(root: Path) -> bool:
    """Say whether the bundle is there and newer than everything it is made from."""
    bundle = [root / TEMPLATES / "bundle" / name for name in ENTRIES]
    if not all(file.is_file() for file in bundle):
        return False
    newest_input = max(path.stat().st_mtime for path in _inputs(root))
    return newest_input <= min(file.stat().st_mtime for file in bundle)


def _inputs(root: Path) -> Iterator[Path]:
    for folder in SOURCES:
        # folders too: theirs is the only time that a removed file changes
        yield root / TEMPLATES / folder
        yield from (root / TEMPLATES / folder).rglob("*")
    for name in ("package.json", "package-lock.json", "tsconfig.json"):
        yield root / name
    yield Path(__file__)


def _run_esbuild(root: Path, folder: Path) -> None:
    entries = [f"{Path(name).stem}={TEMPLATES}/{source}" for name, source in ENTRIES.items()]
    command = [str(esbuild(root)), *entries, *OPTIONS, f"--outdir={folder}"]
    outcome = subprocess.run(command, cwd=root, stderr=subprocess.PIPE, text=True)
    if outcome.returncode != 0:
        raise BundleError(
            f"{outcome.stderr}\nesbuild could not bundle the browser code; its words are above\n"
            f"  = help: fix what it names in {TEMPLATES}/, then try again"
        )


if __name__ == "__main__":
    try:
        make(Path(__file__).parents[1])
    except BundleError as problem:
        sys.exit(f"error: {problem}")
