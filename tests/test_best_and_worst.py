"""The most and the least helpful reply: who set the key, and what an answer shows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from course.blind.kinds import Kind
from course.blind.sight import sights
from course.blueprint.counting import coverage
from course.build import pipeline
from course.model.course import Course
from course.model.items import FEWEST_EXPERTS, BestWorst, Item, VotedReply
from course.model.prose import NO_PROSE, Prose
from course.records.course_data import course_data
from course.records.course_keys import key_of
from course.records.item_hash import item_hash
from tests.conftest import MakeCourse

BANK = "quizzes/first-steps/asking/asking-bank.yml"
NAME = "asking-ends"
VOTES = {"tried?": (3, 0), "session.": (1, 1), "begin?": (0, 1), "quickly.": (0, 2)}


@pytest.fixture
def folder(course_of: MakeCourse) -> Path:
    folder = course_of("best-unknown-reply")
    _edit(folder, "best: wich", "best: which")
    return folder


def test_authors_are_a_panel_of_one_and_their_key_is_judged(folder: Path) -> None:
    interaction = _item(_read(folder)).interaction

    assert isinstance(interaction, BestWorst)
    assert (interaction.bests, interaction.worsts, interaction.is_judged) == (("which",), ("quickly",), True)


def test_beside_four_experts_an_answer_is_evidence_of_nothing(folder: Path) -> None:
    _edit(folder, f"id: {NAME}\n", f"id: {NAME}\n    harm: true\n")
    before = _read(folder)
    _ask_panel(folder)
    after = _read(folder)

    assert not _item(after).is_judged
    data = course_data(after).items[NAME]
    assert (data.competencies, data.harm) == ([], False)
    assert course_data(before).items[NAME].competencies == ["EDU1"]
    assert course_data(before).items[NAME].harm
    assert _counted(before) == _counted(after) + 1


def test_beside_five_experts_it_is_judged(folder: Path) -> None:
    _ask_panel(folder)
    _edit(folder, "best: 3, worst: 0", "best: 4, worst: 0")
    _edit(folder, "best: 0, worst: 2", "best: 0, worst: 3")

    item = _item(_read(folder))

    assert isinstance(item.interaction, BestWorst)
    assert item.interaction.experts == FEWEST_EXPERTS
    assert item.is_judged


@pytest.mark.parametrize(
    ("old", "new", "is_changed"),
    [
        ("It puts him off.", "It puts Ben off.", False),
        ("after the session.", "after the break.", True),
        ("worst: quickly", "worst: later", True),
    ],
)
def test_its_hash_is_that_of_its_meaning(folder: Path, old: str, new: str, is_changed: bool) -> None:
    before = item_hash(_item(_read(folder)))
    _edit(folder, old, new)

    assert (item_hash(_item(_read(folder))) != before) == is_changed


def test_more_votes_are_another_key_and_another_hash(folder: Path) -> None:
    _ask_panel(folder)
    item = _item(_read(folder))
    assert isinstance(item.interaction, BestWorst)
    more = tuple(replace(one, best=2 * one.best, worst=2 * one.worst) for one in item.interaction.replies)
    voted = replace(item, interaction=replace(item.interaction, replies=more))

    assert key_of(voted.interaction) != key_of(item.interaction)
    assert item_hash(voted) != item_hash(item)


def test_the_options_alone_earn_the_credit_of_the_item() -> None:
    (seen,) = sights(_of_authors("a", "d"))

    assert seen.kind is Kind.ENDS
    # of 12 pairs of different replies, one is right, and four have one right end, which earns a third
    assert seen.chance == pytest.approx((1 + 4 * 0.333) / 12)
    assert seen.earned([3, 2, 1, 0]) == 1.0
    assert seen.earned([3, 2, 0, 1]) == 0.333
    assert seen.earned([0, 1, 2, 3]) == 0.0


def _of_authors(best: str, worst: str) -> BestWorst:
    replies = (
        VotedReply(name, Prose((name,), name), int(name == best), int(name == worst), NO_PROSE)
        for name in "abcd"
    )
    return BestWorst(tuple(replies), is_by_panel=False)


def _ask_panel(folder: Path) -> None:
    _edit(folder, "keyed_by: authors\n    best: which\n    worst: quickly\n", "keyed_by: panel\n")
    for end, (best, worst) in VOTES.items():
        _edit(folder, f'{end}", ', f'{end}", votes: {{best: {best}, worst: {worst}}}, ')


def _counted(course: Course) -> int:
    found = {one.competency.id: one for one in coverage(course)}
    return sum(sum(row.values()) for row in found["EDU1"].units.values())


def _item(course: Course) -> Item:
    return next(item for _, item in course.items() if item.id == NAME)


def _read(folder: Path) -> Course:
    checked = pipeline.check(folder)
    assert [finding.message for finding in checked.findings if finding.is_error] == []
    return checked.course


def _edit(folder: Path, old: str, new: str) -> None:
    path = folder / BANK
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
