"""The part `cohort`: a thousand records of a finished course, dropped on the page of a supervisor."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

import psutil
from playwright.sync_api import Browser, Page

from bench import machine
from bench.browser.opening import fresh_page, opened
from bench.browser.server import serving
from bench.builds.tasks import OURS, course_command
from bench.growth.tasks import traced
from bench.measuring import measure
from bench.peers.environments import FOLDER
from bench.records.files import FINISHED, write_records
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
_MEASURE = """() => {
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
                with fresh_page(browser) as page:
                    found.append(_drop(browser, page, server.address))
    seconds, cpu, task, memory = (statistics.median(one[place] for one in found) for place in range(4))
    text = (
        f"{where}\n\n"
        f"{count:,} records of {size / 1000:.0f} kB, {FINISHED} events each, "
        "are dropped on the page *Look at a group*. "
        "Every one is verified, compared with the keys, and computed again. "
        f"Rounds: {rounds}. The time of a task is that of the page's thread, from Chromium's own trace; "
        "CPU is that of the whole browser.\n\n"
        "| Files | wall s | CPU s | longest task of the page, ms | script memory of the page, MB |\n"
        "| ---: | ---: | ---: | ---: | ---: |\n"
        f"| {count:,} | {seconds:.1f} | {cpu:.1f} | {task:.0f} | {memory:.0f} |"
    )
    return Found(text, {"cohort": seconds, "cohort-task": task}, {"cohort": f"({cpu:.0f} s of CPU)"})


def _write(count: int) -> float:
    """Write the files, unless they are there, and return the mean of their sizes."""
    course = course_folder.read((SHIPPED,)).course
    data, keys = course_data(course), course_keys(course)
    print(f"{count} records of {FINISHED} events", flush=True)
    write_records(FILES, count, data, keys, SEED, events=FINISHED, trainers=TRAINERS)
    return statistics.mean(path.stat().st_size for path in FILES.iterdir())


def _drop(browser: Browser, page: Page, address: str) -> tuple[float, float, float, float]:
    page.goto(f"{address}/cohort.html")
    page.wait_for_selector("#cohort-files", state="visible")
    page.evaluate(_MEASURE)
    files = sorted(str(path) for path in FILES.iterdir())
    before = _cpu()
    cost = traced(browser, page, lambda: _read(page, files))
    seconds: float = page.evaluate("() => (window.ended - window.begun) / 1000")
    memory: float = page.evaluate(_MEMORY)
    return seconds, _cpu() - before, cost.longest, memory


def _read(page: Page, files: list[str]) -> None:
    page.set_input_files("#cohort-files", files)
    page.wait_for_function("() => window.ended", timeout=PATIENCE)


def _cpu() -> float:
    """Return the seconds of CPU of everything that this process has started and that still runs."""
    times = [child.cpu_times() for child in psutil.Process().children(recursive=True)]
    return sum(one.user + one.system for one in times)
