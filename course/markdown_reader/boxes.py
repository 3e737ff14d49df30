"""Boxes: `::: kind argument` … `:::`, the only blocks beyond common Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

_FENCE = re.compile(r"^ {0,3}:{3,}[ \t]*(.*?)[ \t]*$")
_CODE = re.compile(r"^ {0,3}(```|~~~)")
_HEADING = re.compile(r"^ {0,3}#{1,6}(\s|$)")


def add_to(dialect: MarkdownIt) -> None:
    ends = ["paragraph", "reference", "blockquote", "list", "deflist"]
    dialect.block.ruler.before("fence", "box", _box, {"alt": ends})


@dataclass(frozen=True)
class Opening:
    """The first line of a box as written."""

    kind: str
    argument: str
    is_closed: bool


def _box(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    fence = _FENCE.match(_line(state, first)) if not state.is_code_block(first) else None
    if not fence:
        return False
    if silent:
        return True
    if not fence[1]:
        state.push("stray_box_end", "", 0).map = [first, first + 1]
        state.line = first + 1
        return True
    closing, is_closed = _closing_line(state, first, last)
    kind, _, argument = fence[1].partition(" ")
    _push_box(state, Opening(kind, argument.strip(), is_closed), first, closing)
    state.line = closing + is_closed
    return True


def _push_box(state: StateBlock, opening: Opening, first: int, closing: int) -> None:
    token = state.push("box_open", "", 1)
    token.map = [first, closing]
    token.meta = {"opening": opening}
    parent, line_max = state.parentType, state.lineMax
    state.parentType, state.lineMax = "container", closing
    state.md.block.tokenize(state, first + 1, closing)
    state.parentType, state.lineMax = parent, line_max
    state.push("box_close", "", -1)


def _closing_line(state: StateBlock, first: int, last: int) -> tuple[int, bool]:
    """Find the line that closes a box; a heading or the end of the text closes it by force."""
    depth, in_code = 1, False
    for number in range(first + 1, last):
        line = _line(state, number)
        if _CODE.match(line):
            in_code = not in_code
        if in_code:
            continue
        if _HEADING.match(line):
            return number, False
        if fence := _FENCE.match(line):
            depth += 1 if fence[1] else -1
            if depth == 0:
                return number, True
    return last, False


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] : state.eMarks[number]]
