"""The words of the `course` command: read them, and run the command that they name."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence

from course import __version__
from course.arguments import authoring, cohorts, record, simulation
from course.commands.output import FAILED, fail
from course.commands.terminal import show_what_can_be_shown


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
    for kind in (authoring, record, cohorts, simulation):
        kind.add(commands)
    return parser
