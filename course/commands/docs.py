"""`course docs`: say where the docs are, and open one of them."""

from __future__ import annotations

import webbrowser
from pathlib import Path

from course.commands.output import FINE, WRONG_USE, fail
from course.diagnostics import did_you_mean
from course.shipped import SHIPPED

FOLDER = SHIPPED / "docs"


def run(name: str | None, is_opened: bool) -> int:
    """Print the path of each page of the docs, or of one, and open it if asked for."""
    pages = {path.stem: path for path in sorted(FOLDER.glob("*.md"))}
    if name is None:
        for page, path in pages.items():
            print(f"  {page:15}{_title(path)}")
        print(f"They are in {FOLDER}; `course docs hosting` prints where one is, with `--open` it is shown.")
        return FINE
    if name not in pages:
        step = did_you_mean(name, pages, f"name one of {', '.join(pages)}")
        return fail(f"there is no page `{name}` in the docs", step, code=WRONG_USE)
    print(pages[name])
    if is_opened:
        webbrowser.open(pages[name].as_uri())
    return FINE


def _title(path: Path) -> str:
    return path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
