"""The blueprint: what a course asks of each competency, and where that is too little."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from course import blueprint
from course.cli import main
from course.diagnostics import render_all
from course.model.course import Course
from course.model.dialogue import Dialogue
from course.model.framework import Ref
from course.model.items import Bank, Case, Level
from course.model.prose import Prose
from course.reading import course_folder
from course.source import NOWHERE
from tests import shipped_course
from tests.conftest import Expect, MakeCourse
from tests.course_folder import BASE, CASES
from tests.learning.test_dialogue_state import marked_talk

EXPECTED = CASES.parent / "expected"
TALK = "quizzes/first-steps/asking/asking-talk.yml"
WIDEST = 100


@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("json", "json"), ("github", "github")])
def test_check_can_show_the_blueprint(
    form: str, ending: str, course_of: MakeCourse, expect: Expect, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--blueprint", "--format", form, str(course_of("unassessed-competency"))]) == 0

    expect(EXPECTED / f"blueprint.{ending}", capsys.readouterr().out)


def test_a_plain_check_says_nothing_of_the_blueprint(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(BASE)]) == 0
    assert capsys.readouterr().out == "no findings\n"


def test_nothing_is_counted_in_a_course_that_could_not_be_read_whole(
    course_of: MakeCourse, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--blueprint", str(course_of("broken-yaml-colon"))]) == 1
    assert capsys.readouterr().out.startswith("error[broken-yaml]")


def test_the_shipped_blueprint_has_every_competency_and_fits_a_narrow_terminal() -> None:
    course = shipped_course.course()

    lines = blueprint.render(course).splitlines()

    headings = [line.split()[0] for line in lines if line and not line.startswith((" ", "dialogue"))]
    assert headings == [competency.id for competency in course.framework.competencies]
    assert max(map(len, lines)) <= WIDEST


@pytest.mark.parametrize(
    ("priority", "strand", "asked", "is_enough"),
    [
        ("A", "judgement", {"asking": (0, 15, 14), "goals": (0, 1, 0)}, True),
        ("A", "judgement", {"asking": (9, 15, 13), "goals": (9, 1, 0)}, False),
        ("A", "judgement", {"asking": (0, 15, 15)}, False),
        ("A", "judgement", {"asking": (0, 15, 15), "goals": (5, 0, 0)}, False),
        ("B", "judgement", {"asking": (0, 14, 0), "goals": (0, 0, 1)}, True),
        ("C", "judgement", {"asking": (0, 13, 0), "goals": (0, 0, 1)}, False),
        ("B", "knowledge", {"asking": (14, 0, 0), "goals": (1, 0, 0)}, True),
        ("B", "knowledge", {"asking": (13, 9, 9), "goals": (1, 9, 9)}, False),
    ],
)
def test_a_competency_needs_its_minimum_in_its_leading_strand_from_two_units(
    priority: str, strand: str, asked: dict[str, tuple[int, int, int]], is_enough: bool
) -> None:
    course = _course_asking(priority, strand, asked)

    assert [coverage.is_enough for coverage in blueprint.coverage(course)] == [is_enough]
    assert [found.code for found in blueprint.too_few_responses(course)] == ["too-few-responses"] * (
        not is_enough
    )


@pytest.mark.parametrize(("cases", "effective", "is_enough"), [(6, 12.857143, False), (7, 15, True)])
def test_three_items_of_one_case_are_worth_little_more_than_two(
    cases: int, effective: float, is_enough: bool
) -> None:
    course = _course_asking("B", "judgement", {"asking": (0, 3 * cases - 3, 0), "goals": (0, 3, 0)})
    in_cases = replace(course, banks=tuple(replace(bank, entries=_in_cases(bank)) for bank in course.banks))

    (found,) = blueprint.coverage(in_cases)

    assert (found.available, found.effective, found.is_enough) == (3 * cases, effective, is_enough)
    assert [warning.code for warning in blueprint.too_few_responses(in_cases)] == ["too-few-responses"] * (
        not is_enough
    )


@pytest.mark.parametrize(("cases", "worth"), [(46, "worth 98.5,"), (47, "worth 100,")])
def test_what_responses_are_worth_has_no_tenths_from_a_hundred_on(cases: int, worth: str) -> None:
    course = _course_asking("B", "judgement", {"asking": (0, 3 * cases - 3, 0), "goals": (0, 3, 0)})
    in_cases = replace(course, banks=tuple(replace(bank, entries=_in_cases(bank)) for bank in course.banks))

    assert worth in blueprint.render(in_cases)


def _in_cases(bank: Bank) -> tuple[Case, ...]:
    """Put every three items of a bank into a case."""
    items = tuple(bank.items())
    return tuple(
        Case(f"case-{start}", "A case", items[start].prompt, items[start : start + 3], NOWHERE)
        for start in range(0, len(items), 3)
    )


def test_a_dialogue_counts_the_turns_of_its_shortest_path(course_of: MakeCourse) -> None:
    folder = course_of("unreachable-turn")
    assert _turns(folder) == 1

    talk = (folder / TALK).read_text(encoding="utf-8")
    (folder / TALK).write_text(talk.replace("next: done", "next: more", 2), encoding="utf-8")
    assert _turns(folder) == 2


def test_the_blueprint_says_what_dialogues_hold_of_the_list_for_them(
    course_of: MakeCourse, expect: Expect
) -> None:
    plain = next(course_folder.read([course_of("endless-turn")]).course.dialogues())
    course = _course_talking(plain, marked_talk(), plain, plain, plain)

    table = blueprint.render(course)
    findings = [*blueprint.missing_in_dialogues(course), *blueprint.in_every_dialogue(course)]

    expect(EXPECTED / "blueprint-dialogues.txt", table + "\n" + render_all(findings))


def test_what_every_dialogue_has_is_a_cue_from_four_dialogues_on() -> None:
    talk = marked_talk()

    assert [*blueprint.in_every_dialogue(_course_talking(talk, talk, talk))] == []
    found = [finding.message for finding in blueprint.in_every_dialogue(_course_talking(*[talk] * 4))]
    assert "in all 4 dialogues saying nothing is a reply, which is a cue" in found
    assert not any("thoughts" in message for message in found)


@pytest.mark.parametrize(
    ("line", "is_no"),
    [
        ('*He looks up.* "No, not for me."', True),
        ('"Well. I\'d rather not do that."', True),
        ('"No idea."', False),
        ('"I have no time, but yes."', False),
    ],
)
def test_a_person_says_no_at_the_beginning_of_a_sentence(line: str, is_no: bool) -> None:
    talk = marked_talk()
    turn = replace(talk.turns[0], line=Prose((line,), line), replies=(), instead=())

    (found,) = blueprint.contents_of_dialogues(_course_talking(replace(talk, turns=(turn,))))

    assert ("says-no" in found.elements) is is_no


def _course_talking(*dialogues: Dialogue) -> Course:
    """Make a course with these dialogues, in this order."""
    course = course_folder.read([BASE]).course
    (unit,) = course.units
    named = [
        replace(
            one, head=replace(one.head, id=f"talk-{number}", title=one.head.id, unit=Ref(unit.id, NOWHERE))
        )
        for number, one in enumerate(dialogues, start=1)
    ]
    return replace(course, exercises=tuple(named), banks=())


def _turns(folder: Path) -> int:
    (coverage,) = blueprint.coverage(course_folder.read([folder]).course)
    return coverage.units["asking"]["turn"]


def _course_asking(priority: str, strand: str, asked: dict[str, tuple[int, int, int]]) -> Course:
    """Make a course with so many items for each level in each unit."""
    course = course_folder.read([BASE]).course
    (bank,), (unit,), (competency,) = course.banks, course.units, course.framework.competencies
    item = next(bank.items())
    banks = [
        replace(bank, unit=Ref(name, NOWHERE), entries=(replace(item, level=level),) * number)
        for name, numbers in asked.items()
        for level, number in zip(Level, numbers, strict=True)
    ]
    framework = replace(
        course.framework, competencies=(replace(competency, priority=priority, strand=strand),)
    )
    units = (unit, replace(unit, id="goals"))
    return replace(course, banks=tuple(banks), units=units, framework=framework)
