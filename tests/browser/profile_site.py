"""A site whose profile has the 26 competencies of the shipped course, and a record to look at there."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import cast

import msgspec
from playwright.sync_api import Page

from course.learning.agreement import Agreement, agreement
from course.learning.derived import derived
from course.learning.ratings import ratings
from course.model.framework import Competency
from course.model.items import Level
from course.records.course_data import (
    CompetencyData,
    CourseData,
    ItemData,
    RatingData,
    Strand,
    UnitData,
    content_hash,
)
from course.records.course_keys import CourseKeys
from course.records.document import Derived
from course.records.hashing import hash_of
from course.records.log import log_of
from course.targets.site.page_data import PageData
from course.targets.site.page_data.course import judged_course
from course.targets.site.page_data.script import script
from course.targets.site.page_data.titles import CompetencyTitle, CourseTitles, GroupTitle
from course.targets.site.page_data.units import Lesson, Unit
from tests import shipped_course
from tests.browser.conftest import LESSON
from tests.records.made import DAY, LEARNER, START, Browser, Raw, facts, item_hash, record_of

COURSE = "my-course"
NOW = START + 20 * DAY
UNITS = {"first": "First unit", "second": "Second unit"}
QUESTIONS = 9  # on each competency in each unit
MISSED = "SAF1-first-8"

# competency: how many answers in each unit, and how many of them are right
ANSWERED = {"STR1": (3, 0, 2), "GOA1": (8, 7, 15), "CBT2": (8, 7, 4), "GOA2": (8, 1, 8), "EDU1": (9, 0, 7)}

# a session in which the trainer gives a band too much to every eighth element
SESSION = "first-session"
ELEMENTS = {f"element-{number}": number % 5 + 1 for number in range(32)}
GIVEN = {name: min(5, band + (place % 8 == 0)) for place, (name, band) in enumerate(ELEMENTS.items())}

_SEED = """
([name, head, self, rows]) => new Promise((done, failed) => {
  const opening = indexedDB.open(name, 1);
  opening.onerror = () => failed(opening.error);
  opening.onsuccess = () => {
    const transaction = opening.result.transaction(["about", "events"], "readwrite");
    transaction.objectStore("about").put({ ...head, extras: new Map() }, "head");
    transaction.objectStore("about").put({ ...self, seen: new Map() }, "self");
    for (const row of rows) transaction.objectStore("events").put(row);
    transaction.oncomplete = () => { opening.result.close(); done(); };
    transaction.onerror = () => failed(transaction.error);
  };
})
"""


def copy_with_competencies(site: Path, target: Path) -> Path:
    """Copy a site and give its profile the competencies of the shipped course."""
    shutil.copytree(site, target)
    course = shipped_course.course()
    competencies = course.framework.competencies
    titles = CourseTitles(
        competencies=[
            # the reader takes no other word for a strand
            CompetencyTitle(id=one.id, title=one.title, group=one.group, strand=cast(Strand, one.strand))
            for one in competencies
        ],
        groups=[GroupTitle(id=group.id, title=group.title) for group in course.framework.groups],
        instrument_items=course.framework.instrument_items(),
        modules=[],
        dialogues=[],
        year=[],
    )
    assets = target / "assets"
    units = [_unit(unit, competencies) for unit in UNITS]
    judged = judged_course(course_of(competencies), units)
    (assets / "course-data.js").write_bytes(script(PageData(judged=judged, titles=titles)))
    nothing = CourseKeys(items={}, dialogues={})
    for unit in UNITS:
        (assets / "keys" / f"{unit}.js").write_bytes(script(PageData(unit_keys={unit: nothing})))
    (assets / "safety-titles.js").write_bytes(script(PageData(safety={})))
    (assets / "units.js").write_bytes(script(PageData(units=units)))
    return target


def course_of(competencies: tuple[Competency, ...]) -> CourseData:
    """Return a course with questions on every competency in both units, one of them about safety."""
    data = CourseData(
        id=COURSE,
        version="0.1.0",
        content_hash="",
        cut_milli=800,
        competencies=[
            CompetencyData(id=one.id, observed_by=[ref.id for ref in one.observed_by]) for one in competencies
        ],
        units=[UnitData(id=unit, minutes=20) for unit in UNITS],
        items={
            name: ItemData(
                hash=item_hash(name),
                competencies=[one.id],
                level=Level.KNOW if one.strand == "knowledge" else Level.JUDGE,
                unit=unit,
                harm=name == MISSED,
            )
            for one in competencies
            for unit in UNITS
            for name in _names(one.id, unit)
        },
        dialogues={},
        ratings={SESSION: RatingData(unit="first", hash=item_hash(SESSION), elements=ELEMENTS)},
        agreement_under="ORG2",
    )
    return msgspec.structs.replace(data, content_hash=content_hash(data))


def record(alias: str = "Anna") -> Raw:
    """Return a record with every state, what was given, a rated session and a missed safety question."""
    browser = Browser()
    at = START
    for competency, (first, second, right) in ANSWERED.items():
        asked = [*_names(competency, "first")[:first], *_names(competency, "second")[:second]]
        for place, item in enumerate(asked):
            at += 60_000
            browser.answer(item, at, 1000 if place < right else 0)
    browser.answer(MISSED, at + 60_000, 0)
    browser.finish(at + 120_000)
    rating = {"competencyId": "CBT2", "level": 2, "when": "after", "unitId": "first"}
    browser.write("self.rating", rating, at + 180_000)
    for element, value in GIVEN.items():
        given = {
            "exerciseId": SESSION,
            "exerciseHash": item_hash(SESSION),
            "element": element,
            "value": value,
        }
        browser.write("rating.given", given, at + 200_000)
    seen = {
        "kind": "competency",
        "subject": "CBT2",
        "valueMilli": 2500,
        "rater": "r" * 26,
        "date": "2026-01-12",
    }
    browser.write("supervisor.observation", seen, at + 240_000)
    by_item = {"kind": "element", "subject": "fidelity-12", "valueMilli": 4000}
    browser.write("supervisor.observation", seen | by_item, at + 241_000)
    course = {"id": COURSE, "version": "0.1.0", "contentHash": "sha256:" + "c" * 64}
    return facts(browser.events, course=course, learner={"pseudonyms": [LEARNER], "alias": alias})


def taken_back() -> Raw:
    """Return a record with a question answered three times and a safety question missed, all voided."""
    browser = Browser()
    moments = (START, START + DAY, START + 2 * DAY)
    answers = [browser.answer("EDU1-first-1", at) for at in moments]
    answers.append(browser.answer(MISSED, START + 3 * DAY, 0))
    for answer in answers:
        browser.void(answer, START + 4 * DAY)
    course = {"id": COURSE, "version": "0.1.0", "contentHash": "sha256:" + "c" * 64}
    return facts(browser.events, course=course)


def seed(page: Page, document: Raw) -> None:
    """Put a record into the browser's own storage; the page has opened it before."""
    head = {
        "schemaVersion": document["schemaVersion"],
        "identity": document["record"],
        **{name: document[name] for name in ("learner", "course", "devices", "extensions")},
    }
    own = {"device": "e" * 26, "exportedAt": None}
    rows = [
        {"id": event["id"], "hash": hash_of(event), "isKnown": True, "raw": event}
        for event in document["events"]
    ]
    page.evaluate(_SEED, [f"imr-record/{COURSE}", head, own, rows])


