"""What is asked of the records of many trainers."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from course.arguments.common import Commands, add_format, add_sources, command
from course.arguments.values import day, whole


def add(commands: Commands[ArgumentParser]) -> None:
    """Add the commands for the records of many trainers."""
    _add_cohort(command(commands, "cohort", "make tables and a report of many competence records", _cohort))
    _add_items(command(commands, "items", "say what many trainers' answers show of each item", _items))
    _add_assign(command(commands, "assign", "assign units to many trainers by their scores", _assign))
    _add_anonymise(
        command(commands, "anonymise", "make data for research, in which no one is named", _anonymise)
    )


def _add_cohort(cohort: ArgumentParser) -> None:
    add_sources(cohort)
    cohort.add_argument("--out", metavar="DIR", type=Path, required=True, help="where to write")
    cohort.add_argument("--jobs", metavar="N", type=whole, help="processes (default: one for each core)")
    cohort.add_argument("--scheduler", metavar="ADDRESS", help="a Dask scheduler, such as tcp://host:8786")


def _add_items(items: ArgumentParser) -> None:
    add_sources(items)
    add_format(items)
    items.add_argument("--out", metavar="FILE", type=Path, help="also write a page (HTML)")
    items.add_argument(
        "--blind", action="store_true", help="also compare with what the options alone give away"
    )


def _add_assign(assign: ArgumentParser) -> None:
    assign.add_argument(
        "--profile",
        metavar="FILE",
        type=Path,
        required=True,
        help="a table of fidelity scores, as CSV, XLSX or Parquet",
    )
    assign.add_argument("--out", metavar="DIR", type=Path, required=True, help="a new folder for the files")
    assign.add_argument(
        "--assigner", metavar="NAME", required=True, help="by which name trainers know who assigns"
    )
    assign.add_argument("--due", metavar="DATE", type=day, help="until when (default: no date)")
    assign.add_argument("--date", metavar="DATE", type=day, help="when it is assigned (default: today)")
    assign.add_argument(
        "--instrument", metavar="ID", help="which one was scored (default: the only one that the table fits)"
    )
    assign.add_argument("--trainer", metavar="NAME", help="whose scores they are, if the table names no one")
    assign.add_argument("--course", metavar="DIR", type=Path, help="the course (default: the shipped one)")
    add_format(assign)


def _add_anonymise(anonymise: ArgumentParser) -> None:
    add_sources(anonymise)
    anonymise.add_argument("--out", metavar="DIR", type=Path, required=True, help="a new folder to write")


# Each command is imported when it is run, so that none waits for what another needs.


def _cohort(words: Namespace) -> int:
    from course.commands import cohort

    return cohort.run(words.files, words.course, words.out, words.jobs, words.scheduler)


def _items(words: Namespace) -> int:
    from course.commands import items

    return items.run(words.files, words.course, words.format, words.out, words.blind)


def _assign(words: Namespace) -> int:
    from course.commands import assign

    asked = assign.Asked(
        words.profile, words.out, words.assigner, words.date, words.due, words.instrument, words.trainer
    )
    return assign.run(words.course, asked, words.format)


def _anonymise(words: Namespace) -> int:
    from course.commands import anonymise

    return anonymise.run(words.files, words.course, words.out)
