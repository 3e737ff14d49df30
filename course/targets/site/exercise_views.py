"""Dialogues, rating exercises, written replies and demonstrations as their templates want them."""

from __future__ import annotations

import string
from itertools import islice
from typing import assert_never

from course.model.course import Course
from course.model.dialogue_paths import Path, good_paths, model_reply
from course.model.exercises import (
    BANDS,
    Demonstration,
    Dialogue,
    Exercise,
    Head,
    Note,
    Rating,
    Reply,
    Turn,
    WrittenReply,
)
from course.model.framework import Ref
from course.model.items import Section
from course.model.prose import Prose
from course.records.exercise_hash import dialogue_hash, rating_hash, turn_hash
from course.targets.site.addresses import Addresses, relative
from course.targets.site.json_text import compact
from course.targets.site.page_data.graph import Graph, GraphReply, GraphTurn
from course.targets.site.templates import View
from course.targets.site.typesetting import Typesetter

# good paths shown beside a learner's own: neighbours in a long list of paths are nearly the same
MOST_GOOD_PATHS = 6
MOST_PATHS_LOOKED_AT = 600


class ExerciseViews:
    """The views of the exercises of one course."""

    def __init__(self, course: Course, addresses: Addresses, typesetter: Typesetter) -> None:
        self._course = course
        self._addresses = addresses
        self._html = typesetter.html

    def view(self, exercise: Exercise, page: str) -> View:
        """Return what the template of an exercise needs."""
        head = self._head(exercise.head)
        match exercise:
            case Dialogue():
                return {**head, **self._dialogue(exercise, page)}
            case Rating():
                return {**head, **self._rating(exercise, page)}
            case WrittenReply():
                return {**head, **self._written_reply(exercise, page)}
            case Demonstration():
                return {**head, **self._demonstration(exercise, page)}
        assert_never(exercise)

    def _head(self, head: Head) -> View:
        return {"id": head.id, "title": head.title, "minutes": head.minutes}

    def _dialogue(self, dialogue: Dialogue, page: str) -> View:
        numbers = {turn.id: number for number, turn in enumerate(dialogue.turns, start=1)}
        turns = [self._turn(turn, numbers, page) for turn in dialogue.turns]
        endings = [
            {"id": ending.id, "title": ending.title, "html": self._html(ending.text, page)}
            for ending in dialogue.endings
        ]
        return {
            "hash": dialogue_hash(dialogue),
            "person": self._person(dialogue.person, page),
            "scene_html": self._html(dialogue.scene, page),
            "turns": turns,
            "endings": endings,
            "graph_json": compact(self._graph(dialogue)),
        }

    def _turn(self, turn: Turn, numbers: dict[str, int], page: str) -> View:
        model = model_reply(turn)
        return {
            "id": turn.id,
            "number": numbers[turn.id],
            "person": self._person(turn.who, page),
            "line_html": self._html(turn.line, page),
            "competencies": [self._course.competencies[ref.id] for ref in turn.competencies],
            "taught": self._taught(turn.section, page),
            "replies": [
                self._reply(reply, letter, numbers, page)
                for letter, reply in zip(string.ascii_uppercase, turn.replies, strict=False)
            ],
            "model": model.id if model else "",
        }

    def _reply(self, reply: Reply, letter: str, numbers: dict[str, int], page: str) -> View:
        """Return a reply; `turn_number` is 0 where it leads to an ending."""
        return {
            "id": reply.id,
            "letter": letter,
            "html": self._html(reply.text, page),
            "technique": reply.technique,
            "principle": reply.principle,
            "effect": reply.effect.value,
            "reaction_html": self._html(reply.reaction, page),
            "feedback_html": self._html(reply.feedback, page),
            "better_html": self._html(reply.better, page),
            "next": reply.next.id,
            "turn_number": numbers.get(reply.next.id, 0),
        }

    def _graph(self, dialogue: Dialogue) -> Graph:
        """Return what the script must know of a dialogue: where replies lead, and what they are worth."""
        named = (ref.id for turn in dialogue.turns for ref in turn.competencies)
        return Graph(
            first=dialogue.turns[0].id,
            endings=[ending.id for ending in dialogue.endings],
            turns={turn.id: _graph_turn(turn, dialogue.scene) for turn in dialogue.turns},
            good_ways=[list(path) for path in _some_good_paths(dialogue)],
            competencies={name: self._course.competencies[name].title for name in named},
        )

    def _rating(self, rating: Rating, page: str) -> View:
        return {
            "hash": rating_hash(rating),
            "bands": BANDS,
            "scene_html": self._html(rating.scene, page),
            "lines": [
                {
                    "number": number,
                    "person": self._person(line.who, page) if line.who else None,
                    "html": self._html(line.text, page),
                }
                for number, line in enumerate(rating.excerpt, start=1)
            ],
            "elements": [
                {
                    "id": element.id,
                    "number": number,
                    "name": element.name,
                    "look_for_html": self._html(element.look_for, page),
                    "reference": element.reference,
                    "reason_html": self._html(element.reason, page),
                }
                for number, element in enumerate(rating.elements, start=1)
            ],
        }

    def _written_reply(self, reply: WrittenReply, page: str) -> View:
        return {
            "situation_html": self._html(reply.situation, page),
            "prompt_html": self._html(reply.prompt, page),
            "model_html": self._html(reply.model, page),
            "points": [{"id": point.id, "html": self._html(point.text, page)} for point in reply.points],
            "taught": self._taught(reply.section, page),
        }

    def _demonstration(self, shown: Demonstration, page: str) -> View:
        return {
            "competencies": [self._course.competencies[ref.id] for ref in shown.competencies],
            "technique": shown.technique,
            "principle": shown.principle,
            "rule_html": self._html(shown.rule, page),
            "watch_for": [self._html(text, page) for text in shown.watch_for],
            "scene_html": self._html(shown.scene, page),
            "lines": [
                {
                    "number": number,
                    "person": self._person(line.who, page) if line.who else None,
                    "html": self._html(line.text, page),
                    "note": self._note(line.note, page) if line.note else None,
                }
                for number, line in enumerate(shown.lines, start=1)
            ],
        }

    def _note(self, note: Note, page: str) -> View:
        return {
            "id": note.id,
            "ask_html": self._html(note.ask, page),
            "choices": [{"html": self._html(text, page), "words": text.plain} for text in note.choices],
            "technique": note.technique,
            "principle": note.principle,
            "why_html": self._html(note.why, page),
            "is_slip": note.is_slip,
            "better_html": self._html(note.better, page),
        }

    def _person(self, who: Ref, page: str) -> View:
        """Return who speaks; only people of the cast have a page to link to."""
        member = self._course.people.get(who.id)
        if member is None:
            return {"name": who.id, "first_name": who.id, "role": "other", "href": ""}
        href = relative(page, self._addresses.person(member.id))
        return {"name": member.name, "first_name": member.first_name, "role": member.role, "href": href}

    def _taught(self, section: Section | None, page: str) -> View | None:
        return self._addresses.taught(section, page) if section else None


def _some_good_paths(dialogue: Dialogue) -> list[Path]:
    """Return good paths from all over the list of them."""
    paths = list(islice(good_paths(dialogue), MOST_PATHS_LOOKED_AT))
    return paths[:: -(-len(paths) // MOST_GOOD_PATHS)] if paths else []


def _graph_turn(turn: Turn, scene: Prose) -> GraphTurn:
    replies = {
        reply.id: GraphReply(next=reply.next.id, effect=reply.effect, credit=dict(reply.credit))
        for reply in turn.replies
    }
    return GraphTurn(hash=turn_hash(turn, scene), replies=replies)
