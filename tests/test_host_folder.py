"""A host's folder is read on top of the shipped course: it adds, and never replaces."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from course import diagnostics
from course.build import pipeline
from course.reading import roots
from tests.course_folder import BANK, BASE, LESSON, UNIT

MakeHost = Callable[[dict[str, str]], Path]

SOURCE = "- {id: our-study, short: Our study, title: A study of our own}\n"
TERM = "- {id: huddle, term: Huddle, text: Ten minutes before a session.}\n"
SYNONYM = "- {typed: [briefing], find: [huddle]}\n"
PERSON = """\
members:
  - {id: omar, name: Omar Example, role: participant, age: 30, life: Likes tea., strengths: [patient]}
"""
COMPETENCY = """\
competencies:
  - id: OUR1
    title: Our way
    group: teaching
    priority: B
    strand: knowledge
    statement: You know our way.
    levels: {foundation: You know it., competent: You use it., expert: You teach it.}
    sources: [our-study]
"""
OF_OUR_UNIT = """\
---
id: our-unit
title: Our unit
kind: organisation
summary: How we do it here.
objectives:
  - id: our-objective
    text: Know our way.
    competencies: [OUR1]
review: draft
sources: [our-study, smith-2020]
---

## Our way

A huddle comes first [@our-study].

::: say omar
I like to know what comes.
:::

::: quiz our-bank
:::
"""
OUR_BANK = """\
id: our-bank
title: Our way
unit: our-unit
items:
  - id: our-first
    type: single-choice
    competencies: [OUR1]
    objective: our-objective
    level: know
    section: our-unit#our-way
    sources: [our-study]
    prompt: What comes before a session?
    options:
      - {id: a, text: A huddle of ten minutes, correct: true, feedback: That is our way.}
      - {id: b, text: A round of the building, feedback: Nobody walks around here.}
      - {id: c, text: A test of the equipment, feedback: There is no equipment here.}
"""
FORM = """\
- id: our-goodbye
  artefact: own-form
  use: In the last session.
  title: Our goodbye
  lines:
    - line: What I take with me
    - line: Whom I will phone
"""
ADDED = {
    "content/forms/ours.yml": FORM,
    "content/references.yml": SOURCE,
    "content/glossary.yml": TERM,
    "content/synonyms.yml": SYNONYM,
    "content/cast.yml": PERSON,
    "content/competencies.yml": COMPETENCY,
    "content/first-steps/our-unit.md": OF_OUR_UNIT,
    "quizzes/first-steps/our-bank.yml": OUR_BANK,
}


@pytest.fixture
def host_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeHost:
    """Make a host's folder of these files, on top of the base course."""
    monkeypatch.setattr(roots, "SHIPPED", BASE)

    def make(files: dict[str, str]) -> Path:
        for path, text in {"organisation.yml": "name: Riverside\n", **files}.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
        return tmp_path

    return make


def test_what_a_host_writes_is_added_to_the_course(host_with: MakeHost) -> None:
    checked = pipeline.check(host_with(ADDED))

    assert diagnostics.render_all(checked.findings) == "no findings\n"
    course = checked.course
    assert [one.id for one in course.references] == ["smith-2020", "our-study"]
    assert [one.id for one in course.glossary] == ["huddle"]
    assert [one.typed for one in course.synonyms] == [("briefing",)]
    assert [one.id for one in course.cast.members] == ["nadia", "omar"]
    assert list(course.competencies) == ["EDU1", "OUR1"]
    assert list(course.units_by_id) == ["asking", "our-unit"]


def test_a_line_of_the_host_about_the_cast_stands_behind_that_of_the_course(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host_with: MakeHost
) -> None:
    shipped = tmp_path / "shipped"
    (shipped / "content").mkdir(parents=True)
    (shipped / "content" / "cast.yml").write_text(f"introduction: Eight people.\n{PERSON}", encoding="utf-8")
    monkeypatch.setattr(roots, "SHIPPED", shipped)
    own = PERSON.replace("omar", "ella")

    course = pipeline.check(host_with({"content/cast.yml": f"introduction: Two are ours.\n{own}"})).course

    assert course.cast.introduction.plain == "Eight people. Two are ours."


@pytest.mark.parametrize(
    ("path", "text", "original"),
    [
        ("content/references.yml", SOURCE.replace("our-study", "smith-2020"), "content/references.yml:1:7"),
        ("content/cast.yml", PERSON.replace("omar", "nadia"), "content/cast.yml:2:9"),
        ("content/competencies.yml", COMPETENCY.replace("OUR1", "EDU1"), "content/competencies.yml:9:9"),
        ("content/first-steps/our-unit.md", OF_OUR_UNIT.replace("our-unit", "asking"), f"{UNIT}:2:5"),
        ("quizzes/first-steps/our-bank.yml", OUR_BANK.replace("our-bank", "asking-bank"), f"{BANK}:1:5"),
    ],
)
def test_a_repeated_id_is_found_at_the_host_with_the_place_in_the_course(
    host_with: MakeHost, path: str, text: str, original: str
) -> None:
    checked = pipeline.check(host_with({**ADDED, path: text}))

    (repeated,) = (finding for finding in checked.findings if finding.code == "duplicate-id")

    assert repeated.span.source.path == path
    assert not repeated.span.source.is_shipped
    assert repeated.help.endswith(f"the first is at {original} of the shipped course")


