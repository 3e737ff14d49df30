"""The part `cohort`: a thousand records of people who have finished, dropped on the page of a supervisor.

They have finished initial education: each of its questions answered once, in sets of five.
Continuing units come years later, a few at a time, and hardly anyone ever answers them all.
"""

from __future__ import annotations

import statistics
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from playwright.sync_api import Page

from bench import machine
from bench.browser.opening import fresh_page, opened
from bench.browser.server import serving
from bench.builds.tasks import OURS, course_command
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
    window.longest = 0;
    new PerformanceObserver(list => {
        for (const { startTime, duration } of list.getEntries()) {
            // before it says that files are chosen the browser makes a list of them, and that is not ours
            const from = Math.max(startTime, window.begun ?? Infinity);
            window.longest = Math.max(window.longest, startTime + duration - from);
        }
    }).observe({type: 'longtask'});
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
_TICK = 0.1


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
                    found.append(_drop(page, server.address))
    seconds, cpu, task, memory = (statistics.median(one[place] for one in found) for place in range(4))
    text = (
        f"{where}\n\n"
        f"{count:,} records of {size / 1000:.0f} kB, {FINISHED} events each, "
        "are dropped on the page *Look at a group*. "
        "Every one is verified, compared with the keys, and computed again. "
        f"Rounds: {rounds}. The time of a task is that of the page's thread from the change event on, "
        "where 0 is less than 50; "
        "CPU is that of the whole browser, and memory that of the page's process with its workers.\n\n"
        "| Files | wall s | CPU s | longest task of the page, ms | peak memory, MB |\n"
        "| ---: | ---: | ---: | ---: | ---: |\n"
        f"| {count:,} | {seconds:.1f} | {cpu:.1f} | {task:.0f} | {memory:.0f} |"
    )
    figures = {"cohort": seconds, "cohort-task": task, "cohort-memory": memory}
    return Found(text, figures, {"cohort": f"({cpu:.0f} s of CPU)"})


def _write(count: int) -> float:
    """Write the files, unless they are there, and return the mean of their sizes."""
    course = course_folder.read((SHIPPED,)).course
    data, keys = course_data(course), course_keys(course)
    print(f"{count} records of {FINISHED} events", flush=True)
    write_records(FILES, count, data, keys, SEED, events=FINISHED, trainers=TRAINERS)
    return statistics.mean(path.stat().st_size for path in FILES.iterdir())


def _drop(page: Page, address: str) -> tuple[float, float, float, float]:
    page.goto(f"{address}/cohort.html")
    page.wait_for_selector("#cohort-files", state="visible")
    page.evaluate(_MEASURE)
    files = sorted(str(path) for path in FILES.iterdir())
    before = _cpu()
    with _largest() as memory:
        page.set_input_files("#cohort-files", files)
        page.wait_for_function("() => window.ended", timeout=PATIENCE)
    seconds: float = page.evaluate("() => (window.ended - window.begun) / 1000")
    longest: float = page.evaluate("() => window.longest")
    return seconds, _cpu() - before, longest, max(memory)


@contextmanager
def _largest() -> Iterator[list[float]]:
    """Watch the largest process of the browser while inside: the page's, whose workers are its threads."""
    found = [0.0]
    done = threading.Event()

    def watch() -> None:
        while not done.wait(_TICK):
            found.append(max(map(_resident, psutil.Process().children(recursive=True))) / 1e6)

    watching = threading.Thread(target=watch)
    watching.start()
    yield found
    done.set()
    watching.join()


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0  # it has ended meanwhile


def _cpu() -> float:
    """Return the seconds of CPU of everything that this process has started and that still runs."""
    times = [child.cpu_times() for child in psutil.Process().children(recursive=True)]
    return sum(one.user + one.system for one in times)
