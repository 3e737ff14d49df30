"""Invented trainers: records that hold together, levels that are true, and plans that come true."""

from __future__ import annotations

import random
import statistics
from itertools import pairwise

import pytest
from scipy import stats

from course.cohort.fold import Comparison, File, fold
from course.cohort.rows import Rows
from course.records.canonical import canonical
from course.records.course_data import CourseData
from course.records.course_keys import ChooseKey, CourseKeys
from course.records.log import log_of
from course.records.plausibility import plausibility
from course.records.reading import Reading, read
from course.records.scalars import DAY
from course.simulation.planning import table, trainers_needed
from course.simulation.study import Design, ImpossibleStudyError, Study
from course.simulation.trainers import Invented, invented

Both = tuple[CourseData, CourseKeys]
NOW = 1_780_000_000_000


def study(course: Both, **changes: object) -> Study:
    return Study(*course, Design(**{"seed": 7, **changes}))  # type: ignore[arg-type]


def folded(course: Both, people: list[Invented]) -> Rows:
    files = [File(f"{one.pseudonym}.json", canonical(one.record)) for one in people]
    return fold(files, Comparison(*course, NOW))


def test_nothing_in_an_invented_record_needs_to_be_asked_about(course_and_keys: Both) -> None:
    people = list(invented(study(course_and_keys, devices=3), 6))

    rows = folded(course_and_keys, people)

    assert (len(rows.records), rows.refusals) == (6, ())
    assert {(row.is_counted, row.marks, row.devices, row.is_current_course) for row in rows.records} == {
        (True, (), 3, True)
    }
    for one in people:
        found = read(canonical(one.record), course_and_keys[0].id)
        assert isinstance(found, Reading)
        assert found.is_unchanged
        assert plausibility(found.record, log_of(found.record), *course_and_keys, NOW) == ()


def test_they_also_play_dialogues_rate_excerpts_and_say_how_sure_they_are(course_and_keys: Both) -> None:
    course, _ = course_and_keys
    many = {"spread": 0, "exercises": 40, "sets": 2}
    good, poor = (
        folded(course_and_keys, list(invented(study(course_and_keys, level=level, **many), 8)))
        for level in (0.95, 0.3)
    )

    def of(rows: Rows, kind: str) -> list[int]:
        found = [row for row in rows.responses if row.kind == kind]
        assert found
        assert {(row.excluded, row.status) for row in found} == {("", "current")}
        if kind == "rating":
            return [abs((row.value or 0) - (row.reference or 0)) for row in found]
        return [milli for row in found for milli in row.credits_milli]

    assert {row.marks for row in (*good.records, *poor.records)} == {()}
    assert statistics.mean(of(good, "dialogue")) > statistics.mean(of(poor, "dialogue")) + 200
    assert statistics.mean(of(good, "rating")) < statistics.mean(of(poor, "rating"))
    if sum(len(one.elements) for one in course.ratings.values()) >= 30:
        assert all(row.kappa_milli is not None for row in good.records)


def test_answers_to_items_are_the_same_with_exercises_and_without(course_and_keys: Both) -> None:
    def answers(exercises: int) -> list[object]:
        (one,) = invented(study(course_and_keys, exercises=exercises), 1)
        found = [event["body"] for event in one.record["events"] if event["type"] == "item.response"]
        return [(body["itemId"], body["response"], body["certainty"]) for body in found]

    assert answers(0) == answers(6)


def test_equal_seeds_make_equal_records_and_other_seeds_others(course_and_keys: Both) -> None:
    first, again = (list(invented(study(course_and_keys), 3)) for _ in range(2))
    others = list(invented(study(course_and_keys, seed=8), 3))

    assert first == again
    assert first == list(invented(study(course_and_keys), 5))[:3]
    assert not {one.pseudonym for one in first} & {one.pseudonym for one in others}


def test_sets_are_spread_over_the_weeks_and_what_is_repeated_soon_is_no_evidence(
    course_and_keys: Both,
) -> None:
    (one,) = invented(study(course_and_keys, sets=20, set_size=8, weeks=10), 1)

    starts = [event["at"] for event in one.record["events"] if event["type"] == "attempt.started"]
    assert len(starts) == 20
    assert 8 * 7 * DAY < starts[-1] - starts[0] < 10 * 7 * DAY
    assert all(later > earlier for earlier, later in pairwise(starts))
    rows = folded(course_and_keys, [one])
    claimed = {
        event["id"]: event["body"]["cold"] for event in one.record["events"] if "cold" in event["body"]
    }
    assert {row.event: row.is_evidence for row in rows.responses if row.kind == "item"} == claimed
    assert {True, False} == set(claimed.values())


