"""What authors and hosts ask for: a course is begun, checked, built, served, explained and extended."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from course.arguments.common import Commands, add_engine, add_folder, add_format, command, course_of


def add(commands: Commands[ArgumentParser]) -> None:
    """Add the commands for authors and hosts."""
    _add_init(command(commands, "init", "begin a course, or a host's folder", _init))
    _add_check(command(commands, "check", "read a course and say what to fix", _check))
    _add_build(command(commands, "build", "build the site into DIR/site", _build))
    _add_serve(command(commands, "serve", "build, serve locally and reload after every change", _serve))
    _add_explain(command(commands, "explain", "explain the code of a finding", _explain))
    add_folder(command(commands, "schema", "write what an editor needs to check files as you type", _schema))
    _add_import(
        command(commands, "import", "make banks of questions in Moodle XML, GIFT, Aiken or CSV", _import)
    )
    _add_docs(command(commands, "docs", "say where the docs are, or show one of them", _docs))


def _add_init(init: ArgumentParser) -> None:
    init.add_argument("folder", metavar="DIR", type=Path)
    init.add_argument("--host", action="store_true", help="begin a folder that hosts the shipped course")


def _add_check(check: ArgumentParser) -> None:
    add_folder(check)
    add_format(check)
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
    add_folder(build)
    add_format(build)
    add_engine(build)
    build.add_argument(
        "--output", metavar="DIR", type=Path, help="where to put the site (default: the course's `site`)"
    )
    build.add_argument(
        "--no-cache", action="store_true", help="make everything anew, and recall nothing of earlier builds"
    )


def _add_serve(serve: ArgumentParser) -> None:
    add_folder(serve)
    add_engine(serve)
    serve.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default: this machine only)"
    )
    serve.add_argument("--port", type=int, default=8000, help="port, or the next free one (default: 8000)")


def _add_explain(explain: ArgumentParser) -> None:
    explain.add_argument("code", metavar="CODE")


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


# Each command is imported when it is run, so that none waits for what another needs.


def _init(words: Namespace) -> int:
    from course.commands import init

    return init.run(words.folder, words.host)


def _check(words: Namespace) -> int:
    from course.commands import check

    return check.run(course_of(words), words.format, words.against, words.blueprint, words.blind)


def _build(words: Namespace) -> int:
    from course.commands import build

    return build.run(
        course_of(words), words.format, words.engine, is_cached=not words.no_cache, output=words.output
    )


def _serve(words: Namespace) -> int:
    from course.commands import serve

    return serve.run(course_of(words), words.engine, words.host, words.port)


def _explain(words: Namespace) -> int:
    from course.commands import explain

    return explain.run(words.code)


def _schema(words: Namespace) -> int:
    from course.commands import schema

    return schema.run(course_of(words))


def _import(words: Namespace) -> int:
    from course.commands import import_

    return import_.run(words.file, words.out, words.unit, words.form, words.format)


def _docs(words: Namespace) -> int:
    from course.commands import docs

    return docs.run(words.name, words.open)
