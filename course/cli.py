"""The `course` command: parse words, call, print, return an exit code."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from course import __version__, terminal
from course.record_command import arguments as record_arguments

if TYPE_CHECKING:
    from course.diagnostics import Diagnostic
    from course.model.course import Course

FINE, FINDINGS, WRONG_USE = 0, 1, 2


def main(words: Sequence[str] | None = None) -> int:
    """Run the command. Return 0 when fine, 1 with findings or a failure, 2 after wrong use."""
    terminal.show_what_can_be_shown()
    arguments = _parser().parse_args(words)
    try:
        return int(arguments.run(arguments))
    except KeyboardInterrupt:
        return _fail("stopped")
    except BrokenPipeError:
        sys.stderr.close()
        return FINDINGS
    except OSError as error:
        return _fail(f"{error.strerror or error}: {error.filename or ''}".rstrip(": "))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="course", description="Compile a course for IMR trainers into a training site."
    )
    parser.add_argument("--version", action="version", version=f"course {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    init = _command(commands, "init", "begin a course, or a host's folder", _init)
    init.add_argument("folder", metavar="DIR", type=Path)
    init.add_argument("--host", action="store_true", help="begin a folder that hosts the shipped course")

    check = _command(commands, "check", "read a course and say what to mend", _check)
    _add_folder(check)
    _add_format(check)
    check.add_argument(
        "--against",
        metavar="OLD",
        help="also say what learners would lose, compared with a folder, a wheel or a git revision",
    )

    check.add_argument(
        "--blueprint",
        action="store_true",
        help="also show how often each competency is asked about, by unit and level",
    )

    build = _command(commands, "build", "build the site into DIR/site", _build)
    _add_folder(build)
    _add_format(build)
    _add_engine(build)
    build.add_argument(
        "--output", metavar="DIR", type=Path, help="where to put the site (default: the course's `site`)"
    )
    build.add_argument(
        "--no-cache", action="store_true", help="make everything anew, and recall nothing of earlier builds"
    )

    serve = _command(commands, "serve", "build, serve locally and reload after every change", _serve)
    _add_folder(serve)
    _add_engine(serve)
    serve.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default: this machine only)"
    )
    serve.add_argument("--port", type=int, default=8000, help="port, or the next free one (default: 8000)")

    explain = _command(commands, "explain", "explain the code of a finding", _explain)
    explain.add_argument("code", metavar="CODE")

    record_arguments.add(commands)
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    text: str,
    run: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    command.set_defaults(run=run)
    return command


def _add_folder(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "folder", metavar="DIR", type=Path, nargs="?", default=Path(), help="default: this folder"
    )


def _add_format(command: argparse.ArgumentParser) -> None:
    command.add_argument("--format", choices=("text", "json", "github"), default="text")


def _add_engine(command: argparse.ArgumentParser) -> None:
    command.add_argument("--engine", choices=("material", "zensical", "properdocs"), default="material")


def _init(arguments: argparse.Namespace) -> int:
    from course import sample

    if arguments.folder.exists() and any(arguments.folder.iterdir()):
        return _fail(f"{arguments.folder} is not empty", "name a new folder", code=WRONG_USE)
    kind = "host" if arguments.host else "course"
    for path in sample.write(kind, arguments.folder):
        print(f"  {path}")
    print(f"Next: course serve {arguments.folder}")
    return FINE


def _check(arguments: argparse.Namespace) -> int:
    from course import build

    if not arguments.folder.is_dir():
        return _no_folder(arguments.folder)
    checked = build.check(arguments.folder)
    findings: Sequence[Diagnostic] = checked.findings
    if arguments.against:
        from course import against
        from course.diagnostics import ordered

        try:
            findings = ordered((*findings, *against.compare(arguments.folder, arguments.against)))
        except against.OldVersionError as error:
            return _fail(str(error), "name a folder, a wheel, or a revision such as v0.1.0", code=WRONG_USE)
    if arguments.blueprint and checked.is_whole:
        findings = _print_blueprint(checked.course, findings, arguments.format, sys.stdout)
    else:
        _print_findings(findings, arguments.format, sys.stdout)
    return FINDINGS if any(finding.is_error for finding in findings) else FINE


def _build(arguments: argparse.Namespace) -> int:
    from course import build, engine, own_folder, progress

    if not arguments.folder.is_dir():
        return _no_folder(arguments.folder)
    try:
        with progress.shown(sys.stderr) as show:
            built = build.build(
                arguments.folder,
                arguments.engine,
                show,
                is_cached=not arguments.no_cache,
                output=arguments.output,
            )
    except (engine.EngineError, own_folder.NotOursError) as error:
        return _fail(str(error))
    for note in built.notes:
        print(f"note: {note}", file=sys.stderr)
    if built.findings or arguments.format == "json":
        _print_findings(built.findings, arguments.format, sys.stdout)
    if built.site is None:
        return FINDINGS
    if arguments.format == "text":
        print(f"The site is in {built.site}; open {built.site / 'index.html'}")
    return FINE


def _serve(arguments: argparse.Namespace) -> int:
    from course import preview

    if not arguments.folder.is_dir():
        return _no_folder(arguments.folder)
    return preview.serve(
        arguments.folder, arguments.engine, arguments.host, arguments.port, is_colour=_is_colour(sys.stdout)
    )


def _explain(arguments: argparse.Namespace) -> int:
    from course.diagnostics import did_you_mean
    from course.explain import EXPLANATIONS, explain

    text = explain(arguments.code)
    if text is None:
        known = did_you_mean(arguments.code, EXPLANATIONS, "a finding shows its code in square brackets")
        return _fail(f"there is no code `{arguments.code}`", known, code=WRONG_USE)
    print(f"{arguments.code}\n\n{text}")
    return FINE


def _print_findings(findings: Sequence[Diagnostic], form: str, out: TextIO) -> None:
    from course import diagnostics

    if form == "json":
        out.write(diagnostics.render_json(findings))
    elif form == "github":
        out.write(diagnostics.render_github(findings))
    else:
        out.write(diagnostics.render_all(findings, colour=_is_colour(out)))


def _print_blueprint(
    course: Course, findings: Sequence[Diagnostic], form: str, out: TextIO
) -> Sequence[Diagnostic]:
    """Print the blueprint before the findings, and return those that it adds to."""
    from course import blueprint, diagnostics

    coverages = blueprint.coverage(course)
    findings = diagnostics.ordered((*findings, *blueprint.too_few_responses(course)))
    if form == "json":
        out.write(blueprint.render_json(coverages, findings))
        return findings
    if form == "text":
        out.write(blueprint.render(coverages) + "\n")
    _print_findings(findings, form, out)
    return findings


def _is_colour(out: TextIO) -> bool:
    return out.isatty() and "NO_COLOR" not in os.environ


def _no_folder(folder: Path) -> int:
    return _fail(f"there is no folder {folder}", "name the folder of a course", code=WRONG_USE)


def _fail(message: str, help_text: str = "", code: int = FINDINGS) -> int:
    sys.stdout.flush()
    print(f"error: {message}", file=sys.stderr)
    if help_text:
        print(f"  = help: {help_text}", file=sys.stderr)
    return code