def computed(document: Raw) -> Derived:
    """Return the profile that Python computes from a record."""
    data = course_of(shipped_course.course().framework.competencies)
    return derived(log_of(record_of(document)), data, NOW)


def agreed(document: Raw) -> Agreement:
    """Return the agreement that Python computes from a record."""
    data = course_of(shipped_course.course().framework.competencies)
    return agreement(ratings(log_of(record_of(document)), data).pairs)


def leads() -> dict[str, str]:
    """Return the strand that leads in each competency."""
    return {one.id: one.strand for one in shipped_course.course().framework.competencies}


def _names(competency: str, unit: str) -> list[str]:
    return [f"{competency}-{unit}-{number}" for number in range(1, QUESTIONS + 1)]


def _unit(unit: str, competencies: tuple[Competency, ...]) -> Unit:
    items = [name for one in competencies for name in _names(one.id, unit)]
    lesson = Lesson(
        id=unit,
        href=LESSON,
        title=f"Lesson of {unit}",
        reading=8,
        practice=0,
        questions=12,
        items=items,
        exercises=[],
    )
    return Unit(
        id=unit,
        title=UNITS[unit],
        href=LESSON,
        minutes=20,
        competencies=[one.id for one in competencies],
        items=items,
        hashes=[item_hash(name) for name in items],
        dialogues=[],
        ratings=[],
        lessons=[lesson],
    )
