"""What invented trainers do beside questions: play dialogues, rate excerpts, and say how sure they are."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from course.learning.dialogue_replay import Position, after, can_say, opening
from course.records.course_data import DialogueData, RatingData
from course.records.course_keys import DialogueKey, ReplyKey
from course.records.plausibility import SECOND
from course.simulation.document import Raw
from course.simulation.study import Study, chance_of

_LONGEST = 100  # turns; some dialogues go round as long as someone likes
_MOST_CONFIDENT = 3

Write = Callable[[str, Raw], None]
"""Writes an event of a kind, at the moment that it is."""
Wait = Callable[[int], None]


class Exercising:
    """One trainer at exercises: `level` and `ability` of judgement, and where events are written."""

    def __init__(
        self, study: Study, chance: random.Random, level: float, ability: float, write: Write, wait: Wait
    ) -> None:
        self._study, self._chance = study, chance
        self._level, self._ability = level, ability
        self._write, self._wait = write, wait
        self._dialogues = self._some_of(study.course.dialogues)
        self._ratings = self._some_of(study.course.ratings)

    def all_of(self, number: int) -> None:
        """Do what is due after a set: the exercises are dealt to the sets in turn."""
        sets = self._study.design.sets
        for name in self._dialogues[number::sets]:
            self._play(name, self._study.course.dialogues[name], self._study.keys.dialogues[name])
        for name in self._ratings[number::sets]:
            self._rate(name, self._study.course.ratings[name])

    def _some_of(self, exercises: Mapping[str, object]) -> list[str]:
        count = min(self._study.design.exercises, len(exercises))
        return self._chance.sample(sorted(exercises), count)

    def _play(self, name: str, dialogue: DialogueData, key: DialogueKey) -> None:
        run: Raw = {"dialogueId": name, "dialogueHash": key.hash, "run": 1}
        replies = [reply for turn in key.turns.values() for reply in turn.values()]
        competencies = sorted({one for reply in replies for one in reply.credit})
        self._say_how_sure(competencies, dialogue.unit, "before")
        self._write("dialogue.started", run)
        position = opening(key)
        for step in range(1, _LONGEST + 1):
            turn = position.place
            offered = {one: reply for one, reply in key.turns[turn].items() if can_say(position, turn, reply)}
            if not offered:
                return
            said = self._choose(offered)
            self._wait(self._chance.randrange(15 * SECOND, 45 * SECOND))
            choice = {
                "step": step,
                "node": turn,
                "nodeHash": dialogue.nodes[turn].hash,
                "reply": said,
                "scoreMilli": offered[said].credit,
            }
            self._write("dialogue.choice", run | choice)
            position = next(after(key, position, offered[said]), Position(""))
            if position.place not in key.turns:
                break
        if position.place and position.place not in key.turns:
            self._write("dialogue.finished", run)
        self._say_how_sure(competencies, dialogue.unit, "after")

    def _choose(self, offered: dict[str, ReplyKey]) -> str:
        """Return the reply that earns most, as often as the level says; else any other."""
        best = max(sorted(offered), key=lambda one: sum(offered[one].credit.values()))
        others = sorted(offered.keys() - {best})
        if not others or self._chance.random() < chance_of(self._ability, 0):
            return best
        return self._chance.choice(others)

    def _rate(self, name: str, rating: RatingData) -> None:
        """Rate near the authors' values: the nearer, the better the judgement."""
        for element, reference in rating.elements.items():
            self._wait(self._chance.randrange(20 * SECOND, 60 * SECOND))
            felt = reference + self._chance.gauss(0.2, 0.3 + 1.5 * (1 - self._level))
            body = {
                "exerciseId": name,
                "exerciseHash": rating.hash,
                "element": element,
                "value": min(max(round(felt), 1), 5),
            }
            self._write("rating.given", body)

    def _say_how_sure(self, competencies: list[str], unit: str, when: str) -> None:
        for one in competencies:
            self._wait(self._chance.randrange(2 * SECOND, 6 * SECOND))
            felt = _MOST_CONFIDENT * self._level + self._chance.gauss(-0.5 if when == "before" else 0.1, 0.5)
            level = min(max(round(felt), 0), _MOST_CONFIDENT)
            self._write("self.rating", {"competencyId": one, "level": level, "when": when, "unitId": unit})