@pytest.mark.parametrize("level", [0.6, 0.85])
def test_the_credit_of_many_trainers_is_their_stated_level(course_and_keys: Both, level: float) -> None:
    asked = len(study(course_and_keys).items)
    exact = study(course_and_keys, level=level, spread=0, item_spread=1.2, sets=1, set_size=asked)

    people = list(invented(exact, 60))

    assert {tuple(one.levels.values()) for one in people} == {(level, level)}
    rows = folded(course_and_keys, people).responses
    credits = [row.score_milli or 0 for row in rows if row.kind == "item"]
    error = statistics.stdev(credits) / len(credits) ** 0.5
    assert set(credits) == {0, 1000}
    assert abs(statistics.mean(credits) - 1000 * level) < 3 * error


def test_stated_levels_have_the_mean_and_the_spread_that_were_asked_for(course_and_keys: Both) -> None:
    people = invented(study(course_and_keys, level=0.7, spread=0.12, sets=1, set_size=1), 300)

    levels = [level for one in people for level in one.levels.values()]

    assert abs(statistics.mean(levels) - 0.7) < 3 * 0.12 / 600**0.5
    assert 0.11 < statistics.stdev(levels) < 0.13


def test_whoever_knows_better_picks_the_misleading_option(course_and_keys: Both) -> None:
    name, key = next(
        (name, item)
        for name, item in sorted(course_and_keys[1].items.items())
        if isinstance(item.key, ChooseKey) and not item.key.many
    )
    assert isinstance(key.key, ChooseKey)
    option = next(one for one in key.ids if one not in key.key.keys)
    asked = len(study(course_and_keys).items)
    misled = study(course_and_keys, level=0.9, spread=0, sets=1, set_size=asked, misleading={name: option})

    rows = folded(course_and_keys, list(invented(misled, 40)))

    picks = [row.picked for row in rows.responses if row.of == name]
    assert len(picks) == 40
    assert picks.count((option,)) > 25
    for wrong in ({"no-such-item": option}, {name: key.key.keys[0]}):
        with pytest.raises(ImpossibleStudyError):
            study(course_and_keys, misleading=wrong).require_possible()


@pytest.mark.parametrize(("level", "spread"), [(0, 0.1), (0.75, 0.4), (0.5, -0.1), (1.2, 0)])
def test_levels_that_cannot_be_are_refused(course_and_keys: Both, level: float, spread: float) -> None:
    with pytest.raises(ImpossibleStudyError):
        study(course_and_keys, level=level, spread=spread).require_possible()


@pytest.mark.parametrize(("items", "difference"), [(10, 0.1), (30, 0.1), (60, 0.15)])
def test_a_study_of_the_planned_size_sees_the_difference_in_four_of_five(
    items: int, difference: float
) -> None:
    count = trainers_needed(0.7, difference, items, 0.1)
    assert count is not None
    chance = random.Random(f"{items} {difference}")

    seen = [
        stats.ttest_ind(*(_means(chance, level, items, count) for level in (0.7, 0.7 + difference))).pvalue
        for _ in range(400)
    ]

    # the standard error of a power of .8 is .02 here, and the formula is for large groups
    assert 0.74 < sum(p < 0.05 for p in seen) / 400 < 0.88


def _means(chance: random.Random, level: float, items: int, trainers: int) -> list[float]:
    together = level * (1 - level) / 0.1**2 - 1
    levels = [chance.betavariate(level * together, (1 - level) * together) for _ in range(trainers)]
    return [sum(chance.random() < one for _ in range(items)) / items for one in levels]


def test_fewer_items_and_smaller_differences_need_more_trainers() -> None:
    found = table(0.75, 0.1)

    for row in found.values():
        numbers = [needed for needed in row.values() if needed is not None]
        assert numbers == sorted(numbers, reverse=True)
    assert [row[0.1] for row in found.values()] == sorted(
        (row[0.1] for row in found.values()), key=lambda needed: -(needed or 0)
    )
    assert table(0.85, 0.1)[30][0.2] is None


def test_equal_trainers_with_one_item_each_need_what_two_proportions_need() -> None:
    # with one item each and equal trainers, the formula is the usual one for two proportions, plus one:
    # Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, 4.14, without correction
    z = stats.norm.ppf(0.975) + stats.norm.ppf(0.8)
    expected = 1 + z**2 * (0.6 * 0.4 + 0.7 * 0.3) / 0.1**2

    assert trainers_needed(0.6, 0.1, 1, 0) == -(-expected // 1)
