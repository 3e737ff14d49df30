"""Images that came within the imported file, with names of their own beside the bank."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import unquote

from course.importing.names import Names, slug
from course.importing.plain import as_address, as_words, ordinary

_WITHIN_FILE = "@@PLUGINFILE@@"
_DATA = re.compile(r"data:image/[\w.+-]+;base64,(.*)", re.DOTALL)
_BEGINNINGS = (
    (b"\x89PNG", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF8", ".gif"),
    (b"BM", ".bmp"),
)


@dataclass
class Images:
    """The images of one file; the same image is kept once."""

    prefix: str
    by_name: dict[str, bytes] = field(default_factory=dict)
    _names: Names = field(default_factory=Names)
    _kept: dict[bytes, str] = field(default_factory=dict)

    def show(
        self, address: str, alternative: str, files: Mapping[str, bytes], tell: Callable[[str], None]
    ) -> str:
        """Return the Markdown of an image, and keep the image if it came with the file."""
        words = as_words(re.sub(r"\s+", " ", ordinary(alternative)).strip())
        if re.match(r"https?://", address, re.IGNORECASE):
            return f"![{words}]({as_address(address)})"
        found = _content(address, files)
        ending = _ending(found[1])
        if not ending:
            tell("an image is left out, because it is not in this file" if not found[1] else _NO_IMAGE)
            return words
        return f"![{words}]({self._keep(found[0], ending, found[1])})"

    def _keep(self, name: str, ending: str, content: bytes) -> str:
        if content in self._kept:
            return self._kept[content]
        stem = slug(PurePosixPath(name).stem) or "image"
        chosen = self._names.distinct(f"{self.prefix}-{stem}") + ending
        self._kept[content] = chosen
        self.by_name[chosen] = content
        return chosen


_NO_IMAGE = "an image is left out, because its content is none that can be shown"


def _content(address: str, files: Mapping[str, bytes]) -> tuple[str, bytes]:
    """Return the name and the content of an image; no content where it is elsewhere."""
    if found := _DATA.match(address.strip()):
        return "image", from_base64(found.group(1))
    path = unquote(address.removeprefix(_WITHIN_FILE).partition("?")[0]).strip("/")
    name = path.rpartition("/")[2]
    return name, files.get(path, files.get(name, b""))


def from_base64(text: str) -> bytes:
    """Return the bytes that a text stands for; none where it stands for nothing."""
    letters = re.sub(r"[^A-Za-z0-9+/]", "", text)
    try:
        return base64.b64decode(letters + "=" * (-len(letters) % 4))
    except binascii.Error:
        return b""


def _ending(content: bytes) -> str:
    """Return the ending that fits the content of an image; empty for anything else."""
    for beginning, ending in _BEGINNINGS:
        if content.startswith(beginning):
            return ending
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return ".webp"
    return (
        ".svg" if re.match(rb"\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg)", content) and b"<svg" in content else ""
    )
