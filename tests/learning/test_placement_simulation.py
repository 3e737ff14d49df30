"""The published tables say how often the placement check, as it is now, finds what is weakest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from bench import simulate_placement as bench

TRAINERS = 60


@pytest.fixture(scope="module")
def sections() -> dict[bool, str]:
    """The published tables, without and with guessing."""
    text = bench.DOCUMENT.read_text(encoding="utf-8")
    without, _, guessing = text.partition("### With guessing")
    return {False: without, True: guessing}


@pytest.mark.parametrize("is_guessing", [False, True])
def test_a_smaller_run_agrees_with_the_docs_within_its_error(
    is_guessing: bool, sections: dict[bool, str]
) -> None:
    trainers = bench.simulate(is_guessing, TRAINERS)

    for form in bench.FORMS:
        for questions in bench.LOOKED_AT:
            seen = bench.found(bench.at(trainers, form, questions))
            published = _share(sections[is_guessing], bench.name_of(form, questions))
            assert abs(seen.share - published) < 3 * seen.error, (form, questions, seen, published)


def test_without_guessing_the_check_finds_more_than_a_fixed_form_and_both_more_than_chance(
    sections: dict[bool, str],
) -> None:
    for questions in bench.LOOKED_AT:
        adaptive, fixed = (_share(sections[False], bench.name_of(form, questions)) for form in bench.FORMS)
        assert adaptive > fixed > bench.by_chance().share


def test_more_questions_find_more(sections: dict[bool, str]) -> None:
    for section in sections.values():
        for form in bench.FORMS:
            shares = [_share(section, bench.name_of(form, questions)) for questions in bench.LOOKED_AT]
            assert all(fewer < more for fewer, more in pairwise(shares))


def test_chance_is_what_counting_all_draws_gives() -> None:
    draws = list(_draws())

    shares = [sum(place < bench.SUGGESTED for place in draw) / bench.SUGGESTED for draw in draws]
    chance = bench.by_chance()

    assert chance.share == pytest.approx(sum(shares) / len(shares))
    assert chance.three == pytest.approx(sum(share == 1 for share in shares) / len(shares))


def _draws() -> Iterator[tuple[int, int, int]]:
    places = range(bench.COMPETENCIES)
    return ((a, b, c) for a in places for b in places for c in places if a < b < c)


def _share(section: str, name: str) -> float:
    found = re.search(rf"^\| {name} \| (\d+) ± \d+ \|", section, re.MULTILINE)
    assert found, f"the docs have no row `{name}`"
    return int(found[1]) / 100
