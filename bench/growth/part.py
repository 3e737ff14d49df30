"""The part `growth`: one record of more and more events, on the command line and in the browser."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from statistics import median

import msgspec

from bench import machine
from bench.browser.opening import opened
from bench.browser.server import serving
from bench.builds.tasks import OURS, course_command
from bench.growth.tasks import Work, work_of
from bench.measuring import Usage, measure, middle
from bench.peers.environments import FOLDER
from bench.records.files import record, under_another_name
from bench.report import Found, megabytes, table
from bench.text.course import SEED
from bench.text.ours import write_course
from course.build import pipeline
from course.reading import course_folder
from course.records.course_data import CourseData, course_data
from course.records.course_keys import CourseKeys, course_keys

LESSONS = 30
GROUND = FOLDER / "growth"
COURSE = GROUND / "course"
SAME = "one trainer"
VERIFY, SHOW, MERGE = (
    "`course record verify`",
    "`course record show`",
    "`course record merge` with its first half",
)

_SAID = """\
A file may have 50 MB, which is about {most:,} events of this kind, so 100,000 cannot be measured.
{file}
In the browser the time is that of the page's thread, from Chromium's own trace, \
so what else the machine does is not in it; files are read in a worker, whose time is not the page's."""


def run(sizes: tuple[int, ...], rounds: int) -> Found:
    """Measure with a record of each size; the largest once."""
    where = machine.described()
    course, keys, lesson = _prepare()
    commands: dict[int, dict[str, Usage]] = {}
    pages: dict[int, dict[str, Work]] = {}
    with opened() as browser, serving(COURSE / "site") as server:
        for size in sizes:
            times = 1 if size == max(sizes) else rounds
            file = _write(course, keys, size)
            commands[size] = _commands(size, times)
            found: defaultdict[str, list[Work]] = defaultdict(list)
            for number in range(1, times + 1):
                print(f"a record of {size:,} events in the browser, round {number} of {times}", flush=True)
                for name, work in work_of(browser, server.address, lesson, file).items():
                    found[name].append(work)
            pages[size] = {name: _middle(works) for name, works in found.items()}
    return Found(
        "\n\n".join([where, _explained(sizes), _commands_told(commands), _pages_told(pages, rounds)])
    )


def _prepare() -> tuple[CourseData, CourseKeys, str]:
    """Write the course, build it, and return what records are made of; one lesson stays unanswered."""
    write_course(COURSE, LESSONS)
    built = pipeline.build(COURSE)
    if built.site is None:
        raise AssertionError("the course of the bench does not build")
    course = course_folder.read((COURSE,)).course
    data = course_data(course)
    lesson = next(one for one in course.lessons.values() if any(one.quiz_places()))
    unanswered = {
        item.id for place in lesson.quiz_places() for item in course.banks_by_id[place.bank.id].items()
    }
    items = {name: item for name, item in data.items.items() if name not in unanswered}
    path = next(
        path
        for path in sorted((built.site).rglob("*.html"))
        if f'id="item-{min(unanswered)}"' in path.read_text() and "print" not in path.parts
    )
    return msgspec.structs.replace(data, items=items), course_keys(course), str(path.relative_to(built.site))


def _write(course: CourseData, keys: CourseKeys, events: int) -> Path:
    """Write a record, and one of its first half."""
    folder = GROUND / f"{events}"
    folder.mkdir(parents=True, exist_ok=True)
    for name, count in (("record.json", events), ("half.json", events // 2)):
        content = under_another_name(record(course, keys, count, SEED, 0), SAME)
        (folder / name).write_bytes(content)
    return folder / "record.json"


def _commands(size: int, rounds: int) -> dict[str, Usage]:
    folder = (GROUND / f"{size}").absolute()
    course = ("--course", str(COURSE.absolute()))
    tasks = {
        VERIFY: ("verify", *course, "record.json"),
        SHOW: ("show", *course, "record.json"),
        MERGE: ("merge", *course, "record.json", "half.json", "--output", "merged.json"),
    }
    found: defaultdict[str, list[Usage]] = defaultdict(list)
    for number in range(1, rounds + 1):
        print(f"a record of {size:,} events, round {number} of {rounds}", flush=True)
        for name, words in tasks.items():
            (folder / "merged.json").unlink(missing_ok=True)
            found[name].append(measure(course_command("record", *words), folder, OURS))
    return {name: middle(usages) for name, usages in found.items()}


def _middle(works: list[Work]) -> Work:
    return Work(median(work.longest for work in works), median(work.all for work in works))


def _explained(sizes: tuple[int, ...]) -> str:
    largest = max(sizes)
    size = (GROUND / f"{largest}" / "record.json").stat().st_size
    said = f"The largest here has {largest:,} events in {megabytes(size)} MB and is measured once."
    return _SAID.format(most=round(50e6 / size * largest, -3) or largest, file=said).replace(".0 ", " ")


def _commands_told(measured: dict[int, dict[str, Usage]]) -> str:
    head = ("On the command line", "events", "CPU s", "peak MB", "CPU µs per event")
    return table(
        head,
        [
            (name, f"{size:,}", f"{used.cpu:.2f}", megabytes(used.peak), f"{used.cpu / size * 1e6:.0f}")
            for name in (VERIFY, SHOW, MERGE)
            for size, rows in measured.items()
            for used in (rows[name],)
        ],
    )


def _pages_told(measured: dict[int, dict[str, Work]], rounds: int) -> str:
    once = "once" if rounds == 1 else f"medians of {rounds}"
    head = (f"In the browser, {once}", "events", "longest task ms", "all work ms")
    names = list(next(iter(measured.values())))
    return table(
        head,
        [
            (name, f"{size:,}", f"{work.longest:.0f}", f"{work.all:.0f}")
            for name in names
            for size, rows in measured.items()
            for work in (rows[name],)
        ],
    )
