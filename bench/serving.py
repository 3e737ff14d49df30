"""The part `serve`: from saving a lesson to seeing the change in a browser."""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Page

from bench import machine
from bench.browser.opening import fresh_page, opened
from bench.builds.tasks import OURS, Ground, change, course_command
from bench.report import Found, table
from bench.text.course import Unit
from bench.text.ours import write_course

LARGEST = 300

_WAY = """\
A lesson is open in a browser while `course serve` runs; a sentence is added to its file, and the time runs \
from the end of writing until that sentence is on the page, without a touch of the browser."""


def run(sizes: Sequence[int], rounds: int) -> Found:
    """Measure the sizes up to 300 lessons, and tell."""
    where = machine.described()
    rows = []
    for lessons in [size for size in sizes if size <= LARGEST]:
        print(f"serving {lessons} lessons", flush=True)
        times = _times(lessons, rounds)
        rows.append((lessons, f"{median(times):.2f}", f"{max(times):.2f}"))
    left_out = [f"{size}" for size in sizes if size > LARGEST]
    said = f"Courses of {', '.join(left_out)} lessons are left out, to save time." if left_out else ""
    head = ("Lessons", f"save to visible change s, median of {rounds}", "slowest s")
    return Found("\n\n".join(filter(None, (where, _WAY, table(head, rows), said))))


def _times(lessons: int, rounds: int) -> list[float]:
    folder = Ground(lessons).serving
    units = write_course(folder, lessons)
    with _served(folder) as address, opened() as browser, fresh_page(browser) as page:
        page.goto(f"{address}{units[0].folder}/{units[0].pages[2].id}.html")
        return [_time(page, _file(folder, units[0]), f"in round {n}") for n in range(1, rounds + 1)]


def _file(folder: Path, unit: Unit) -> Path:
    return folder / "content" / unit.folder / unit.pages[2].file


def _time(page: Page, lesson: Path, word: str) -> float:
    change(lesson, word)
    saved = time.perf_counter()
    page.get_by_text(f"This lesson was changed {word}.").wait_for()
    return time.perf_counter() - saved


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """Serve a course while inside; the value is its address."""
    words = course_command("serve", folder, "--port", "8650")
    environment = os.environ | OURS | {"PYTHONUNBUFFERED": "1"}
    serving = subprocess.Popen(
        words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        yield _address(serving)
    finally:
        # a shell in the background would have it ignore an interrupt
        serving.terminate()
        serving.wait()


def _address(serving: subprocess.Popen[str]) -> str:
    for line in serving.stdout or ():
        if found := re.search(r"http://\S+/", line):
            return found[0]
    raise AssertionError("`course serve` ended before it served anything")
