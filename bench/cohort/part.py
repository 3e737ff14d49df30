"""The part `cohort`: a thousand records of a finished course, dropped on the page of a supervisor."""

from __future__ import annotations

import shutil
import statistics
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from bench import machine
from bench.browser.opening import fresh_page, opened
from bench.browser.server import serving
from bench.builds.tasks import OURS, course_command
from bench.measuring import measure
from bench.peers.environments import FOLDER
from bench.records.files import record, under_another_name
from bench.report import Found
from bench.text.course import SEED
from course.reading import course_folder
from course.records.course_data import course_data
from course.records.course_keys import course_keys
from course.shipped import SHIPPED

GROUND = FOLDER / "cohort"
FILES = GROUND / "files"
MOST = 1_000  # of one cohort
TRAINERS = 200  # with events of their own; further files repeat them under other names
PATIENCE = 300_000
# of each set of five answers, one more event ends it; a fifth of the items is answered once more
EVENTS_PER_ITEM = 1.44
_WATCH = """
    window.tasks = [];
    new PerformanceObserver(list => window.tasks.push(...list.getEntries().map(one => one.duration)))
        .observe({type: 'longtask', buffered: true});
"""
_MEASURE = """() => {
    window.tasks.length = 0;
    const files = document.querySelector('#cohort-files');
    files.addEventListener('change', () => { window.begun = performance.now() }, {once: true, capture: true});
    const cohort = document.querySelector('[data-module=cohort]');
    new MutationObserver((_, watching) => {
        const isReading = cohort.querySelector('[data-role=progress]:not([hidden])');
        if (isReading || !cohort.querySelector('[data-role=overview] tbody tr')) return;
        watching.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => { window.ended = performance.now() }));
    }).observe(cohort, {subtree: true, childList: true, attributes: true});
}"""
_MEMORY = "() => performance.memory ? performance.memory.usedJSHeapSize / 1e6 : 0"


def run(count: int, rounds: int) -> Found:
    """Measure how long the table takes, and whether the page answers meanwhile."""
    where = machine.described()
    size = _write(count)
    # the site of a course cannot lie in the folder of the course
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        measure([*course_command("build", SHIPPED), "--output", str(site)], Path(), OURS)
        with serving(site) as server, opened() as browser:
            found = []
            for number in range(1, rounds + 1):
                print(f"{count} records, round {number} of {rounds}", flush=True)
                with fresh_page(browser, _WATCH) as page:
                    found.append(_drop(page, server.address))
    seconds, task, memory = (statistics.median(one[place] for one in found) for place in range(3))
    text = (
        f"{where}\n\n"
        f"{count} records of {size / 1000:.0f} kB, of people who have answered every question of the course, "
        "are dropped on the page *Look at a group*. "
        "Every one is verified, compared with the keys, and computed again. "
        f"Medians of {rounds} rounds.\n\n"
        "| Files | Until the table is there | Longest task of the page | Script memory of the page |\n"
        "|---:|---:|---:|---:|\n"
        f"| {count} | {seconds:.1f} s | {task:.0f} ms | {memory:.0f} MB |"
    )
    return Found(text, {"cohort": seconds, "cohort-task": task})


def _write(count: int) -> float:
    """Write the files, unless they are there, and return the mean of their sizes."""
    course = course_folder.read((SHIPPED,)).course
    data, keys = course_data(course), course_keys(course)
    events = round(len(data.items) * EVENTS_PER_ITEM)
    made, mark = FILES.with_suffix(".made"), f"{count} {SEED} {events} {data.content_hash}"
    if not (made.exists() and made.read_text() == mark):
        print(f"writing {count} records of {events} events", flush=True)
        shutil.rmtree(FILES, ignore_errors=True)
        FILES.mkdir(parents=True)
        trainers = [record(data, keys, events, SEED, number) for number in range(min(count, TRAINERS))]
        for number in range(count):
            content = under_another_name(trainers[number % len(trainers)], f"{SEED}/{number}")
            (FILES / f"{number:05}.json").write_bytes(content)
        made.write_text(mark)
    return statistics.mean(path.stat().st_size for path in FILES.iterdir())


def _drop(page: Page, address: str) -> tuple[float, float, float]:
    page.goto(f"{address}/cohort.html")
    page.wait_for_selector("#cohort-files", state="visible")
    page.evaluate(_MEASURE)
    page.set_input_files("#cohort-files", sorted(str(path) for path in FILES.iterdir()))
    page.wait_for_function("() => window.ended", timeout=PATIENCE)
    seconds: float = page.evaluate("() => (window.ended - window.begun) / 1000")
    tasks: list[Any] = page.evaluate("() => window.tasks")
    memory: float = page.evaluate(_MEMORY)
    return seconds, max(tasks, default=0), memory
