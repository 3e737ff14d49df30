"""The three hashes of a record: of a value, of an event (which chains them), and of the whole file."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from course.records.canonical import Json, canonical

CANONICALIZATION = "RFC8785"
_FIRST_DIGITS = 8


def hash_of(value: Json) -> str:
    """Return `sha256:` and 64 hexadecimal digits, over the canonical bytes of a value.

    Of an event, this is what the next event of the same device holds as `prev`.
    """
    return f"sha256:{sha256(canonical(value)).hexdigest()}"


def beginning_of(whole: str) -> str:
    """Return the first digits of a hash: enough to distinguish the versions of one item."""
    return whole[: len("sha256:") + _FIRST_DIGITS]


def digest_of(document: Mapping[str, Json]) -> str:
    """Return the digest of a record: over everything but its `integrity`."""
    return hash_of({key: value for key, value in document.items() if key != "integrity"})


def integrity_of(document: Mapping[str, Json]) -> dict[str, Json]:
    """Return the `integrity` block that fits a record."""
    return {"canonicalization": CANONICALIZATION, "digest": digest_of(document)}
