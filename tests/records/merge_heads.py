"""Records that differ in everything but their events: who, when, which version."""

from __future__ import annotations

from tests.records.made import DAY, LEARNER, OTHER_LEARNER, START, Raw, facts, uuid_at
from tests.records.merge_events import Inputs, browser_with


def record_begun_earlier() -> Inputs:
    earlier = _identity("later name", createdAt=START - DAY)
    return [facts([]), facts([], record=earlier)]


def records_begun_together() -> Inputs:
    return [facts([], record=_identity(name)) for name in ("one", "other")]


def exported_later() -> Inputs:
    later = _identity("record", exportedAt=START + 9 * DAY)
    later["generator"] = {"name": "imr-trainer-course", "version": "0.2.0"}
    course = {"id": "imr-trainer-course", "version": "0.2.0", "contentHash": "sha256:" + "d" * 64}
    return [facts([]), facts([], record=later, course=course)]


def exported_together_by_two_versions() -> Inputs:
    other = _identity("record")
    other["generator"] = {"name": "imr-trainer-course", "version": "0.2.0"}
    return [facts([]), facts([], record=other)]


def alias_typed_later() -> Inputs:
    later = _identity("record", exportedAt=START + 9 * DAY)
    return [
        facts([], learner={"pseudonyms": [LEARNER], "alias": "Maria"}),
        facts([], record=later, learner={"pseudonyms": [LEARNER], "alias": "M."}),
    ]


def alias_taken_back() -> Inputs:
    inputs = alias_typed_later()
    del inputs[1]["learner"]["alias"]
    return inputs


def aliases_of_one_moment() -> Inputs:
    return [
        facts([], learner={"pseudonyms": [LEARNER], "alias": alias}) for alias in ("\ufb33", "\U0001f600")
    ]


def different_pseudonyms() -> Inputs:
    return [facts([]), facts([], learner={"pseudonyms": [OTHER_LEARNER]})]


def pseudonyms_in_common() -> Inputs:
    return [facts([]), facts([], learner={"pseudonyms": [LEARNER, OTHER_LEARNER]})]


def pseudonyms_linked_by_a_third() -> Inputs:
    linked = facts([], learner={"pseudonyms": [LEARNER, OTHER_LEARNER]})
    return [*different_pseudonyms(), linked]


def other_course() -> Inputs:
    # read as records of the other course, then brought together
    return [
        facts([]),
        facts([], course={"id": "another", "version": "1.0.0", "contentHash": "sha256:" + "d" * 64}),
    ]


def extensions() -> Inputs:
    return [
        facts([], extensions={"org.example.one": {"a": 1}, "org.example.both": [1]}),
        facts([], extensions={"org.example.two": "b", "org.example.both": [2]}),
    ]


def newer_minor_version() -> Inputs:
    newer = facts(browser_with("e", "judge-02").events, schemaVersion="1.3.0", mood={"colour": "blue"})
    newer["events"][0]["weather"] = "rain"
    newer["devices"][0]["kind"] = "phone"
    newer["record"]["note"] = "hello"
    return [facts(browser_with("d", "judge-01").events), newer]


def two_newer_minor_versions() -> Inputs:
    return [
        facts([], schemaVersion="1.10.0", mood="blue"),
        facts([], schemaVersion="1.9.1", mood="green", moon="full"),
    ]


def _identity(name: str, **changes: int) -> Raw:
    found: Raw = facts([])["record"] | {"id": uuid_at(START, name)} | changes
    return found


def one_version_in_two_spellings() -> Inputs:
    return [facts([], schemaVersion=version) for version in ("1.2.0", "1.02.0")]
