"""Items that should be looked at, each at its own line in the bank."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from course.diagnostics import Diagnostic, Severity
from course.item_analysis.intervals import Interval, discoveries, probability_above_zero
from course.item_analysis.statistics import FEWEST_TRAINERS, ItemFigures, OptionFigures
from course.model.items import Choose, Item

FEWEST_PICKS = 5
DEAD = 0.05
EASY = 0.95

Tested = tuple[ItemFigures, OptionFigures]
Test = TypeVar("Test")


def find(items: Sequence[ItemFigures], asked: Mapping[str, Item]) -> Iterator[Diagnostic]:
    """Find everything that answers say against items as they are asked today."""
    current = [one for one in items if one.is_current and one.trainers >= FEWEST_TRAINERS]
    doubted = list(_doubted(current, asked))
    yield from key_in_doubt(doubted, asked)
    names = {figures.item for figures, _ in doubted}
    yield from negative_discrimination([one for one in current if one.item not in names], asked)
    yield from dead_distractor(current, asked)
    yield from too_easy(current, asked)


def key_in_doubt(doubted: Sequence[Tested], asked: Mapping[str, Item]) -> Iterator[Diagnostic]:
    """Trainers who do better at other items pick this wrong option more often than others do.

    Either the key is wrong, or the option is right in a way that the author did not think of.
    It is said of options that five or more of at least 20 trainers picked, and such that, of all these
    findings, about one in twenty is chance.
    """
    for figures, option in doubted:
        yield _warning(
            "key-in-doubt",
            f"who does better elsewhere picks `{option.id}` more often: correlation {_said(option.pull)}, "
            f"{option.picked} of {figures.trainers} trainers",
            asked[figures.item],
            f"ask two colleagues to answer it without the key; change the key, or reword `{option.id}`",
        )


def negative_discrimination(items: Sequence[ItemFigures], asked: Mapping[str, Item]) -> Iterator[Diagnostic]:
    """Trainers who do better at other items do worse at this one.

    The stem may mislead those who know more, or ask for something that the other items do not.
    It is said where at least 20 trainers can be compared, and such that, of all these findings, about one in
    twenty is chance.
    """
    tested = [one for one in items if one.discrimination]
    for figures in _believed(tested, lambda one: one.discrimination, lambda one: one.compared, sign=-1):
        yield _warning(
            "negative-discrimination",
            f"who does better elsewhere does worse here: correlation {_said(figures.discrimination)}, "
            f"{figures.compared} trainers",
            asked[figures.item],
            "look for words that only someone who knows more would take amiss, or split the question",
        )


def dead_distractor(items: Sequence[ItemFigures], asked: Mapping[str, Item]) -> Iterator[Diagnostic]:
    """Hardly anyone picks a wrong option, so it only takes time to read.

    A wrong option works when 5 % pick it (Haladyna and Downing 1993, Educational and Psychological
    Measurement 53, 999-1010); this is said where even the upper end of the interval is lower.
    An item whose options are shared with others is left out, because an option may work for another stem.
    """
    for figures in items:
        interaction = asked[figures.item].interaction
        if not isinstance(interaction, Choose) or interaction.is_listed:
            continue
        dead = [one for one in figures.options if not one.is_key and one.share.high < DEAD]
        if dead:
            names = ", ".join(f"`{one.id}` ({one.picked})" for one in dead)
            yield _warning(
                "dead-distractor",
                f"of {figures.trainers} trainers, hardly anyone picks {names}",
                asked[figures.item],
                "put a mistake in its place that trainers do make, or delete it if two options remain",
            )


def too_easy(items: Sequence[ItemFigures], asked: Mapping[str, Item]) -> Iterator[Diagnostic]:
    """Nearly everyone answers rightly, so the item shows little about anyone.

    It is said where even the lower end of the interval is at 95 % of the credit.
    Items where a mistake could do harm are left out: everyone should know these.
    """
    for figures in items:
        if figures.facility.low >= EASY and not asked[figures.item].harm:
            yield _warning(
                "too-easy",
                f"{figures.trainers} trainers earn {100 * figures.facility.value:.0f} % here",
                asked[figures.item],
                "make the wrong options more tempting, or keep it to begin a set with",
            )


FINDINGS: dict[str, Callable[..., Iterator[Diagnostic]]] = {
    "dead-distractor": dead_distractor,
    "key-in-doubt": key_in_doubt,
    "negative-discrimination": negative_discrimination,
    "too-easy": too_easy,
}


def _doubted(items: Sequence[ItemFigures], asked: Mapping[str, Item]) -> Iterator[Tested]:
    """Yield single choices with the wrong option that pulls those who do better, the strongest of each."""
    tested = [
        (figures, option)
        for figures in items
        if _is_single(asked[figures.item])
        for option in figures.options
        if not option.is_key and option.pull and option.picked >= FEWEST_PICKS
    ]
    believed = _believed(tested, lambda one: one[1].pull, lambda one: one[0].compared, sign=1)
    strongest: dict[str, Tested] = {}
    for figures, option in believed:
        known = strongest.get(figures.item)
        if known is None or _value(option) > _value(known[1]):
            strongest[figures.item] = (figures, option)
    yield from strongest.values()


def _is_single(item: Item) -> bool:
    return isinstance(item.interaction, Choose) and not item.interaction.many


def _value(option: OptionFigures) -> float:
    return option.pull.value if option.pull else 0.0


def _believed(
    tests: Sequence[Test],
    of: Callable[[Test], Interval | None],
    count: Callable[[Test], int],
    sign: int,
) -> list[Test]:
    """Return the tests whose correlation has this sign beyond chance."""
    chances = []
    for test in tests:
        found = of(test)
        assert found is not None
        turned = Interval(sign * found.value, 0, 0)
        chances.append(probability_above_zero(turned, count(test)))
    return [test for test, is_one in zip(tests, discoveries(chances), strict=True) if is_one]


def _said(found: Interval | None) -> str:
    return "" if found is None else f"{found.value:.2f} ({found.low:.2f} to {found.high:.2f})"


def _warning(code: str, message: str, item: Item, step: str) -> Diagnostic:
    return Diagnostic(code, f"`{item.id}`: {message}", item.span, step, Severity.WARNING)
