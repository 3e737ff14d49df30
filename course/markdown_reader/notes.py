"""Author's notes: `<!-- … -->` may be anywhere in Markdown, and is never published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.html_block import html_block
from markdown_it.rules_inline import StateInline

OPEN, CLOSE = "<!--", "-->"
# what is escaped, code, or the words behind `:::` begins no note
_BLOCK_OF_CODE = r"^ {0,3}(?P<fence>`{3,}|~{3,})(?s:.*?)(?:^ {0,3}(?P=fence)|\Z)"
_CODE = r"(?<!`)(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`)"
_BOX = r"^ {0,3}:::[^\n]*"
_OPENING = re.compile(rf"(?m){_BLOCK_OF_CODE}|{_BOX}|\\.|{_CODE}|(?P<note>{OPEN})")
_UNCLOSED = "text with an unclosed note"
_EMPTIED_LINE = re.compile(r"(?m)^[ \t]*\x00[ \t\x00]*(?:\n|\Z)")
_SPACE_BEFORE = re.compile(r"(?m) \x00(?= |$)")


def add_to(dialect: MarkdownIt) -> None:
    """Teach a dialect notes of the author, `<!-- … -->`, which are not published."""
    ends = ["paragraph", "reference", "blockquote", "list", "deflist"]
    dialect.block.ruler.before("fence", "note", _block, {"alt": ends})
    dialect.block.ruler.at("html_block", _html_block, {"alt": ["paragraph", "reference", "blockquote"]})
    dialect.inline.ruler.before("html_inline", "note", _inline)


def without_notes(text: str) -> str:
    """Return a text without its notes, and without the lines that held nothing else."""
    if OPEN not in text:
        return text
    kept, reached = [], 0
    for start, end in _notes_in(text):
        kept.append(text[reached:start])
        reached = end
    marked = _EMPTIED_LINE.sub("", "\x00".join([*kept, text[reached:]]))
    return _SPACE_BEFORE.sub("", marked).replace("\x00", "")


def lines_of_notes(text: str) -> Iterator[int]:
    """Yield the numbers of the lines that begin inside a note, counted from zero."""
    line, reached = 0, 0
    for start, end in _notes_in(text):
        first = line + text.count("\n", reached, start)
        line, reached = first + text.count("\n", start, end), end
        yield from range(first + 1, line + 1)


def _notes_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each note begins and ends."""
    start = _opening(text, 0)
    while start >= 0 and (end := text.find(CLOSE, start + len(OPEN))) >= 0:
        yield start, end + len(CLOSE)
        start = _opening(text, end + len(CLOSE))


def _opening(text: str, start: int) -> int:
    return next((found.start() for found in _OPENING.finditer(text, start) if found["note"]), -1)


def _block(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """Skip a note that begins a line; inside a paragraph, only one of several lines."""
    start = state.bMarks[first] + state.tShift[first]
    if state.is_code_block(first) or not state.src.startswith(OPEN, start):
        return False
    end = state.src.find(CLOSE, start + len(OPEN), state.eMarks[last - 1])
    if silent:
        return "\n" in state.src[start:end]
    if end < 0:
        token = state.push("unclosed_note", "", 0)
        token.map, token.content = [first, first + 1], state.src[start : state.eMarks[first]]
        state.line = first + 1
        return True
    return _skip(state, first, end + len(CLOSE))


def _skip(state: StateBlock, first: int, end: int) -> bool:
    """Go on behind a note; what follows on its last line begins that line."""
    line = first
    while state.eMarks[line] < end:
        line += 1
    rest = state.src[end : state.eMarks[line]]
    if rest.strip() and line == first:
        return False  # a paragraph that begins with a note
    if rest.strip():
        state.bMarks[line], state.tShift[line] = end, len(rest) - len(rest.lstrip())
        state.sCount[line] = state.blkIndent
        state.line = line
    else:
        state.line = line + 1
    return True


def _html_block(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    start = state.bMarks[first] + state.tShift[first]
    return not state.src.startswith(OPEN, start) and html_block(state, first, last, silent)


def _inline(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith(OPEN, state.pos) or state.env.get(_UNCLOSED) is state.src:
        return False
    end = state.src.find(CLOSE, state.pos + len(OPEN))
    if end < 0:
        state.env[_UNCLOSED] = state.src  # so that the rest is not searched again for each note
        return False
    state.pos = end + len(CLOSE)
    if state.pending[-1:] in ("", " "):  # no space is left on both sides
        while state.src[state.pos : state.pos + 1] == " ":
            state.pos += 1
    return True
