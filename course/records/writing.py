"""A record as the bytes of its file, with what follows from the facts, and with its digest."""

from __future__ import annotations

from typing import Any

import msgspec

from course.records.canonical import canonical
from course.records.document import FORMAT, Derived
from course.records.hashing import integrity_of
from course.records.record import Record
from course.records.unknown_keys import KeyPath


def write(record: Record, derived: Derived) -> bytes:
    """Return the bytes of an export: canonical, and one line feed."""
    document = facts(record) | {"derived": msgspec.to_builtins(derived)}
    return canonical(document | {"integrity": integrity_of(document)}) + b"\n"


def facts(record: Record) -> dict[str, Any]:
    """Return the record as JSON without what can be computed from it; two records are one if these are."""
    document: dict[str, Any] = {
        "format": FORMAT,
        "schemaVersion": record.schema_version,
        "record": msgspec.to_builtins(record.identity),
        "learner": msgspec.to_builtins(record.learner),
        "course": msgspec.to_builtins(record.course),
        "devices": [msgspec.to_builtins(device) for device in record.devices],
        "events": [dict(stored.raw) for stored in record.events],
        "extensions": dict(record.extensions),
    }
    # looked up: a newer release may say something of each of thousands
    devices = {device["deviceId"]: device for device in reversed(document["devices"])}
    for path, value in sorted(record.unknown.items()):
        _put_back({**document, "devices": devices} if path[0] == "devices" else document, path, value)
    return document


def _put_back(document: dict[str, Any], path: KeyPath, value: object) -> None:
    *outer, key = path
    here = document
    for step in outer:
        here = here[step]
    here[key] = value
