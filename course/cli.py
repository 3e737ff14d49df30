"""The words of the `course` command: read them, and run the command that they name."""

from __future__ import annotations

import argparse
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from course import __version__
from course.commands.output import FAILED, WRONG_USE, fail
from course.commands.terminal import show_what_can_be_shown

Commands = argparse._SubParsersAction  # what `add_subparsers` returns has no public name


def main(words: Sequence[str] | None = None) -> int:
    """Run the command. Return 0 when fine, 1 with findings or a failure, 2 after wrong use."""
    show_what_can_be_shown()
    arguments = parser().parse_args(words)
    try:
        return int(arguments.run(arguments))
    except KeyboardInterrupt:
        return fail("stopped")
    except BrokenPipeError:
        sys.stderr.close()
        return FAILED
    except OSError as error:
        return fail(f"{error.strerror or error}: {error.filename or ''}".rstrip(": "))


def parser() -> ArgumentParser:
    """Make the parser of all commands and their options."""
    parser = ArgumentParser(
        prog="course", description="Compile a course for IMR trainers into a training site."
    )
    parser.add_argument("--version", action="version", version=f"course {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_init(_command(commands, "init", "begin a course, or a host's folder", _init))
    _add_check(_command(commands, "check", "read a course and say what to fix", _check))
    _add_build(_command(commands, "build", "build the site into DIR/site", _build))
    _add_serve(_command(commands, "serve", "build, serve locally and reload after every change", _serve))
    explain = _command(commands, "explain", "explain the code of a finding", _explain)
    explain.add_argument("code", metavar="CODE")
    _add_folder(
        _command(commands, "schema", "write what an editor needs to check files as you type", _schema)
    )
    _add_import(
        _command(commands, "import", "make banks of questions in Moodle XML, GIFT, Aiken or CSV", _import)
    )
    _add_docs(_command(commands, "docs", "say where the docs are, or show one of them", _docs))
    _add_record(_described(commands, "record", "verify, merge or show competence records"))
    _add_cohort(_command(commands, "cohort", "make tables and a report of many competence records", _cohort))
    _add_items(_command(commands, "items", "say what many trainers' answers show of each item", _items))
    _add_assign(_command(commands, "assign", "assign units to many trainers by their scores", _assign))
    _add_anonymise(
        _command(commands, "anonymise", "make data for research, in which no one is named", _anonymise)
    )
    _add_simulate(
        _command(commands, "simulate", "invent trainers with known levels, or plan a study", _simulate)
    )
    return parser


def _command(
    commands: Commands[ArgumentParser], name: str, text: str, run: Callable[[Namespace], int]
) -> ArgumentParser:
    command = _described(commands, name, text)
    command.set_defaults(run=run)
    return command


def _described(commands: Commands[ArgumentParser], name: str, text: str) -> ArgumentParser:
    return commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")


def _add_init(init: ArgumentParser) -> None:
    init.add_argument("folder", metavar="DIR", type=Path)
    init.add_argument("--host", action="store_true", help="begin a folder that hosts the shipped course")


def _add_check(check: ArgumentParser) -> None:
    _add_folder(check)
    _add_format(check)
    check.add_argument(
        "--against",
        metavar="OLD",
        help="also say what learners would lose, compared with a folder, a wheel or a git revision",
    )
    measured = check.add_mutually_exclusive_group()
    measured.add_argument(
        "--blueprint",
        action="store_true",
        help="also show how often each competency is asked about, by unit and level",
    )
    measured.add_argument(
        "--blind", action="store_true", help="also show how far the options alone give the key away"
    )


def _add_build(build: ArgumentParser) -> None:
    _add_folder(build)
    _add_format(build)
    _add_engine(build)
    build.add_argument(
        "--output", metavar="DIR", type=Path, help="where to put the site (default: the course's `site`)"
    )
    build.add_argument(
        "--no-cache", action="store_true", help="make everything anew, and recall nothing of earlier builds"
    )


def _add_serve(serve: ArgumentParser) -> None:
    _add_folder(serve)
    _add_engine(serve)
    serve.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default: this machine only)"
    )
    serve.add_argument("--port", type=int, default=8000, help="port, or the next free one (default: 8000)")


def _add_import(importing: ArgumentParser) -> None:
    importing.add_argument("file", metavar="FILE", type=Path)
    importing.add_argument(
        "--out",
        metavar="DIR",
        type=Path,
        help="where to write (default: `quizzes/imported` of the course here)",
    )
    importing.add_argument("--unit", metavar="ID", default="", help="the unit that the questions belong to")
    importing.add_argument(
        "--from",
        dest="form",
        choices=("moodle-xml", "gift", "aiken", "csv"),
        default="",
        help="the format of the file (default: what its name and its text look like)",
    )
    importing.add_argument("--format", choices=("text", "json"), default="text")


def _add_docs(docs: ArgumentParser) -> None:
    docs.add_argument("name", metavar="PAGE", nargs="?", help="a page, such as authoring or hosting")
    docs.add_argument("--open", action="store_true", help="show it in the program for such files")


