"""A file of unknown origin becomes a record, or a refusal that says what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from course.records import fast_reading, json_text, refusals
from course.records.canonical import Json
from course.records.document import FORMAT, VERSION, Derived, Document
from course.records.events import EVENT_TYPES, Event, UnknownEvent
from course.records.hashing import digest_of, hash_of
from course.records.record import Record, StoredEvent, UnknownKeys, version_number
from course.records.refusals import Refusal, RefusalError
from course.records.unknown_keys import unknown_keys

Shape = TypeVar("Shape")
Expected = Callable[["Record"], Derived]

_VERSION = re.compile(r"[0-9]{1,6}([.][0-9]{1,6}){2}")
_PLACE = re.compile(r"(?P<reason>.*?)(?: - at `(?:key in )?\$(?P<place>.*)`)?", re.DOTALL)


@dataclass(frozen=True)
class Reading:
    """A file that was accepted.

    `is_unchanged`: its digest fits. `derived` is what the file says about itself, for comparing only.
    """

    record: Record
    derived: Derived | None
    is_unchanged: bool


def read(content: bytes, course: str, expected: Expected | None = None) -> Reading | Refusal:
    """Read a file; one that was changed after its export is read too, and marked.

    `expected`: what a record's profile should be, where that is computed anyway. The outcome is the same;
    a profile that is as expected is not looked at in detail.
    """
    file = fast_reading.read(content) if len(content) <= json_text.LARGEST_FILE else None
    if file is None:
        return read_any(content, course)
    if file.document.course.id != course:
        return read_any(content, course)
    record = _record(file.document, file.events, file.document.extensions, {})
    derived = file.derived(expected(record) if expected else None)
    if derived is None:
        return read_any(content, course)
    return Reading(record, derived, is_unchanged=file.digest == file.document.integrity.digest)


def read_any(content: bytes, course: str) -> Reading | Refusal:
    """Read a file whatever its form; the outcome is that of `read`, only later."""
    try:
        return _read(json_text.parse(content), course)
    except RefusalError as error:
        return error.refusal


def _read(raw: Json, course: str) -> Reading:
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise RefusalError(refusals.not_a_record())
    digest = digest_of(raw)
    is_newer = _is_newer(raw.get("schemaVersion"))
    derived = raw.get("derived")
    if is_newer and _fitting(derived, Derived) is None:
        raw = {**raw, "derived": _NO_DERIVED}
    document = _shaped(raw, Document, "this file")
    if document.course.id != course:
        raise RefusalError(refusals.other_course(document.course.id, course))
    unknown = unknown_keys(raw, msgspec.to_builtins(document))
    if not is_newer:
        _refuse_unknown(unknown, "this file")
    events = [_stored(event, number, is_newer) for number, event in enumerate(document.events)]
    outside = {path: value for path, value in unknown.items() if path[0] not in ("derived", "integrity")}
    record = _record(document, events, document.extensions, outside)
    return Reading(record, _fitting(derived, Derived), is_unchanged=digest == document.integrity.digest)


def _record(
    document: Document, events: Iterable[StoredEvent], extensions: Mapping[str, Json], unknown: UnknownKeys
) -> Record:
    once = {stored.order: stored for stored in events}
    return Record(
        schema_version=document.schema_version,
        identity=document.record,
        learner=document.learner,
        course=document.course,
        devices=tuple(document.devices),
        events=tuple(sorted(once.values(), key=lambda stored: stored.order)),
        extensions=extensions,
        unknown=unknown,
    )


def _is_newer(version: Json) -> bool:
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        raise RefusalError(refusals.wrong_shape("`schemaVersion`", "three numbers are expected, as in 1.0.0"))
    if version_number(version)[0] != version_number(VERSION)[0]:
        raise RefusalError(refusals.unknown_version(version))
    return version_number(version) > version_number(VERSION)


def _stored(raw: dict[str, Json], number: int, is_newer: bool) -> StoredEvent:
    place = f"event {number + 1}"
    kind = EVENT_TYPES.get(str(raw.get("type")))
    event: Event | UnknownEvent | None = None
    if kind and is_newer:
        # a kind of event may have grown beyond what we know
        event = _fitting(raw, kind)
    elif kind:
        event = _shaped(raw, kind, place)
    if event is None:
        event = _shaped(raw, UnknownEvent, place)
    if not is_newer:
        _refuse_unknown(unknown_keys(raw, msgspec.to_builtins(event)), place)
    return StoredEvent(raw, hash_of(raw), event)


def _refuse_unknown(unknown: UnknownKeys, place: str) -> None:
    for *path, key in unknown:
        inside = f"{place}, `{'.'.join(path)}`," if path else place
        raise RefusalError(refusals.unknown_key(inside, key))


def _shaped(raw: Json, shape: type[Shape], whole: str) -> Shape:
    try:
        return msgspec.convert(raw, shape)
    except msgspec.ValidationError as error:
        found = _PLACE.fullmatch(str(error))
        assert found is not None  # the pattern fits every text
        place = f"{whole}, `{found['place'].lstrip('.')}`," if found["place"] else whole
        raise RefusalError(refusals.wrong_shape(place, _reason(found["reason"]))) from None


def _fitting(raw: Json, shape: type[Shape]) -> Shape | None:
    try:
        return msgspec.convert(raw, shape)
    except msgspec.ValidationError:
        return None


def _reason(reason: str) -> str:
    # a pattern says nothing to a reader
    form = "the text does not have the form that is expected here"
    return form if "matching regex" in reason else reason[:1].lower() + reason[1:]


_NO_DERIVED: dict[str, Any] = {
    "computedBy": {"method": "unknown", "version": "0.0.0", "parametersHash": "sha256:" + "0" * 64},
    "competencies": [],
    "units": [],
}
