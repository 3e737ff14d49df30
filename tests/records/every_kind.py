"""A record with one event of every kind; the golden file of the first version was made from it."""

from __future__ import annotations

from typing import Any

from course.learning.derived import derived
from course.records.log import log_of
from course.records.writing import write
from tests.records.course_made import course_made
from tests.records.made import SECOND, START, Browser, facts, item_hash, record_of

_DIALOGUE: dict[str, Any] = {"dialogueId": "first-talk", "dialogueHash": item_hash("first-talk"), "run": 1}
_CE: dict[str, Any] = {"unitId": "asking", "minutes": 30, "dueDate": "2026-06-30", "assigner": "R. Vermeer"}


def every_kind() -> bytes:
    """Return the bytes of the file."""
    laptop, phone = Browser("d"), Browser("p")
    _everything(laptop)
    phone.answer("judge-02", START + 5 * SECOND, 667, certainty=None)
    phone.answer("judge-03", START + 6 * SECOND, 0, dontKnow=True, response=None, certainty=None)
    document = facts(
        [*laptop.events, *phone.events],
        learner={"pseudonyms": ["a" * 26, "q" * 26], "alias": "M. \u2014 \U0001f9ed"},
        course={"id": "imr-trainer-course", "version": "0.1.0", "contentHash": course_made().content_hash},
        extensions={"org.example.host": {"ward": None, "tags": ["a", "b"]}},
    )
    record = record_of(document)
    return write(record, derived(log_of(record), course_made(), record.identity.exported_at))


def _everything(browser: Browser) -> None:
    attempt = {"attemptId": browser.attempt}
    started = attempt | {"bankId": "asking-bank", "seed": 4_242_424_242, "mode": "check"}
    browser.write("attempt.started", started, START)
    wrong = browser.answer("know-1", START + 10 * SECOND, 0, certainty=3)
    browser.answer("judge-01", START + 20 * SECOND, response={"card-1": "left", "card-2": "right"})
    browser.answer("safe-1", START + 30 * SECOND, 0, revealed=True, response=None, certainty=None, cold=False)
    browser.finish(START + 40 * SECOND)
    choice = {"step": 1, "node": "opening", "nodeHash": item_hash("opening"), "reply": "listen"}
    credit = {"scoreMilli": {"EDU1": 1000, "SAF1": 500}}
    bodies: list[tuple[str, dict[str, Any]]] = [
        ("dialogue.started", _DIALOGUE),
        ("dialogue.choice", _DIALOGUE | choice | credit),
        ("dialogue.finished", _DIALOGUE),
        ("rating.given", {**_EXERCISE, "element": "integrity-12", "value": 4}),
        ("written.reply", {"promptId": "prompt-1", "ticked": ["open"], "text": "What worked\nbefore?"}),
        ("written.reply", {"promptId": "prompt-2", "ticked": []}),
        ("self.rating", {"competencyId": "EDU1", "level": 1, "when": "before", "unitId": "asking"}),
        ("lesson.read", {"lessonId": "questions", "lessonHash": item_hash("questions")}),
        ("rehearsal.done", {"rehearsalId": "rehearsal-1", "role": "observer"}),
        ("group.date", {"moduleId": "module-1", "date": "2026-02-03"}),
        ("supervisor.observation", _OBSERVATION),
        ("supervisor.observation", _OBSERVATION | {"session": "o" * 26, "occasion": "role-play"}),
        ("ce.assigned", _CE),
        ("ce.completed", _CE),
        ("event.void", {"target": wrong["id"], "reason": "not-me"}),
        ("peer.review", {"of": "a kind that comes later"}),
    ]
    for number, (kind, body) in enumerate(bodies):
        browser.write(kind, body, START + (50 + number) * SECOND)


_EXERCISE: dict[str, Any] = {"exerciseId": "exercise-1", "exerciseHash": item_hash("exercise-1")}
_OBSERVATION: dict[str, Any] = {
    "kind": "element",
    "subject": "integrity-12",
    "valueMilli": 3500,
    "rater": "rater-1",
    "date": "2026-01-20",
}
