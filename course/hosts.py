"""The names that the preview answers to; someone else's name may be pointed at this machine, too."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LOCAL = ("localhost", "127.0.0.1", "::1")
_ANY = ("", "0.0.0.0", "::")
_HOST = re.compile(r"(?:\[([0-9a-f:.]+)\]|([^\s:\[\]/@]+))(?::[0-9]{1,5})?", re.IGNORECASE)
_ADDRESS = re.compile(r"[0-9.]+|[0-9a-f]*:[0-9a-f:.]+", re.IGNORECASE)


def is_ours(sent: Sequence[str], bound: str) -> bool:
    """Say whether the Host lines of a request name this machine, or the host that was asked for.

    One that listens everywhere also answers to any address in digits, which no one elsewhere can point here.
    """
    if len(sent) != 1:
        return False
    found = _HOST.fullmatch(sent[0].strip())
    if found is None:
        return False
    name = (found[1] or found[2]).lower()
    if name in (*_LOCAL, bound.lower()):
        return True
    return bound in _ANY and _ADDRESS.fullmatch(name) is not None
