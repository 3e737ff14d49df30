"""Invented trainers: each has a true level for each strand, and answers accordingly."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import cycle

from course.learning.scoring import credit_milli
from course.learning.unprimed import COLD_AFTER
from course.records.course_data import STRANDS, Strand
from course.records.plausibility import FASTEST_READING, MINUTE, SECOND
from course.records.scalars import DAY
from course.simulation import answers, document
from course.simulation.document import Pen, Raw
from course.simulation.exercises import Exercising
from course.simulation.study import HIGHEST, LOWEST, Study, beta, chance_of

_HOUR = 60 * MINUTE
_WORKING_HOURS = 9
_DONT_KNOW = 0.15  # the share of wrong answers that are "I don't know"
_SLOWEST, _QUICKEST = 120, 350  # words a minute


@dataclass(frozen=True)
class Invented:
    """An invented trainer: the true level in each strand, and the record that came of it."""

    pseudonym: str
    levels: Mapping[Strand, float]
    record: Raw


def invented(study: Study, count: int) -> Iterator[Invented]:
    """Yield trainers; equal studies yield equal ones, and the first few are the same of any count."""
    study.require_possible()
    for number in range(count):
        yield _trainer(study, random.Random(f"{study.design.seed}/{number}"))


def _trainer(study: Study, chance: random.Random) -> Invented:
    levels = {strand: _level(study, chance) for strand in STRANDS}
    pseudonym = document.token(chance)
    answering = _Answering(study, levels, chance, pseudonym)
    answering.all_sets()
    events = answering.pen.events
    begun, ended = events[0]["at"], events[-1]["at"]
    facts = document.facts(study.course, events, pseudonym, begun, ended + DAY)
    return Invented(pseudonym, levels, document.completed(facts, study.course))


def _level(study: Study, chance: random.Random) -> float:
    parameters = beta(study.design.level, study.design.spread)
    drawn = chance.betavariate(*parameters) if parameters else study.design.level
    # what is stated is what is used, to the last digit
    return round(min(max(drawn, LOWEST), HIGHEST), 3)


class _Answering:
    """One trainer at work, set after set."""

    def __init__(
        self, study: Study, levels: Mapping[Strand, float], chance: random.Random, pseudonym: str
    ) -> None:
        self.pen = Pen(study.course)
        self._study = study
        self._chance = chance
        self._abilities = {strand: study.ability(strand, level) for strand, level in levels.items()}
        self._pace = chance.uniform(_SLOWEST, _QUICKEST)
        self._devices = [document.token(chance) for _ in range(study.design.devices)]
        self._asked = cycle(chance.sample(study.items, len(study.items)))
        self._shown: dict[str, int] = {}
        self._now = study.design.start
        self._device = self._devices[0]
        self._exercising = Exercising(
            study,
            # of its own, so that answers to items are the same with exercises and without
            random.Random(f"{study.design.seed}/{pseudonym}/exercises"),
            levels["judgement"],
            self._abilities["judgement"],
            self._write,
            self._wait,
        )

    def all_sets(self) -> None:
        """Work through the sets, which are spread over the weeks, in working hours."""
        design = self._study.design
        days = design.weeks * 7 / design.sets
        for number in range(design.sets):
            day = int(number * days + self._chance.random() * days)
            hour = self._chance.randrange(_WORKING_HOURS * _HOUR)
            self._now = max(design.start + day * DAY + hour, self._now + 10 * MINUTE)
            # the first sets go once around the devices, so that each has something
            device = self._devices[number] if number < design.devices else self._chance.choice(self._devices)
            self._set(device)
            self._device = device
            self._exercising.all_of(number)

    def _write(self, kind: str, body: Raw) -> None:
        self._wait(SECOND)
        self.pen.write(self._device, self._now, kind, body)

    def _wait(self, milliseconds: int) -> None:
        self._now += milliseconds

    def _set(self, device: str) -> None:
        attempt = document.uuid(self._now, f"{device}/{self._now}/attempt")
        started = {
            "attemptId": attempt,
            "bankId": f"review-{attempt}",
            "seed": self._chance.randrange(2**31),
            "mode": "review",
        }
        self.pen.write(device, self._now, "attempt.started", started)
        for _ in range(self._study.design.set_size):
            item = next(self._asked)
            self._now += self._chance.randrange(5 * SECOND, 30 * SECOND)
            body = self._answer(item)
            self._now += body["latencyMs"]
            self._shown[item] = self._now
            self.pen.write(device, self._now, "item.response", {"attemptId": attempt} | body)
        self._now += SECOND
        ended = {"attemptId": attempt, "reason": "completed"}
        self.pen.write(device, self._now, "attempt.finished", ended)

    def _answer(self, name: str) -> Raw:
        item, key, chance = self._study.course.items[name], self._study.keys.items[name], self._chance
        odds = chance_of(self._abilities[item.strand], self._study.difficulties[name])
        response = self._response(name, odds)
        credit = credit_milli(key.key, response) if response is not None else 0
        words = key.words * MINUTE / self._pace
        shown = answers.to_present(key)
        latency = round(words + chance.lognormvariate(2.2, 0.5) * SECOND * (1.5 - odds))
        seen = self._shown.get(name)
        return {
            "itemId": name,
            "itemHash": item.hash,
            "presented": chance.sample(shown, len(shown)),
            "response": response,
            "certainty": None if response is None else self._certainty(odds, credit > 0),
            "dontKnow": response is None,
            "revealed": False,
            "cold": seen is None or self._now + latency - seen >= COLD_AFTER,
            "scoreMilli": credit,
            "latencyMs": max(latency, key.words * MINUTE // FASTEST_READING + SECOND),
        }

    def _response(self, name: str, odds: float) -> answers.Answer | None:
        key, chance = self._study.keys.items[name], self._chance
        is_right = chance.random() < odds
        misled_by = self._study.design.misleading.get(name)
        if misled_by is not None:
            others = [one for one in key.ids if one != misled_by]
            return [misled_by if is_right else chance.choice(others)]
        if is_right:
            return answers.right(key)
        return None if chance.random() < _DONT_KNOW else answers.wrong(key, chance)

    def _certainty(self, odds: float, is_right: bool) -> int:
        """Return 1 to 3: people are surer of what they know, and not always rightly."""
        felt = odds + (0.08 if is_right else -0.08) + self._chance.gauss(0, 0.15)
        return 1 + (felt > 0.55) + (felt > 0.8)
