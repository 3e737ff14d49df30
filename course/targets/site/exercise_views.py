"""Dialogues, rating exercises, written replies and demonstrations as their templates want them."""

from __future__ import annotations

from typing import assert_never

from course.model.course import Course
from course.model.dialogue import Dialogue
from course.model.exercise_head import Head
from course.model.exercises import BANDS, Demonstration, Exercise, Note, Rating, WrittenReply
from course.model.items import Section
from course.records.exercise_hash import rating_hash
from course.targets.site.addresses import Addresses
from course.targets.site.dialogue_views import DialogueViews
from course.targets.site.speakers import Speakers
from course.targets.site.templates import View
from course.targets.site.typesetting import Typesetter


class ExerciseViews:
    """The views of the exercises of one course."""

    def __init__(self, course: Course, addresses: Addresses, typesetter: Typesetter) -> None:
        self._addresses = addresses
        self._html = typesetter.html
        self._competencies = course.competencies
        self._speakers = Speakers(course, addresses)
        self._dialogues = DialogueViews(course, addresses, typesetter)

    def view(self, exercise: Exercise, page: str) -> View:
        """Return what the template of an exercise needs."""
        head = self._head(exercise.head)
        match exercise:
            case Dialogue():
                return {**head, **self._dialogues.view(exercise, page)}
            case Rating():
                return {**head, **self._rating(exercise, page)}
            case WrittenReply():
                return {**head, **self._written_reply(exercise, page)}
            case Demonstration():
                return {**head, **self._demonstration(exercise, page)}
        assert_never(exercise)

    def _head(self, head: Head) -> View:
        return {"id": head.id, "title": head.title, "minutes": head.minutes}

    def _rating(self, rating: Rating, page: str) -> View:
        return {
            "hash": rating_hash(rating),
            "bands": BANDS,
            "scene_html": self._html(rating.scene, page),
            "lines": [
                {
                    "number": number,
                    "person": self._speakers.view(line.who, page) if line.who else None,
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
            "competencies": [self._competencies[ref.id] for ref in shown.competencies],
            "technique": shown.technique,
            "principle": shown.principle,
            "rule_html": self._html(shown.rule, page),
            "watch_for": [self._html(text, page) for text in shown.watch_for],
            "scene_html": self._html(shown.scene, page),
            "lines": [
                {
                    "number": number,
                    "person": self._speakers.view(line.who, page) if line.who else None,
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

    def _taught(self, section: Section | None, page: str) -> View | None:
        return self._addresses.taught(section, page) if section else None
