"""`course assign`: the units that the desk would suggest, and their files, for many trainers at once."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from babel import Locale
from babel.numbers import format_decimal

from course.build.own_folder import NotOursError
from course.commands.output import FAILED, FINE, WRONG_USE, fail, print_findings
from course.desk.assigning import (
    MOST_UNITS,
    assignable_minutes,
    assigned_units,
    assignment_file,
    banded,
    file_name,
    subjects_of,
)
from course.desk.cells import cells_in
from course.desk.document import AssignedUnit
from course.desk.fidelity import SUFFICIENT
from course.desk.scores import ScoresInTable, ScoresOf, scores_in
from course.desk.suggested_units import suggested_units
from course.desk.suggestions import BANDED, Wording, suggestions
from course.desk.table_findings import name_findings, problem_findings, quoted, unusable_scores
from course.diagnostics import Diagnostic, ordered
from course.gathering.bounded import content_of
from course.gathering.new_folder import require_new, write_files
from course.gathering.opened_course import whole_course
from course.gathering.score_table import UnreadableTableError, text_of
from course.gathering.wrong_use import WrongUseError
from course.model.course import Course
from course.model.framework import Instrument
from course.records.refusals import Refusal
from course.shipped import site_assets
from course.source import Source, visible
from course.targets.site.interface import interface_of

_LARGEST = 5_000_000
_LONGEST_ASSIGNER = 100
_MOST_NAMED = 3


@dataclass(frozen=True)
class Asked:
    """What someone asks for. `trainer`: whose scores they are, in a table that names no one."""

    profile: Path
    out: Path
    assigner: str
    date: str | None
    due: str | None
    instrument: str | None
    trainer: str | None


class _WrongUseError(Exception):
    """`str()` is the fact, and `step` the next step."""

    def __init__(self, fact: str, step: str) -> None:
        super().__init__(fact)
        self.step = step


def run(folder: Path | None, asked: Asked, form: str) -> int:
    """Write an assignment for everyone who has a weak score. Return 1 where a cell cannot be read."""
    try:
        require_new(asked.out)
        _require_assigner(asked.assigner)
        date = asked.date or datetime.datetime.now().astimezone().date().isoformat()
        _require_time(date, asked.due)
        course = whole_course(folder)
        text = _table(asked.profile)
        table = _read(text, course, asked)
        findings = ordered(_findings(_source(asked.profile, text), table))
        if findings:
            print_findings(findings, form)
            return FAILED
        made = dict(_made(course, table.people, asked.due))
        files = dict(_files(course, made, asked.assigner, date))
        write_files(asked.out, files.items())
    except _WrongUseError as error:
        return fail(str(error), error.step, WRONG_USE)
    except (WrongUseError, NotOursError) as error:
        return fail(str(error), code=WRONG_USE)
    if form == "text":
        _tell(table.people, made, len(files), asked.out)
    else:
        print_findings((), form)
    return FINE


def _require_assigner(name: str) -> None:
    if not name.strip() or len(name) > _LONGEST_ASSIGNER or not name.isprintable():
        raise _WrongUseError(
            "`--assigner` needs 1 to 100 letters", "say by which name trainers know who assigns"
        )


def _require_time(date: str, due: str | None) -> None:
    if due is not None and due < date:
        fact = f"`--due` {due} is before {date}, when it is assigned"
        raise _WrongUseError(fact, "name a later day with `--due`")


def _table(file: Path) -> str:
    content = content_of(file, _LARGEST)
    if isinstance(content, Refusal):
        raise _WrongUseError(f"{file}: {content.message}", content.help)
    try:
        return text_of(content)
    except UnreadableTableError as error:
        raise _WrongUseError(f"{file}: {error}", error.step) from None


def _source(file: Path, text: str) -> Source:
    """Return a text to show lines of: each sign stays in its place, and none acts on a terminal."""
    return Source(str(file), visible(text.replace("\r\n", " \n").replace("\r", "\n")))


def _read(text: str, course: Course, asked: Asked) -> ScoresInTable:
    """Read the table with the instrument that was named, or with the only one that it fits."""
    cells = cells_in(text)
    titles = {one.id: one.title for one in course.framework.competencies}
    known = {one.id: one for one in banded(course)}
    if asked.instrument and asked.instrument not in known:
        step = f"name one of {', '.join(known)}" if known else "the course has no instrument with bands"
        raise _WrongUseError(f"there is no instrument `{asked.instrument}`", step)
    tried = [known[asked.instrument]] if asked.instrument else list(known.values())
    if not tried:
        raise _WrongUseError("the course has no instrument with bands", "name another course with `--course`")
    tables = [(scores_in(cells, subjects_of(one, titles)), one) for one in tried]
    fitting = [pair for pair in tables if not pair[0].problems]
    if len(fitting) > 1:
        names = " or ".join(f"`--instrument {one.id}`" for _, one in fitting)
        raise _WrongUseError("the table fits more than one instrument", f"say which: {names}")
    table, _ = fitting[0] if fitting else min(tables, key=lambda pair: _misfit(pair[0]))
    return _named(table, asked.trainer) if asked.trainer else table


def _named(table: ScoresInTable, trainer: str) -> ScoresInTable:
    names = [person.name for person in table.people]
    if any(names):
        called = ", ".join(quoted(name) for name in names[:_MOST_NAMED] if name)
        more = ", …" if len(names) > _MOST_NAMED else ""
        raise _WrongUseError(f"the table says whose its scores are: {called}{more}", "leave out `--trainer`")
    if len(names) != 1:  # the findings say what is wrong
        return table
    return replace(table, people=(replace(table.people[0], name=trainer),))


def _misfit(table: ScoresInTable) -> tuple[bool, int]:
    return table.problems[0].code == "no-items", len(table.problems)


def _findings(source: Source, table: ScoresInTable) -> Iterator[Diagnostic]:
    yield from problem_findings(source, table.problems)
    if not table.problems:
        yield from name_findings(source, table.people)
        if not any(person.values for person in table.people):
            yield unusable_scores("there is no score in this table", source.top(), "enter scores from 1 to 5")


def _made(
    course: Course, people: Sequence[ScoresOf], due: str | None
) -> Iterator[tuple[str, list[AssignedUnit]]]:
    """Yield what everyone is assigned, by name."""
    instruments, units_for = banded(course), suggested_units(course)
    minutes, words = assignable_minutes(course), wording(course, instruments)
    for person in people:
        suggested = suggestions(instruments, person.values, units_for)
        if len(suggested) > MOST_UNITS:
            fact = f"{len(suggested)} units are suggested for {quoted(person.name)}"
            raise _WrongUseError(fact, f"assign them at the desk, at most {MOST_UNITS} at a time")
        yield person.name, assigned_units(suggested, minutes, due, words)


def wording(course: Course, instruments: Sequence[Instrument]) -> Wording:
    """Return how reasons are said in the language of a course."""
    language = course.outline.language
    items = {item.id: item.name for one in reversed(instruments) for item in one.items}
    titles = {one.id: one.title for one in course.framework.competencies}
    rates = {
        name: BANDED[one.rates]
        for one in reversed(instruments)
        for item in one.items
        for name in (item.id, *((item.hides.id,) if item.hides else ()))
    }
    locale = Locale.parse(language, sep="-")
    return Wording(
        say=interface_of(site_assets(), language),
        name_of=lambda name: items.get(name) or titles.get(name, name),
        decimal=lambda number: format_decimal(Decimal(number) / 100, format="0.##", locale=locale),
        rates_of=lambda name: rates.get(name, "session"),
    )


def _files(
    course: Course, made: Mapping[str, Sequence[AssignedUnit]], assigner: str, date: str
) -> Iterator[tuple[str, bytes]]:
    seen: dict[str, str] = {}
    for name, units in made.items():
        if not units:
            continue
        file = file_name(name, date)
        if file.casefold() in seen:
            raise _WrongUseError(
                f"{quoted(name)} and {quoted(seen[file.casefold()])} would have the same file",
                "let the first 60 letters or numbers of their names differ",
            )
        seen[file.casefold()] = name
        yield file, assignment_file(course.outline.id, assigner.strip(), date, units).encode()


def _tell(
    people: Sequence[ScoresOf], made: Mapping[str, Sequence[AssignedUnit]], files: int, out: Path
) -> None:
    for person in people:
        units = ", ".join(unit.unit_id for unit in made[person.name])
        print(f"{quoted(person.name)}: {units or _why_nothing(person)}")
    print(f"{files} assignment(s): {out}")


def _why_nothing(person: ScoresOf) -> str:
    if not person.values:
        return "no score was entered"
    is_weak = any(value < SUFFICIENT for value in person.values.values())
    return "no unit is suggested for what is under 3" if is_weak else "nothing is under 3"
