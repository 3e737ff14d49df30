"""`course simulate`: records of invented trainers with stated true levels, and how many a study needs."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Iterator
from pathlib import Path

from course.build.own_folder import NotOursError
from course.commands.output import FINE, WRONG_USE, fail
from course.gathering.new_folder import require_new, write_files
from course.gathering.opened_course import open_course
from course.gathering.wrong_use import WrongUseError
from course.records.canonical import canonical
from course.simulation import planning
from course.simulation.study import Design, ImpossibleStudyError, Study, beta
from course.simulation.trainers import invented

RECORDS = "records"
LEVELS = "true-levels.csv"
ITEMS = "true-items.csv"


def run(folder: Path | None, trainers: int, out: Path, design: Design) -> int:
    """Write the records of so many trainers, and beside them what is true of trainers and items."""
    try:
        require_new(out)
        course = open_course(folder)
        study = Study(course.data, course.keys, design)
        study.require_possible()
        write_files(out, _files(study, trainers))
    except (WrongUseError, NotOursError) as error:
        return fail(str(error), code=WRONG_USE)
    except ImpossibleStudyError as error:
        return fail(str(error), "change what is asked for", WRONG_USE)
    answers = design.sets * design.set_size
    print(f"{trainers:,} record(s) of invented trainers, {answers:,} answers each: {out / RECORDS}")
    print(f"their true levels: {out / LEVELS}; the difficulty of the items: {out / ITEMS}")
    return FINE


def plan(level: float, spread: float, form: str) -> int:
    """Print how many trainers each of two groups needs, by items and by difference."""
    try:
        beta(level, spread)
    except ImpossibleStudyError as error:
        return fail(str(error), "change `--level` or `--spread`", WRONG_USE)
    found = planning.table(level, spread)
    if form == "json":
        rows = [
            {"items": items, "difference": difference, "trainers": needed}
            for items, row in found.items()
            for difference, needed in row.items()
        ]
        about = {"level": level, "spread": spread, "alpha": planning.ALPHA, "power": planning.POWER}
        print(json.dumps({**about, "needed": rows}, indent=2))
        return FINE
    print(f"Trainers in each of two groups, one at {level:g} on average and the other higher,")
    print(f"to see the difference with a power of {planning.POWER:.0%} (two-sided, {planning.ALPHA:g});")
    print(f"levels differ among trainers with a standard deviation of {spread:g}.\n")
    print(f"{'items each':>10}" + "".join(f"{f'+{one:g}':>8}" for one in planning.DIFFERENCES))
    for items, row in found.items():
        cells = (f"{'-' if needed is None else needed:>8}" for needed in row.values())
        print(f"{items:>10}" + "".join(cells))
    print("\nThe formula is that of Hayes and Bennett (1999); `course docs research` says what it assumes.")
    return FINE


def _files(study: Study, count: int) -> Iterator[tuple[str, bytes]]:
    levels: list[tuple[str, ...]] = [("file", "pseudonym", "knowledge", "judgement")]
    for one in invented(study, count):
        day = _day(one.record["record"]["exportedAt"])
        name = f"competence-{one.pseudonym}-{day}.json"
        stated = (f"{one.levels[strand]:.3f}" for strand in ("knowledge", "judgement"))
        levels.append((name, one.pseudonym, *stated))
        yield f"{RECORDS}/{name}", canonical(one.record) + b"\n"
    yield LEVELS, _csv(levels)
    yield ITEMS, _csv([("item", "strand", "difficulty", "misleading"), *_items(study)])


def _items(study: Study) -> Iterator[tuple[str, ...]]:
    for name, difficulty in study.difficulties.items():
        misled_by = study.design.misleading.get(name, "")
        yield name, study.course.items[name].strand, f"{difficulty:.3f}", misled_by


def _csv(rows: list[tuple[str, ...]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def _day(moment: int) -> str:
    return datetime.datetime.fromtimestamp(moment / 1000, datetime.UTC).date().isoformat()
