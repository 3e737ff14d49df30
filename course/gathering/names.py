"""The names of files: which are records, and how they are shown."""

from __future__ import annotations

import os

ENDING = ".json"


def is_json(name: str) -> bool:
    """Say whether a file is a record by its name."""
    return name[-len(ENDING) :].lower() == ENDING


def shown(path: str | bytes) -> str:
    """Return the name of a file as text: what cannot be shown is written out, so that nothing acts on it."""
    text = os.fsdecode(path)
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else _written_out(sign) for sign in text)


def _written_out(sign: str) -> str:
    return f"\\x{ord(sign) - 0xDC00:02x}" if "\udc80" <= sign <= "\udcff" else repr(sign)[1:-1]
