"""Records, and what becomes of them together."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Any

from course.records.canonical import canonical
from course.records.log import log_of
from course.records.merge import merge
from course.records.refusals import Refusal
from course.records.writing import facts as facts_of
from tests.records import merge_events, merge_heads
from tests.records.chain_vectors import log_json
from tests.records.made import record_of
from tests.records.merge_events import Inputs
from tests.records.vector_files import text_of


def text() -> str:
    """Return the file."""
    cases = [_case(name, make(), same_person) for name, (make, same_person) in CASES.items()]
    return text_of("records -> one record and what is odd about it, or a refusal", cases=cases)


def _case(name: str, inputs: Inputs, same_person: bool) -> dict[str, Any]:
    merged = merge([record_of(document) for document in inputs], same_person)
    case = {"name": name, "inputs": inputs, "samePerson": same_person}
    if isinstance(merged, Refusal):
        return {**case, "refusal": merged.code}
    document = facts_of(merged)
    digest = f"sha256:{sha256(canonical(document)).hexdigest()}"
    return {**case, "merged": document, "hash": digest, "log": log_json(log_of(merged))}


CASES: dict[str, tuple[Callable[[], Inputs], bool]] = {
    "one record alone": (merge_events.one_record, False),
    "a record with itself": (merge_events.itself, False),
    "nothing and something": (merge_events.nothing_and_something, False),
    "two devices": (merge_events.two_devices, False),
    "three devices, interleaved": (merge_events.three_devices_interleaved, False),
    "an older and a newer export": (merge_events.older_and_newer, False),
    "halves that close a gap": (merge_events.halves_that_close_a_gap, False),
    "halves that leave a gap": (merge_events.halves_that_leave_a_gap, False),
    "fork": (merge_events.fork, False),
    "conflict": (merge_events.conflict, False),
    "conflict of three": (merge_events.conflict_of_three, False),
    "void after its target": (merge_events.void_after_its_target, False),
    "a void beside an answer of the same id": (merge_events.void_beside_an_answer_of_the_same_id, False),
    "void from another device": (merge_events.void_from_another_device, False),
    "unknown kind of event": (merge_events.unknown_kind, False),
    "equal times": (merge_events.equal_times, False),
    "a record begun earlier": (merge_heads.record_begun_earlier, False),
    "records begun together": (merge_heads.records_begun_together, False),
    "exported later": (merge_heads.exported_later, False),
    "exported together by two versions": (merge_heads.exported_together_by_two_versions, False),
    "alias typed later": (merge_heads.alias_typed_later, False),
    "alias taken back": (merge_heads.alias_taken_back, False),
    "aliases of one moment": (merge_heads.aliases_of_one_moment, False),
    "different pseudonyms": (merge_heads.different_pseudonyms, False),
    "different pseudonyms of one person": (merge_heads.different_pseudonyms, True),
    "pseudonyms in common": (merge_heads.pseudonyms_in_common, False),
    "pseudonyms linked by a third": (merge_heads.pseudonyms_linked_by_a_third, False),
    "another course": (merge_heads.other_course, True),
    "extensions": (merge_heads.extensions, False),
    "a newer minor version": (merge_heads.newer_minor_version, False),
    "two newer minor versions": (merge_heads.two_newer_minor_versions, False),
    "one version in two spellings": (merge_heads.one_version_in_two_spellings, False),
    "devices declared differently": (merge_events.devices_declared_differently, False),
    "everything at once": (merge_events.everything_at_once, False),
}
