"""Dialogues as their templates want them."""

from __future__ import annotations

import string
from dataclasses import dataclass
from functools import cached_property

from course.model.course import Course
from course.model.dialogue import Condition, Dialogue, Ending, Reply, Turn
from course.model.prose import Prose
from course.records.exercise_hash import dialogue_hash
from course.targets.site.addresses import Addresses
from course.targets.site.dialogue_graph import graph_of
from course.targets.site.json_text import compact
from course.targets.site.speakers import Speakers
from course.targets.site.templates import View
from course.targets.site.typesetting import Typesetter


@dataclass(frozen=True)
class DialogueViews:
    """The views of the dialogues of one course."""

    course: Course
    addresses: Addresses
    typesetter: Typesetter

    def view(self, dialogue: Dialogue, page: str) -> View:
        """Return what the templates of a dialogue need."""
        return _OnPage(self, dialogue, page).view()


@dataclass(frozen=True)
class _OnPage:
    """One dialogue at one place."""

    site: DialogueViews
    dialogue: Dialogue
    page: str

    def view(self) -> View:
        dialogue = self.dialogue
        titles = {name: competency.title for name, competency in self.site.course.competencies.items()}
        return {
            "hash": dialogue_hash(dialogue),
            "person": self._speakers.view(dialogue.person, self.page),
            "scene_html": self._html(dialogue.scene),
            "clock": dialogue.clock,
            "marks": [{"id": mark.id, "html": self._html(mark.words)} for mark in dialogue.marks],
            "turns": [self._turn(turn) for turn in dialogue.turns],
            "endings": [self._ending(ending) for ending in dialogue.endings],
            "graph_json": compact(graph_of(dialogue, titles)),
        }

    def _turn(self, turn: Turn) -> View:
        section = turn.section
        return {
            "id": turn.id,
            "number": self._numbers[turn.id],
            "person": self._speakers.view(turn.who, self.page),
            "line_html": self._html(turn.line),
            "when": self._when(turn.when),
            "instead": [
                {"html": self._html(line.text), "when": self._when(line.when)} for line in turn.instead
            ],
            "competencies": [self.site.course.competencies[ref.id] for ref in turn.competencies],
            "taught": self.site.addresses.taught(section, self.page) if section else None,
            "replies": [
                self._reply(reply, letter)
                for letter, reply in zip(string.ascii_uppercase, turn.replies, strict=False)
            ],
        }

    def _reply(self, reply: Reply, letter: str) -> View:
        return {
            "id": reply.id,
            "letter": letter,
            "html": self._html(reply.text),
            "is_silent": reply.is_silent,
            "when": self._when(reply.when),
            "technique": reply.technique,
            "principle": reply.principle,
            "effect": reply.effect.value,
            "reaction_html": self._html(reply.reaction),
            "thought_html": self._html(reply.thought),
            "feedback_html": self._html(reply.feedback),
            "better_html": self._html(reply.better),
            "sets": [self._marks[ref.id] for ref in reply.sets],
            "minutes": reply.minutes,
            "next": [self._following(ref.id) for ref in reply.next],
        }

    def _following(self, name: str) -> View:
        """Return what may follow; `number` is that of the turn, or 0 for an ending, which has a title."""
        place = self._places[name]
        title = place.title if isinstance(place, Ending) else ""
        return {
            "id": name,
            "number": self._numbers.get(name, 0),
            "title": title,
            "when": self._when(place.when),
        }

    def _ending(self, ending: Ending) -> View:
        return {
            "id": ending.id,
            "title": ending.title,
            "html": self._html(ending.text),
            "when": self._when(ending.when),
        }

    def _when(self, when: Condition) -> list[View]:
        """Return the parts of a condition; the clock's own mark has no words of an author."""
        return [
            {"words": self._marks.get(ref.id, ""), "is_set": is_set}
            for refs, is_set in ((when.needs, True), (when.lacks, False))
            for ref in refs
        ]

    def _html(self, prose: Prose) -> str:
        return self.site.typesetter.html(prose, self.page)

    @cached_property
    def _speakers(self) -> Speakers:
        return Speakers(self.site.course, self.site.addresses)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {turn.id: number for number, turn in enumerate(self.dialogue.turns, start=1)}

    @cached_property
    def _places(self) -> dict[str, Turn | Ending]:
        return {place.id: place for place in self.dialogue.places}

    @cached_property
    def _marks(self) -> dict[str, str]:
        return {mark.id: self._html(mark.words) for mark in self.dialogue.marks}
