"""Boxes: `::: kind argument` … `:::`, the only blocks beyond common Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from course.markdown_reader.notes import OPEN, lines_of_notes

OF_FIELDS = ("artefact",)  # what is in these is YAML
_FENCE = re.compile(r"^ {0,3}(:{3,})[ \t]*(.*?)[ \t]*$")
_CODE = re.compile(r"^ {0,3}(`{3,}|~{3,})(.*)$")
_HEADING = re.compile(r"^ {0,3}#{1,6}(\s|$)")


def add_to(dialect: MarkdownIt) -> None:
    """Teach a dialect the boxes between lines of colons, such as `::: say`."""
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
    if not fence[2]:
        state.push("stray_box_end", "", 0).map = [first, first + 1]
        state.line = first + 1
        return True
    closing, is_closed = _closing_line(state, first, last)
    kind, _, argument = fence[2].partition(" ")
    _push_box(state, Opening(kind, argument.strip(), is_closed), first, closing)
    state.line = closing + is_closed
    return True


def _push_box(state: StateBlock, opening: Opening, first: int, closing: int) -> None:
    token = state.push("box_open", "", 1)
    token.map = [first, closing]
    token.meta = {"opening": opening}
    parent, line_max = state.parentType, state.lineMax
    state.parentType, state.lineMax = "container", closing
    if opening.kind not in OF_FIELDS:
        state.md.block.tokenize(state, first + 1, closing)
    state.parentType, state.lineMax = parent, line_max
    state.push("box_close", "", -1)


def _closing_line(state: StateBlock, first: int, last: int) -> tuple[int, bool]:
    """Find the line that closes a box; without one, the next heading or the end does by force."""
    opening = _FENCE.match(_line(state, first))
    open_boxes = [opening[1]] if opening else []
    heading = last
    for number in _lines_outside_code(state, first + 1, last):
        line = _line(state, number)
        if _HEADING.match(line):
            heading = min(heading, number)
        if fence := _FENCE.match(line):
            if fence[2]:
                open_boxes.append(fence[1])
            else:
                _close(open_boxes, fence[1])
            if not open_boxes:
                return number, True
    return heading, False


def _close(open_boxes: list[str], colons: str) -> None:
    """Close the innermost box with as many colons, and those in it; without one, the innermost."""
    while colons in open_boxes and open_boxes[-1] != colons:
        open_boxes.pop()
    open_boxes.pop()


def _lines_outside_code(state: StateBlock, first: int, last: int) -> Iterator[int]:
    code = ""
    in_notes = set(lines_of_notes(state.src)) if OPEN in state.src else ()
    for number in range(first, last):
        if number in in_notes:
            continue
        fence = _CODE.match(_line(state, number))
        if not code and not fence:
            yield number
        elif not code and fence:
            code = fence[1]
        elif fence and fence[1].startswith(code) and not fence[2].strip():
            code = ""


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] : state.eMarks[number]]
