"""The text of a table as spreadsheets write it: in UTF-8, in UTF-16, or as Windows writes Western letters.

The browser has the same rules in `site_templates/runtime/desk/table_text.ts`.
"""

from __future__ import annotations


def table_text(content: bytes) -> str:
    """Decode a file of text; Excel's plain CSV is not in UTF-8, and the names in it have accents."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1").translate(_WINDOWS)


def _windows(code: int) -> str:
    """Return the sign of a byte; browsers read the five that Windows leaves out as controls."""
    return bytes([code]).decode("cp1252", "ignore") or chr(code)


_WINDOWS = {code: _windows(code) for code in range(0x80, 0xA0)}
