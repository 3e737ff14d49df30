"""What is asked of competence records: verify, merge, show."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

from course.arguments.common import Commands, add_course_of_records, described


def add(commands: Commands[ArgumentParser]) -> None:
    """Add `course record` and its three commands."""
    record = described(commands, "record", "verify, merge or show competence records")
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
    add_course_of_records(verb)
    if formats:
        verb.add_argument("--format", choices=formats, default="text")
    verb.set_defaults(run=run)


# Each command is imported when it is run, so that none waits for what another needs.


def _verify(words: Namespace) -> int:
    from course.commands.record import verify

    return verify.run(words.files, words.course, words.format, words.since)


def _merge(words: Namespace) -> int:
    from course.commands.record import merge

    return merge.run(words.files, words.course, words.same_person, words.output)


def _show(words: Namespace) -> int:
    from course.commands.record import show

    return show.run(words.files, words.course, words.format)
