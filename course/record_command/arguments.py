"""The words of `course record`."""

from __future__ import annotations

import argparse
from pathlib import Path


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `record` and its three commands."""
    text = "verify, merge or show competence records"
    record = commands.add_parser("record", help=text, description=text[0].upper() + text[1:] + ".")
    verbs = record.add_subparsers(title="commands", required=True, metavar="COMMAND")

    verify = verbs.add_parser("verify", help="say for each file whether it is intact, complete and current")
    _add_files(verify, _verify, ("text", "json"))

    merge = verbs.add_parser("merge", help="make one record of several of the same person")
    _add_files(merge, _merge, ())
    merge.add_argument(
        "--same-person", action="store_true", help="the files are one person's, though pseudonyms differ"
    )
    merge.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="where to write (default: standard output)"
    )

    show = verbs.add_parser("show", help="show the competence profile of each file")
    _add_files(show, _show, ("text", "json", "csv"))


def _add_files(parser: argparse.ArgumentParser, run: object, formats: tuple[str, ...]) -> None:
    # plain names, because there may be a hundred thousand, and a Path takes up ten times as much
    parser.add_argument("files", metavar="FILE", nargs="+", help="a record, or a folder of records")
    parser.add_argument(
        "--course", metavar="DIR", type=Path, help="the course of the records (default: the shipped one)"
    )
    if formats:
        parser.add_argument("--format", choices=formats, default="text")
    parser.set_defaults(run=run)


def _verify(arguments: argparse.Namespace) -> int:
    from course.record_command import verifying

    return verifying.run(arguments.files, arguments.course, arguments.format)


def _merge(arguments: argparse.Namespace) -> int:
    from course.record_command import merging

    return merging.run(arguments.files, arguments.course, arguments.same_person, arguments.output)


def _show(arguments: argparse.Namespace) -> int:
    from course.record_command import showing

    return showing.run(arguments.files, arguments.course, arguments.format)
