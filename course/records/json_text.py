"""Text of unknown origin, read as JSON; everything that programs read differently is refused."""

from __future__ import annotations

import json
import re
from typing import NoReturn

from course.records import refusals
from course.records.canonical import LARGEST_NUMBER, Json
from course.records.refusals import RefusalError

LARGEST_FILE = 50_000_000
DEEPEST = 32

# a text with its closing quotation mark if it has one, or a bracket
_PIECE = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*("?)|[\[{]|[\]}]', re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")
_LONGEST_NUMBER = 16
# what JavaScript's `trim` takes away, so that both halves call the same files empty
_SPACE = "\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B))
)


def parse(content: bytes) -> Json:
    """Return the value that the bytes of a file hold, or raise the refusal that says why not."""
    if len(content) > LARGEST_FILE:
        raise RefusalError(refusals.too_large(LARGEST_FILE))
    text = _decoded(content)
    if not text.strip(_SPACE):
        raise RefusalError(refusals.empty())
    is_complete = _check_brackets(text)
    try:
        value: Json = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        refusal = refusals.not_json(error.lineno, error.colno) if is_complete else refusals.truncated()
        raise RefusalError(refusal) from None
    if "\\u" in text and _SURROGATE.search(json.dumps(value, ensure_ascii=False)):
        raise RefusalError(refusals.half_character())
    return value


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise RefusalError(refusals.not_utf8()) from None


def _check_brackets(text: str) -> bool:
    """Refuse deep nesting before anything recurses; say whether every text and bracket is closed."""
    depth, is_closed = 0, True
    for piece in _PIECE.finditer(text):
        sign = text[piece.start()]
        if sign == '"':
            is_closed = piece.group(1) == '"'
        else:
            depth += 1 if sign in "[{" else -1
        if depth > DEEPEST:
            raise RefusalError(refusals.too_deep(DEEPEST))
    return is_closed and depth <= 0


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise RefusalError(refusals.duplicate_key(key))
            seen.add(key)
    return found


def _whole_number(text: str) -> int:
    if len(text.lstrip("-")) > _LONGEST_NUMBER or abs(int(text)) > LARGEST_NUMBER:
        raise RefusalError(refusals.bad_number(text))
    return int(text)


def _refuse_number(text: str) -> NoReturn:
    raise RefusalError(refusals.bad_number(text))


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object,
    parse_int=_whole_number,
    parse_float=_refuse_number,
    parse_constant=_refuse_number,
)
