"""Stems of one list: each is an item, with a response, a hash and competencies of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from course.blind.kinds import Kind
from course.blind.sight import sights
from course.build import pipeline
from course.model.course import Course
from course.model.items import Choose, OptionList
from course.records.course_data import course_data
from course.records.item_hash import item_hash
from course.targets.site.quizzes import in_list
from tests.conftest import MakeCourse

LIST = "quizzes/first-steps/asking/asking-bank.yml"


@pytest.fixture
def folder(course_of: MakeCourse) -> Path:
    folder = course_of("stem-unknown-key")
    _edit(folder, "agian", "again")
    return folder


def test_each_stem_is_an_item_of_the_course(folder: Path) -> None:
    course = _read(folder)

    assert sorted(course_data(course).items) == ["asking-list-clean", "asking-list-slip"]


def test_a_stem_has_the_competencies_of_its_list_or_its_own(folder: Path) -> None:
    _edit(
        folder,
        "      - id: asking-list-clean\n",
        "      - id: asking-list-clean\n        competencies: [CBT2]\n",
    )

    items = {item.id: [ref.id for ref in item.competencies] for _, item in _course(folder).items()}

    assert items == {"asking-list-slip": ["EDU1"], "asking-list-clean": ["CBT2"]}


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("four minutes", "two minutes", {"asking-list-clean"}),
        ("key: which-day", "key: watch", {"asking-list-clean"}),
        ("It fits the minutes", "It  suits the minutes", set()),
        ("Which day will", "What day will", {"asking-list-clean", "asking-list-slip"}),
        ("What do you say next?", "What do you do next?", {"asking-list-clean", "asking-list-slip"}),
    ],
)
def test_a_hash_changes_with_the_meaning_of_its_stem_only(
    folder: Path, old: str, new: str, changed: set[str]
) -> None:
    before = _hashes(_course(folder))

    _edit(folder, old, new)

    after = _hashes(_course(folder))
    assert {name for name in before if before[name] != after[name]} == changed


def test_the_order_of_a_list_changes_no_hash(folder: Path) -> None:
    ((_, item), *_) = _course(folder).items()
    choice = item.interaction
    assert isinstance(choice, Choose)
    turned = replace(choice, options=choice.options[::-1])

    assert item_hash(replace(item, interaction=turned)) == item_hash(item)


def test_all_stems_show_a_list_in_the_same_order(folder: Path) -> None:
    course = _course(folder)
    (frame,) = course.banks[0].frames()

    assert isinstance(frame, OptionList)
    orders = [[option.id for option in in_list(item.interaction.options)] for item in frame.items]  # type: ignore[union-attr]
    assert orders == [[option.id for option in in_list(frame.options)]] * 2


def test_the_blind_check_measures_every_stem_beside_its_chance(folder: Path) -> None:
    course = _course(folder)

    seen = [sight for _, item in course.items() for sight in sights(item.interaction)]

    assert [(sight.kind, sight.chance) for sight in seen] == [(Kind.STEM, 0.25)] * 2


def _course(folder: Path) -> Course:
    return pipeline.check(folder, is_linted=False).course


def _read(folder: Path) -> Course:
    checked = pipeline.check(folder)
    assert [finding.code for finding in checked.findings] == []
    return checked.course


def _hashes(course: Course) -> dict[str, str]:
    return {item.id: item_hash(item) for _, item in course.items()}


def _edit(folder: Path, old: str, new: str) -> None:
    text = (folder / LIST).read_text()
    assert old in text
    (folder / LIST).write_text(text.replace(old, new))
