"""Page data as a classic script, because a page opened from a file can fetch nothing else."""

from __future__ import annotations

import msgspec

from course.targets.site.json_text import ascii_only
from course.targets.site.page_data import PageData

# those of each unit come with a script of its own
_BY_UNIT = ("items", "unitKeys")


def script(data: PageData) -> bytes:
    """Return a script that adds these parts to `window.imr`, whichever script came first."""
    found: dict[str, object] = msgspec.to_builtins(data)
    parts = "".join(f"imr.{name}={_value(name, value)};\n" for name, value in found.items())
    return f"var imr=window.imr||{{}};\n{parts}".encode()


def _value(name: str, value: object) -> str:
    text = ascii_only(value)
    return f"Object.assign(imr.{name}||{{}},{text})" if name in _BY_UNIT else text
