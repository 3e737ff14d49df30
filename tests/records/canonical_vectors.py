"""Values and their canonical bytes."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from course.records.canonical import CanonicalError, canonical
from tests.records.vector_files import text_of

VALUES: dict[str, Any] = {
    "null": None,
    "true": True,
    "false": False,
    "zero": 0,
    "negative": -17,
    "largest number": 2**53 - 1,
    "smallest number": -(2**53 - 1),
    "empty text": "",
    "empty array": [],
    "empty object": {},
    "keys are sorted": {"b": 1, "a": 2, "B": 3, "aa": 4, "": 5, "1": 6, "10": 7, "2": 8},
    "keys are sorted at every level": {"z": {"d": 1, "c": [{"b": 1, "a": 2}]}, "y": 0},
    "keys are sorted by UTF-16 code units, not by code points": {"\ufb33": 1, "\U0001f600": 2, "\u20ac": 3},
    "arrays keep their order": [3, 1, 2, None, "a", [], {}],
    "short escapes": '\b\t\n\f\r"\\',
    "other control characters": "\x00\x01\x1f\x7f\x80",
    "no other escapes": "/<>&'\u2028\u2029\ufeff",
    "text stays as it is, composed or not": "\u00e9 e\u0301",
    "beyond the basic plane": "\U0001f600\U0010ffff",
    "as in RFC 8785, without its fractions": {
        "string": '\u20ac$\u000f\nA\'B"\\\\"/',
        "literals": [None, True, False],
    },
    "a number beyond what is exact everywhere": 2**53,
    "a fraction": 0.5,
    "half a character in a text": "a\ud800b",
    "half a character in a key": {"\udc00": 1},
}


def text() -> str:
    """Return the file."""
    return text_of(
        "value -> canonical text and its SHA-256, or refused",
        cases=list(_cases()),
    )


def _cases() -> Iterator[dict[str, Any]]:
    for name, value in VALUES.items():
        try:
            content = canonical(value)
        except CanonicalError:
            yield {"name": name, "value": value, "refused": True}
        else:
            digest = f"sha256:{sha256(content).hexdigest()}"
            yield {"name": name, "value": value, "canonical": content.decode(), "hash": digest}