def _add_record(record: ArgumentParser) -> None:
    verbs = record.add_subparsers(title="commands", required=True, metavar="COMMAND")
    verify = verbs.add_parser("verify", help="say what in each file does not agree, and what is odd")
    _add_records(verify, _verify, ("text", "json"))
    verify.add_argument(
        "--since", metavar="EARLIER", type=Path, help="an earlier file, all of which must still be there"
    )
    merge = verbs.add_parser("merge", help="make one record of several of the same person")
    _add_records(merge, _merge, ())
    merge.add_argument(
        "--same-person", action="store_true", help="the files are one person's, though pseudonyms differ"
    )
    merge.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="where to write (default: standard output)"
    )
    show = verbs.add_parser("show", help="show the competence profile of each file")
    _add_records(show, _show, ("text", "json", "csv"))


def _add_records(verb: ArgumentParser, run: Callable[[Namespace], int], formats: tuple[str, ...]) -> None:
    # plain names, because there may be a hundred thousand, and a Path takes up ten times as much
    verb.add_argument("files", metavar="FILE", nargs="+", help="a record, or a folder of records")
    verb.add_argument(
        "--course", metavar="DIR", type=Path, help="the course of the records (default: the shipped one)"
    )
    if formats:
        verb.add_argument("--format", choices=formats, default="text")
    verb.set_defaults(run=run)


def _add_cohort(cohort: ArgumentParser) -> None:
    cohort.add_argument(
        "files",
        metavar="FILES",
        nargs="+",
        help="a folder of records, a record, a pattern such as 'a/*.json', or an address such as s3://…",
    )
    cohort.add_argument("--out", metavar="DIR", type=Path, required=True, help="where to write")
    cohort.add_argument(
        "--course", metavar="DIR", type=Path, help="the course of the records (default: the shipped one)"
    )
    cohort.add_argument("--jobs", metavar="N", type=_whole, help="processes (default: one for each core)")
    cohort.add_argument("--scheduler", metavar="ADDRESS", help="a Dask scheduler, such as tcp://host:8786")


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
    assign.add_argument("--due", metavar="DATE", type=_day, help="until when (default: no date)")
    assign.add_argument("--date", metavar="DATE", type=_day, help="when it is assigned (default: today)")
    assign.add_argument(
        "--instrument", metavar="ID", help="which one was scored (default: the only one that the table fits)"
    )
    assign.add_argument("--trainer", metavar="NAME", help="whose scores they are, if the table names no one")
    assign.add_argument("--course", metavar="DIR", type=Path, help="the course (default: the shipped one)")
    _add_format(assign)


def _add_anonymise(anonymise: ArgumentParser) -> None:
    _add_sources(anonymise)
    anonymise.add_argument("--out", metavar="DIR", type=Path, required=True, help="a new folder to write")


def _add_items(items: ArgumentParser) -> None:
    _add_sources(items)
    _add_format(items)
    items.add_argument("--out", metavar="FILE", type=Path, help="also write a page (HTML)")
    items.add_argument(
        "--blind", action="store_true", help="also compare with what the options alone give away"
    )


def _add_sources(command: ArgumentParser) -> None:
    """Let a command name many records and their course."""
    command.add_argument(
        "files",
        metavar="FILES",
        nargs="+",
        help="a folder of records, a record, or a pattern",
    )
    command.add_argument(
        "--course", metavar="DIR", type=Path, help="the course of the records (default: the shipped one)"
    )


def _day(text: str) -> str:
    import datetime

    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"`{text}` is no date such as 2025-01-06") from None


def _add_simulate(simulate: ArgumentParser) -> None:
    simulate.add_argument(
        "folder", metavar="COURSE", type=Path, nargs="?", help="the course (default: the shipped one)"
    )
    simulate.add_argument("--trainers", metavar="N", type=_whole, help="how many")
    simulate.add_argument("--out", metavar="DIR", type=Path, help="a new folder for the records")
    simulate.add_argument(
        "--seed", metavar="S", type=int, default=1, help="equal seeds make equal records (default: 1)"
    )
    simulate.add_argument(
        "--level", type=float, default=0.75, help="the mean of the true levels, from 0 to 1 (default: .75)"
    )
    simulate.add_argument(
        "--spread", type=float, default=0.1, help="the standard deviation of the levels (default: .1)"
    )
    simulate.add_argument(
        "--item-spread",
        type=float,
        default=0.7,
        help="the standard deviation of the items' difficulty, in logits (default: .7)",
    )
    simulate.add_argument(
        "--sets", metavar="N", type=_whole, default=12, help="sets of items that each works through (12)"
    )
    simulate.add_argument("--set-size", metavar="N", type=_whole, default=5, help="items in a set (5)")
    simulate.add_argument(
        "--weeks", metavar="N", type=_whole, default=12, help="weeks over which the sets are spread (12)"
    )
    simulate.add_argument(
        "--devices", metavar="N", type=_whole, default=1, help="devices of each trainer (1)"
    )
    simulate.add_argument(
        "--exercises",
        metavar="N",
        type=_whole_or_none,
        default=6,
        help="dialogues, and as many rating exercises, of each trainer (6)",
    )
    simulate.add_argument(
        "--start", metavar="DATE", type=_date, default="2025-01-06", help="the first day (2025-01-06)"
    )
    simulate.add_argument(
        "--misleading",
        metavar="ITEM=OPTION",
        type=_pair,
        action="append",
        default=[],
        help="an item where those who know better pick this wrong option; may be repeated",
    )
    simulate.add_argument(
        "--plan", action="store_true", help="write nothing; show how many trainers and items a study needs"
    )
    simulate.add_argument("--format", choices=("text", "json"), default="text", help="of `--plan`")


