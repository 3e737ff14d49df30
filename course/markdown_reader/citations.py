"""Citations: `[@key]`, `[@key, p. 158]`, `[@one; @two]`."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

_CITATION = re.compile(r"\[(@[^\[\]\n]+)\]")
# Any key is taken, so that a misspelt one is an unknown reference and not a strange word in the text.
_PART = re.compile(r"@?([^,;@]+?)(?:\s*,\s*([^;]+?))?\s*")


def add_to(dialect: MarkdownIt) -> None:
    """Teach a dialect citations, such as `[@source, p. 3]`."""
    dialect.inline.ruler.before("link", "citation", _citation)


def _citation(state: StateInline, silent: bool) -> bool:
    found = _CITATION.match(state.src, state.pos)
    if not found:
        return False
    parts = [_PART.fullmatch(part.strip()) for part in found.group(1).split(";")]
    if not all(parts):
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = found.group()
        token.meta = {"sources": tuple((part[1], part[2] or "") for part in parts if part)}
    state.pos = found.end()
    return True
