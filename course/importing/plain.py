"""Plain words as Markdown that shows them as they are."""

from __future__ import annotations

import re

# What would begin or end something within a line. `_` between letters means itself.
_WITHIN = re.compile(
    r"""(?<!\S)_{3,}(?!\S)
    | [\\`*\[\]<|^]
    | (?<![^\W_])_ | _(?![^\W_])
    | &(?=\#?\w+;)
    | ~(?=~|\S) | (?<=[~=+%])[~=+%](?=[~=+%]|\S|$) | [=+%](?=[=+%])
    | \{(?=[\{%:.\#+=~>-]|[\w-]+=)
    | :(?=:|[a-z][a-z_]*[a-z]:)
    """,
    re.VERBOSE,
)
# What would make a line something else than words.
_AT_BEGINNING = re.compile(
    r"(?:\#{1,6}|[-+]|\d{1,9}[.)])(?=[ \t]|$)|[>:]|=+[= \t]*$|-[- \t]*$|_[_ \t]*$|!!!|\?\?\?|~~~|\.\. (?=\w)"
)
_ADDRESS = re.compile(r"""(?<![\w"'“‘„«/.@])https?://[\w.~:/?#!$&()*+,;=%-]*[\w/]""")
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_NOTHING = re.compile("[\u00ad\u200b\u2060\ufeff]")  # characters without a width that mean nothing in prose


def as_words(text: str) -> str:
    """Return a stretch of a line as Markdown; addresses become links."""
    written, at = [], 0
    for found in _ADDRESS.finditer(text):
        written += [_escaped(text[at : found.start()]), f"<{found.group()}>"]
        at = found.end()
    return "".join((*written, _escaped(text[at:])))


def as_line_start(line: str) -> str:
    """Keep the beginning of a line of Markdown from meaning anything."""
    line = line.lstrip()
    found = _AT_BEGINNING.match(line)
    if not found:
        return line
    sign = found.end() - 1 if found.group()[0].isdigit() else 0
    return f"{line[:sign]}\\{line[sign:]}"


def as_markdown(text: str) -> str:
    """Return plain words as Markdown: an empty line begins a paragraph, a line break stays one."""
    paragraphs = re.split(r"\n[ \t]*\n\s*", ordinary(text).strip())
    return "\n\n".join(_paragraph(words) for words in paragraphs)


def as_address(address: str) -> str:
    """Return a web address as it is written in a link."""
    return "<" + "".join(sign for sign in address if sign not in "<>\\" and not sign.isspace()) + ">"


def ordinary(text: str) -> str:
    """Make every space an ordinary one, and drop characters that have no width and no meaning."""
    return _SPACES.sub(" ", _NOTHING.sub("", text))


def _paragraph(words: str) -> str:
    lines = [as_line_start(as_words(line.strip())) for line in words.split("\n")]
    return "  \n".join(line for line in lines if line)


def _escaped(text: str) -> str:
    # an author's note is looked for before backslashes are read
    return _WITHIN.sub(_as_sign, text).replace("\\<!--", "&lt;!--")


def _as_sign(found: re.Match[str]) -> str:
    """Write a sign so that it means itself; a gap of underscores does anyway."""
    return found.group() if found.group().startswith("__") else f"\\{found.group()}"
