"""Bytes of unknown origin as text: in the encoding that a file names, or in the one that fits."""

from __future__ import annotations

import codecs
import re

from course.source import Source, visible

# the longer marks first, because the mark of UTF-32 begins with that of UTF-16
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NAMED = re.compile(rb"""\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]{0,40})["']""")
_WESTERN = "cp1252"  # what spreadsheets on Windows write
_MEANS_WESTERN = frozenset(("iso8859-1", "ascii"))  # as on the web and in most tools
# Python has more, some of which are no encodings of texts, or slow
_USUAL = re.compile(r"iso8859-\d+|cp\d+|koi8-[rut]|mac-\w+|big5\w*|gb\w+|shift_jis\w*|euc_\w+")


def decode(path: str, content: bytes) -> tuple[Source, str]:
    """Return the text of a file, and the name of its encoding if that was a guess."""
    encoding, is_guess = _encoding(content)
    text = content.decode(encoding, errors="replace").removeprefix("\ufeff")
    source = Source(path, visible(text.replace("\r\n", "\n").replace("\r", "\n")))
    return source, encoding if is_guess else ""


def _encoding(content: bytes) -> tuple[str, bool]:
    """Return the encoding of a file, and whether it is a guess."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name, False
    beginning = content[:200]
    if beginning.count(0) > len(beginning) // 3:  # ASCII in two bytes each
        return "utf-16-be" if beginning[0] == 0 else "utf-16-le", True
    if _fits(content, "utf-8"):
        return "utf-8", False
    named = _NAMED.match(content)
    if named and (known := _usual(named.group(1).decode("ascii"))) and _fits(content, known):
        return known, False
    return _WESTERN, True


def _usual(name: str) -> str:
    """Return Python's name of an encoding that texts are usually in; empty for any other."""
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return ""
    if found in _MEANS_WESTERN:
        return _WESTERN
    return found if _USUAL.fullmatch(found) else ""


def _fits(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeError:
        return False
    return True
