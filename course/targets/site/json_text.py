"""JSON as pages and scripts hold it, without white space."""

from __future__ import annotations

import json

import msgspec


def compact(value: object) -> str:
    """Return a value as JSON."""
    return msgspec.json.encode(value).decode()


def ascii_only(value: object) -> str:
    """Return a value as JSON in ASCII, which no editor and no server can lose a character of."""
    return json.dumps(value, separators=(",", ":"))