def test_a_repeated_word_of_the_glossary_names_both_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host_with: MakeHost
) -> None:
    shipped = _base_with(tmp_path / "shipped")
    (shipped / "content" / "glossary.yml").write_text(f"# Words\n{TERM}", encoding="utf-8")
    monkeypatch.setattr(roots, "SHIPPED", shipped)

    (repeated,) = pipeline.check(host_with({"content/glossary.yml": TERM})).findings

    assert repeated.code == "duplicate-id"
    assert repeated.span.place == "content/glossary.yml:1:8"
    assert repeated.help.endswith("the first is at content/glossary.yml:2:8 of the shipped course")


def test_a_warning_about_the_shipped_course_is_not_shown_to_a_host(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host_with: MakeHost
) -> None:
    shipped = _base_with(tmp_path / "shipped", LESSON, "title:", "minutes: 5\ntitle:")
    monkeypatch.setattr(roots, "SHIPPED", shipped)

    assert [finding.code for finding in pipeline.check(shipped).findings] == ["computed-minutes"]
    assert diagnostics.render_all(pipeline.check(host_with({})).findings) == "no findings\n"


def test_an_error_in_the_shipped_course_stops_a_host_with_one_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host_with: MakeHost
) -> None:
    monkeypatch.setattr(
        roots, "SHIPPED", _base_with(tmp_path / "shipped", UNIT, "[@smith-2020]", "[@a-1] [@b-2]")
    )

    checked = pipeline.check(host_with({}))

    (finding,) = checked.findings
    assert checked.has_errors
    assert (finding.code, finding.span.place) == ("shipped-misfit", "organisation.yml:1:1")
    assert "`a-1`" in finding.message
    assert f"{UNIT}:16:" in finding.message
    assert "of the shipped course, and 1 more" in finding.message


def test_a_bank_of_the_course_that_a_host_places_again_is_found_at_the_host(host_with: MakeHost) -> None:
    host = host_with(
        {**ADDED, "content/first-steps/our-unit.md": OF_OUR_UNIT + "\n::: quiz asking-bank\n:::\n"}
    )

    (finding,) = (one for one in pipeline.check(host).findings if one.code == "misplaced-bank")

    assert finding.span.source.path == "content/first-steps/our-unit.md"
    assert f"{LESSON}:" in finding.help
    assert finding.help.endswith("of the shipped course")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/first-steps/our-unit.md", OF_OUR_UNIT.replace("OUR1", "ZZZ9")),
        ("content/first-steps/our-unit.md", OF_OUR_UNIT.replace("[@our-study]", "[@zzz]")),
        ("content/first-steps/our-unit.md", OF_OUR_UNIT.replace("say omar", "say zzz")),
        ("content/zzz/our-unit.md", OF_OUR_UNIT),
        ("content/zzz.yml", TERM),
        ("content/notes.txt", "Notes\n"),
        ("content/course.yaml", "Notes\n"),
        ("quizzes/first-steps/our-bank.yml", OUR_BANK.replace("unit: our-unit", "unit: zzz")),
        ("organisation.yml", "name: Riverside\nreviews:\n  - {unit: zzz, reviewer: A, date: 2026-01-31}\n"),
    ],
)
def test_help_never_points_to_a_file_that_a_host_does_not_have(
    host_with: MakeHost, path: str, text: str
) -> None:
    # a unit that is moved is not also where it was
    own = {name: written for name, written in ADDED.items() if written not in text}
    findings = pipeline.check(host_with({**own, path: text})).findings

    assert findings
    assert all(not one.span.source.is_shipped for one in findings)
    assert all("course.yml" not in one.help for one in findings)


def _base_with(folder: Path, path: str = LESSON, old: str = "", new: str = "") -> Path:
    """Copy the base course, with one text in it replaced."""
    shutil.copytree(BASE, folder)
    text = (folder / path).read_text(encoding="utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


@pytest.mark.parametrize("path", [LESSON, UNIT, BANK, "content/first-steps/asking/talk.svg"])
def test_a_host_replaces_no_file_of_the_course(
    path: str, host_with: MakeHost, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = Path(shutil.copytree(BASE, tmp_path / "shipped"))
    (shipped / "content/first-steps/asking/talk.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1"/></svg>'
    )
    lesson = shipped / LESSON
    lesson.write_text(lesson.read_text().replace("Read [", "![A talk](talk.svg) Read ["))
    host = host_with({path: "Ours.\n"})
    monkeypatch.setattr(roots, "SHIPPED", shipped)

    checked = pipeline.check(host)

    assert [(finding.code, finding.span.source.path) for finding in checked.findings] == [
        ("taken-path", path)
    ]
    assert checked.has_errors
