"""Words that several commands share."""

from __future__ import annotations

import argparse
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path

Commands = argparse._SubParsersAction  # what `add_subparsers` returns has no public name


def command(
    commands: Commands[ArgumentParser], name: str, text: str, run: Callable[[Namespace], int]
) -> ArgumentParser:
    """Add a command that `run` does, with one line about it for `--help`."""
    added = described(commands, name, text)
    added.set_defaults(run=run)
    return added


def described(commands: Commands[ArgumentParser], name: str, text: str) -> ArgumentParser:
    """Add a command that has commands of its own, with one line about it for `--help`."""
    return commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")


def add_folder(command: ArgumentParser) -> None:
    """Let a command name the folder of a course."""
    step = "default: the course that this folder is, or is in"
    command.add_argument("folder", metavar="DIR", type=Path, nargs="?", help=step)


def add_format(command: ArgumentParser) -> None:
    """Let a command say in which form its findings are printed."""
    command.add_argument("--format", choices=("text", "json", "github"), default="text")


def add_engine(command: ArgumentParser) -> None:
    """Let a command name the program that makes the site."""
    command.add_argument("--engine", choices=("material", "zensical", "properdocs"), default="material")


def course_of(words: Namespace) -> Path:
    """Return the folder that was named, or else the one of the course that someone is in."""
    if words.folder is not None:
        return Path(words.folder)
    from course.reading.roots import nearest_course

    found = nearest_course(Path.cwd())
    if found == Path.cwd():
        return Path()
    print(f"note: the course is in {found}", file=sys.stderr)
    return found


def add_sources(command: ArgumentParser) -> None:
    """Let a command name many records and their course."""
    command.add_argument(
        "files",
        metavar="FILES",
        nargs="+",
        help="a folder of records, a record, a pattern such as 'a/*.json', or an address such as s3://…",
    )
    add_course_of_records(command)


def add_course_of_records(command: ArgumentParser) -> None:
    """Let a command name the course to which records belong."""
    command.add_argument(
        "--course", metavar="DIR", type=Path, help="the course of the records (default: the shipped one)"
    )
