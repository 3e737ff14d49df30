"""What someone sees of an item without its stem, and what an answer to that alone earns.

A new interaction is one more case in `sights`; with a class of its own here when it is answered in a new way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations
from math import exp
from statistics import mean
from typing import ClassVar, Protocol, assert_never
from zlib import crc32

from course.blind import guessing
from course.blind.kinds import Kind
from course.items.proficient_or_violation import VERDICTS
from course.learning.scoring import credit_milli
from course.model.dialogue import Effect, Reply
from course.model.items import BestWorst, Choose, Interaction, Match, Order
from course.model.prose import NO_PROSE, Prose
from course.records.course_keys import BestWorstKey, MatchKey, OrderKey, best_worst_key

PROFICIENT = VERDICTS[0]
SILENCE = Prose(("Say nothing for a moment",), "Say nothing for a moment")


@dataclass(frozen=True)
class Offer:
    """One thing that may be picked, placed or paired; `beside` is what it would be paired with."""

    text: Prose
    is_right: bool
    feedback: Prose = NO_PROSE
    beside: Prose = NO_PROSE


class Sight(Protocol):
    """The options of one response. Scores are one number for each offer, the higher the likelier right.

    What is learned from the offers of one `lot` says nothing about those of another.
    """

    @property
    def lot(self) -> str: ...

    @property
    def kind(self) -> Kind: ...

    @property
    def offers(self) -> tuple[Offer, ...]: ...

    @property
    def chance(self) -> float:
        """Return what a guess earns on average."""

    def earned(self, scores: Sequence[float]) -> float:
        """Return what the answer with the highest scores earns, 0 to 1."""

    def probability(self, scores: Sequence[float]) -> float:
        """Return how probable these scores make the key."""


@dataclass(frozen=True)
class Picks:
    """Options of which some are right. It is known how many, so that chance is exact.

    What is earned is the share of right options among as many as are right.
    """

    lot: ClassVar[str] = "picking"
    kind: Kind
    offers: tuple[Offer, ...]

    @property
    def keys(self) -> int:
        return sum(offer.is_right for offer in self.offers)

    @property
    def chance(self) -> float:
        return self.keys / len(self.offers)

    def earned(self, scores: Sequence[float]) -> float:
        picked = best_first(self.offers, scores)[: self.keys]
        return sum(self.offers[place].is_right for place in picked) / self.keys

    def probability(self, scores: Sequence[float]) -> float:
        shares = _shares(scores)
        return sum(share for share, offer in zip(shares, self.offers, strict=True) if offer.is_right)


@dataclass(frozen=True)
class Ranks:
    """Steps in their right order; `is_right` marks those of the later half."""

    lot: ClassVar[str] = "ordering"
    offers: tuple[Offer, ...]
    kind: Kind = Kind.ORDER

    @property
    def chance(self) -> float:
        return guessing.order(len(self.offers))

    def earned(self, scores: Sequence[float]) -> float:
        steps = list(map(str, range(len(self.offers))))
        latest_first = best_first(self.offers, scores)
        return credit_milli(OrderKey(steps=steps), [steps[place] for place in reversed(latest_first)]) / 1000

    def probability(self, scores: Sequence[float]) -> float:
        pairs = list(pairwise(scores))
        return sum(1 / (1 + exp(_bounded(before - after))) for before, after in pairs) / len(pairs)


@dataclass(frozen=True)
class Places:
    """Every card with every target, card by card. The credit is that of the item."""

    lot: ClassVar[str] = "placing"
    kind: Kind
    offers: tuple[Offer, ...]
    key: MatchKey
    targets: tuple[str, ...]
    shared: bool

    @property
    def chance(self) -> float:
        return guessing.placing(len(self.key.pairs), len(self.targets), shared=self.shared)

    def earned(self, scores: Sequence[float]) -> float:
        placed: dict[str, str] = {}
        cards = tuple(self.key.pairs)
        for place in best_first(self.offers, scores):
            card, target = cards[place // len(self.targets)], self.targets[place % len(self.targets)]
            if card not in placed and (self.shared or target not in placed.values()):
                placed[card] = target
        return credit_milli(self.key, placed) / 1000

    def probability(self, scores: Sequence[float]) -> float:
        width = len(self.targets)
        rows = [range(start, start + width) for start in range(0, len(scores), width)]
        found = [_shares([scores[place] for place in row]) for row in rows]
        right = [
            share
            for row, shares in zip(rows, found, strict=True)
            for place, share in zip(row, shares, strict=True)
            if self.offers[place].is_right
        ]
        return sum(right) / len(rows)


def sights(interaction: Interaction) -> Iterator[Sight]:
    """Yield what is seen of each response of an item; nothing where every answer earns the same."""
    match interaction:
        case Choose(options=options, many=many, is_listed=is_listed):
            offers = tuple(Offer(option.text, option.is_key, option.feedback) for option in options)
            kind = Kind.MULTIPLE if many else Kind.STEM if is_listed else Kind.SINGLE
            yield from picks(kind, offers)
        case Order(steps=steps):
            middle = (len(steps) - 1) / 2
            yield Ranks(tuple(Offer(step.text, place > middle) for place, step in enumerate(steps)))
        case Match(all_or_nothing=True) as match_:
            offers = tuple(
                Offer(card.text, card.target == PROFICIENT, card.feedback) for card in match_.cards
            )
            yield from picks(Kind.VERDICT, offers)
        case Match() as match_:
            yield _places(match_)
        case BestWorst() as best_worst:
            yield _ends(best_worst)
        case _:
            assert_never(interaction)


def sight_of_replies(replies: Sequence[Reply]) -> Iterator[Sight]:
    """Yield what is seen of the replies of a turn: those that help are right, and one of them is picked."""
    offers = tuple(
        Offer(SILENCE if reply.is_silent else reply.text, reply.effect is Effect.HELPS, reply.feedback)
        for reply in replies
    )
    for seen in picks(Kind.TURN, offers):
        yield OnePick(seen.kind, seen.offers)


@dataclass(frozen=True)
class OnePick(Picks):
    """Options of which one is picked, though more may be right."""

    def earned(self, scores: Sequence[float]) -> float:
        return float(self.offers[best_first(self.offers, scores)[0]].is_right)


@dataclass(frozen=True)
class Ends(Picks):
    """Replies of which the likeliest is picked as the best and the least likely as the worst.

    What is right elsewhere is taken for the best. The credit is that of the item.
    """

    key: BestWorstKey

    @property
    def chance(self) -> float:
        return mean(self._credit(best, worst) for best, worst in permutations(self.key.best, 2))

    def earned(self, scores: Sequence[float]) -> float:
        order, replies = best_first(self.offers, scores), list(self.key.best)
        return self._credit(replies[order[0]], replies[order[-1]])

    def _credit(self, best: str, worst: str) -> float:
        return credit_milli(self.key, {"best": best, "worst": worst}) / 1000


def _ends(item: BestWorst) -> Ends:
    offers = (Offer(reply.text, reply.id in item.bests, reply.feedback) for reply in item.replies)
    return Ends(Kind.ENDS, tuple(offers), best_worst_key(item))


def picks(kind: Kind, offers: tuple[Offer, ...]) -> Iterator[Picks]:
    """Yield options to pick from, if some are right and some are not."""
    if len({offer.is_right for offer in offers}) > 1:
        yield Picks(kind, offers)


def best_first(offers: Sequence[Offer], scores: Sequence[float]) -> list[int]:
    """Return the places of the offers by their scores.

    Between equal scores a checksum of the words decides, because the order in a file may follow the key.
    """
    return sorted(range(len(offers)), key=lambda place: (-scores[place], _checksum(offers[place])))


def _places(match_: Match) -> Places:
    return Places(
        kind=Kind.SORT if match_.shared else Kind.MATCH,
        offers=tuple(
            Offer(card.text, card.target == target.id, beside=target.text)
            for card in match_.cards
            for target in match_.targets
        ),
        key=MatchKey(
            pairs={card.id: card.target for card in match_.cards},
            targets=len(match_.targets),
            all_or_nothing=False,
        ),
        targets=tuple(target.id for target in match_.targets),
        shared=match_.shared,
    )


def _checksum(offer: Offer) -> int:
    return crc32(f"{offer.text.plain}\n{offer.beside.plain}".encode())


def _shares(scores: Sequence[float]) -> list[float]:
    """Turn scores, the logarithms of odds, into shares of one."""
    highest = max(scores)
    weights = [exp(score - highest) for score in scores]
    return [weight / sum(weights) for weight in weights]


def _bounded(exponent: float) -> float:
    return max(-700.0, min(700.0, exponent))
