"""What the Python half answers; `site_templates/runtime/tests/twin.ts` answers for the other."""

from __future__ import annotations

import base64
from dataclasses import asdict
from typing import Any

import msgspec

from course.cohort.marks import marks
from course.learning import best_worst, dialogues, scoring
from course.learning.agreement import Interval, agreement
from course.learning.derived import derived, thousandths
from course.learning.disagreements import checked, disagreements
from course.learning.evidence import Evidence, evidence
from course.learning.profile import profile
from course.learning.ratings import ratings
from course.learning.voided import voided
from course.records import refusals
from course.records.course_data import CourseData, to_json
from course.records.course_keys import CourseKeys, Key
from course.records.inspect import compare_profiles
from course.records.log import Log, log_of
from course.records.merge import merge
from course.records.plausibility import plausibility
from course.records.reading import Reading, read
from course.records.record import Record
from course.records.refusals import Refusal
from course.records.writing import facts, write
from tests.twins.drawn_keys import drawn_keys

Json = dict[str, Any]


def of_files(files: list[bytes], course: CourseData, now: int, same_person: bool) -> tuple[Json, Json]:
    """Return the question as it is put to the other half, and this half's answer."""
    keys = drawn_keys(course)
    question = {
        "ask": "files",
        "files": [base64.b64encode(content).decode() for content in files],
        "course": to_json(course),
        "keys": msgspec.to_builtins(keys),
        "now": now,
        "samePerson": same_person,
    }
    readings = [read(content, course.id) for content in files]
    records = [one.record for one in readings if isinstance(one, Reading)]
    merged = merge(records, same_person) if records else None
    answer = {
        "readings": [
            one.code if isinstance(one, Refusal) else _verdict(one, course, keys, now) for one in readings
        ],
        "own": [_own(content, course) for content in files],
        "merged": _said(merged, course, keys, now) if isinstance(merged, Record) else merged and merged.code,
    }
    return question, answer


def of_credit(key: Json, response: Any) -> tuple[Json, Json]:
    """Ask for the credit of one response; the key has the shape it has in a page."""
    return {"ask": "credit", "key": key, "response": response}, _credit(key, response)


def of_best_worst(ends: Json, best: str | None, worst: str | None) -> tuple[Json, Json]:
    """Ask for the credit of the most and the least helpful reply that someone picks."""
    question = {"ask": "best-worst", "ends": ends, "best": best, "worst": worst}
    try:
        credit = best_worst.best_worst_milli(msgspec.convert(ends, best_worst.Ends), best, worst)
    except best_worst.UnusableVotesError:
        return question, {"unscorable": True}
    return question, {"credit": credit}


def of_dialogue(turns: Json, path: list[tuple[str, str]]) -> tuple[Json, Json]:
    """Ask for the credit along a path through the turns of a page's `data-graph`."""
    question = {"ask": "dialogue", "turns": turns, "path": path}
    credit = {
        name: {reply: values["credit"] for reply, values in turn["replies"].items()}
        for name, turn in turns.items()
    }
    try:
        tally = dialogues.tally(credit, path)
        credits = [dict(dialogues.credit_at(credit, step)) for step in path]
    except scoring.UnscorableError:
        return question, {"unscorable": True}
    return question, {"credits": credits, "tally": {name: asdict(it) for name, it in tally.items()}}


def _credit(key: Json, response: Any) -> Json:
    try:
        return {"credit": scoring.credit_milli(msgspec.convert(key, Key), response)}
    except scoring.UnscorableError:
        return {"unscorable": True}


def _verdict(reading: Reading, course: CourseData, keys: CourseKeys, now: int) -> Json:
    log = log_of(reading.record)
    counting = checked(log, disagreements(log, course, keys))
    exported_at = reading.record.identity.exported_at
    compares = compare_profiles(reading, course, derived(counting, course, exported_at))
    # a changed file never comes as far as the marks of the command: it is refused
    changed = [] if reading.is_unchanged else ["changed"]
    return {
        "facts": facts(reading.record),
        "hasDerived": reading.derived is not None,
        "isUnchanged": reading.is_unchanged,
        "compares": compares,
        "marks": sorted([*changed, *marks(counting, exported_at, [compares], now)]),
    }


def _own(content: bytes, course: CourseData) -> str:
    """Return what becomes of a file in the trainer's own import, where one that was changed is refused."""
    reading = read(content, course.id)
    if isinstance(reading, Refusal):
        return reading.code
    return "accepted" if reading.is_unchanged else refusals.changed().code


def _said(record: Record, course: CourseData, keys: CourseKeys, now: int) -> Json:
    log = log_of(record)
    contradicted = disagreements(log, course, keys)
    counting = checked(log, contradicted)
    found, rated = evidence(log, course), ratings(log, course)
    agreed = agreement(rated.pairs)
    return {
        "export": write(record, derived(log, course, now)).decode(),
        "log": _log(log),
        "disagreements": [msgspec.to_builtins(one) for one in contradicted],
        "notes": [
            {"code": one.code, "about": list(one.about)}
            for one in plausibility(record, counting, course, keys, now)
        ],
        "counting": write(record, derived(counting, course, now)).decode(),
        "taken_back": [asdict(one) for one in voided(counting, course)],
        "evidence": [_evidence(one) for one in found.evidence],
        "harm": [
            {
                "at": one.at,
                "event": one.event,
                "item": one.item,
                "competencies": list(one.competencies),
                "isRight": one.is_right,
            }
            for one in found.harm
        ],
        "superseded": {f"{name}/{strand}": n for (name, strand), n in found.superseded.items()},
        "retired": found.retired,
        "given": [
            {
                "observations": [event.id for event in one.observations],
                "confidence": [event.id for event in one.confidence],
            }
            for one in profile(log, course, now).competencies
        ],
        "ratings": {
            "pairs": [list(pair) for pair in rated.pairs],
            "superseded": rated.superseded,
            "lastAt": rated.last_at,
        },
        "agreement": {
            "kappa": agreed.kappa and _in_thousandths(agreed.kappa),
            "error": agreed.error and _in_thousandths(agreed.error),
            "side": agreed.side,
        },
    }


def _log(log: Log) -> Json:
    return {
        "conflicts": list(log.conflicts),
        "voided": list(log.voided),
        "gaps": [{"device": gap.device, "first": gap.first, "last": gap.last} for gap in log.gaps],
        "forks": [{"device": fork.device, "seq": fork.seq, "ids": list(fork.ids)} for fork in log.forks],
        "breaks": list(log.breaks),
        "unknownTypes": list(log.unknown_types),
        "misdated": list(log.misdated),
    }


def _evidence(one: Evidence) -> Json:
    return {
        "at": one.at,
        "event": one.event,
        "source": one.source,
        "unit": one.unit,
        "strand": one.strand,
        "credit": dict(one.credit),
        "inPlacement": one.in_placement,
    }


def _in_thousandths(interval: Interval) -> list[int]:
    return [thousandths(value) for value in (interval.value, interval.low, interval.high)]