def _date(text: str) -> int:
    """Read a day as the milliseconds since 1970 of its 8 o'clock in UTC."""
    import datetime

    day = datetime.date.fromisoformat(_day(text))
    days = (day - datetime.date(1970, 1, 1)).days
    if not 1970 <= day.year < 2100:
        raise argparse.ArgumentTypeError(f"{text} is not from 1970 to 2099")
    return (days * 24 + 8) * 3_600_000


def _pair(text: str) -> tuple[str, str]:
    name, sign, option = text.partition("=")
    if not sign:
        raise argparse.ArgumentTypeError(f"`{text}` has not the form ITEM=OPTION")
    return name, option


def _whole(text: str) -> int:
    """Read a number of 1 or more."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is under 1")
    return number


def _whole_or_none(text: str) -> int:
    """Read a number of 0 or more."""
    return 0 if text == "0" else _whole(text)


def _add_folder(command: ArgumentParser) -> None:
    step = "default: the course that this folder is, or is in"
    command.add_argument("folder", metavar="DIR", type=Path, nargs="?", help=step)


def _add_format(command: ArgumentParser) -> None:
    command.add_argument("--format", choices=("text", "json", "github"), default="text")


def _add_engine(command: ArgumentParser) -> None:
    command.add_argument("--engine", choices=("material", "zensical", "properdocs"), default="material")


def _course_of(words: Namespace) -> Path:
    """Return the folder that was named, or else the one of the course that someone stands in."""
    if words.folder is not None:
        return Path(words.folder)
    from course.reading.roots import nearest_course

    found = nearest_course(Path.cwd())
    if found == Path.cwd():
        return Path()
    print(f"note: the course is in {found}", file=sys.stderr)
    return found


# Each command is imported when it is run, so that none waits for what another needs.


def _init(words: Namespace) -> int:
    from course.commands import init

    return init.run(words.folder, words.host)


def _check(words: Namespace) -> int:
    from course.commands import check

    return check.run(_course_of(words), words.format, words.against, words.blueprint, words.blind)


def _build(words: Namespace) -> int:
    from course.commands import build

    return build.run(
        _course_of(words), words.format, words.engine, is_cached=not words.no_cache, output=words.output
    )


def _serve(words: Namespace) -> int:
    from course.commands import serve

    return serve.run(_course_of(words), words.engine, words.host, words.port)


def _explain(words: Namespace) -> int:
    from course.commands import explain

    return explain.run(words.code)


def _schema(words: Namespace) -> int:
    from course.commands import schema

    return schema.run(_course_of(words))


def _import(words: Namespace) -> int:
    from course.commands import import_

    return import_.run(words.file, words.out, words.unit, words.form, words.format)


def _docs(words: Namespace) -> int:
    from course.commands import docs

    return docs.run(words.name, words.open)


def _verify(words: Namespace) -> int:
    from course.commands.record import verify

    return verify.run(words.files, words.course, words.format, words.since)


def _cohort(words: Namespace) -> int:
    from course.commands import cohort

    return cohort.run(words.files, words.course, words.out, words.jobs, words.scheduler)


def _assign(words: Namespace) -> int:
    from course.commands import assign

    asked = assign.Asked(
        words.profile, words.out, words.assigner, words.date, words.due, words.instrument, words.trainer
    )
    return assign.run(words.course, asked, words.format)


def _items(words: Namespace) -> int:
    from course.commands import items

    return items.run(words.files, words.course, words.format, words.out, words.blind)


def _anonymise(words: Namespace) -> int:
    from course.commands import anonymise

    return anonymise.run(words.files, words.course, words.out)


def _simulate(words: Namespace) -> int:
    from course.commands import simulate
    from course.simulation.study import Design

    if words.plan:
        return simulate.plan(words.level, words.spread, words.format)
    missing = [name for name in ("trainers", "out") if getattr(words, name) is None]
    if missing:
        return fail(f"say --{' and --'.join(missing)}", "or plan a study with `--plan`", WRONG_USE)
    names = ("seed", "level", "spread", "item_spread", "sets", "set_size", "weeks", "devices", "exercises")
    shape = {name: getattr(words, name) for name in (*names, "start")}
    design = Design(**shape, misleading=dict(words.misleading))
    return simulate.run(words.folder, words.trainers, words.out, design)


def _merge(words: Namespace) -> int:
    from course.commands.record import merge

    return merge.run(words.files, words.course, words.same_person, words.output)


def _show(words: Namespace) -> int:
    from course.commands.record import show

    return show.run(words.files, words.course, words.format)
