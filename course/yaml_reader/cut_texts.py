"""Unquoted texts that YAML ends before their author did: at ` #`, or at a comma inside brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import yaml

from course.diagnostics import Diagnostic
from course.source import Span

_COMMENT = re.compile(r"[ \t]+#")
_COMMENT_BELOW = re.compile(r"[ \t]*\n([ \t]*)#(?=[^\s#])")
_COMMENT_IN_HEAD = re.compile(r"[|>][-+0-9]*[ \t]+#(?=[^\s#])")
_INDENT = re.compile(r"[ \t]*(?:- +)*")
_FIELD = re.compile(r"(?:- +)*(?:[\w-]+:[ \t]+)?$")
_IN_QUOTES = re.compile(r'"(?:[^"\\\n]|\\.)*"|(?<!\w)\'(?:[^\'\n]|\'\')*\'')
_UNQUOTED_COMMENT = re.compile(r"[^\s:|>,\-\[\]{}\0][ \t]+#")
_START_OF_TEXT = re.compile(r"^[ \t]*(?:- +)*(?:[\w-]+: +)?")
_START_IN_BRACKETS = re.compile(r"^[ \t]*(?:- +)*|: +|, *|[\[{] *")
_NEXT_FIELD = re.compile(r",\s+[\w-]+:\s")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*$")
_JOINING = re.compile(r"(?:and|or|but|then|so|because|en|of|maar|dan|dus|want)\b")
_FIELD_NAME = re.compile(r"[A-Za-z][\w-]*")
Pairs = list[tuple[yaml.Node, yaml.Node]]
_NULL = "tag:yaml.org,2002:null"


def comment_in_text(node: yaml.ScalarNode, span: Span, *, is_ref: bool) -> Diagnostic | None:
    """Find the comment that ends an unquoted text; behind an id, `# ` may begin one."""
    text = span.source.text
    found: re.Match[str] | None = None
    if not node.style and text[span.end : span.end + 1] in (" ", "\t", "\n"):
        found = _COMMENT.match(text, span.end) or _COMMENT_BELOW.match(text, span.end)
        if found and found.lastindex and len(found[1]) <= _indent(span):
            return None
    elif node.style in ("|", ">"):
        found = _COMMENT_IN_HEAD.match(text, span.start)
    if found is None or (is_ref and text[found.end() : found.end() + 1] in (" ", "\t")):
        return None
    return text_cut_by_comment(Span(span.source, found.end() - 1, found.end()), span.start)


def comment_in_broken(region: Span, start: int, at: int) -> Diagnostic | None:
    """Find an unquoted ` #` that explains why YAML cannot be read, on the lines from `start` to `at`."""
    source = region.source
    for number in range(source.line_and_column(start)[0], source.line_and_column(at)[0] + 1):
        line = _IN_QUOTES.sub(lambda quoted: "\0" * len(quoted.group()), source.line(number))
        found = _UNQUOTED_COMMENT.search(line)
        if found and not line.lstrip().startswith("#"):
            begin = source.offset_of_line(number)
            before = line[: found.start() + 1]
            begins = _START_IN_BRACKETS if "{" in before or "[" in before else _START_OF_TEXT
            starts = [match.end() for match in begins.finditer(before)]
            sign = Span(source, begin + found.end() - 1, begin + found.end())
            return text_cut_by_comment(sign, begin + max(starts, default=0), at)
    return None


@dataclass(frozen=True)
class Split:
    """A text inside `{…}` that a comma has cut: its field, its value, the name that follows, and its end."""

    field: str
    value: yaml.ScalarNode
    name: yaml.Node
    end: int
    is_sure: bool  # otherwise the name after the comma could be a field


def fields_of(mapping: yaml.MappingNode) -> Iterator[tuple[yaml.Node, yaml.Node, Split | None]]:
    """Yield name and value of each field, with the text that the name is perhaps the rest of."""
    if not mapping.flow_style:
        yield from ((name, value, None) for name, value in mapping.value)
        return
    pairs = mapping.value
    for position, (name, value) in enumerate(pairs):
        yield name, value, _split(pairs, position)


def _split(pairs: Pairs, position: int) -> Split | None:
    """Find the text that goes on at a field: back to where it begins, and on to where it ends."""
    first, last = position, position
    while first > 0 and _may_be_rest(pairs, first):
        first -= 1
    if first == position:
        return _split_by_likeness(pairs, position)
    while last + 1 < len(pairs) and _may_be_rest(pairs, last + 1):
        last += 1
    rest = pairs[first + 1 : last + 1]
    return _split_of(pairs[first], rest, is_sure=any(_is_no_field(name) for name, _ in rest))


def _split_by_likeness(pairs: Pairs, position: int) -> Split | None:
    """Suppose that an unknown field belongs to the text before it, if that holds several words."""
    before = pairs[position - 1] if position else None
    is_text = before is not None and _is_plain(before[1]) and " " in before[1].value
    return _split_of(before, [pairs[position]], is_sure=False) if before and is_text else None


def _split_of(begins: tuple[yaml.Node, yaml.Node], rest: Pairs, *, is_sure: bool) -> Split | None:
    field, text = begins
    if not (isinstance(field, yaml.ScalarNode) and isinstance(text, yaml.ScalarNode)):
        return None
    name, value = rest[-1]
    end = name if _has_no_value(value) else value
    return Split(field.value, text, rest[0][0], end.end_mark.index, is_sure)


def _may_be_rest(pairs: Pairs, position: int) -> bool:
    name, value = pairs[position]
    before, text = pairs[position - 1]
    if not _is_plain(name) or not (_is_plain(text) or (_has_no_value(text) and _is_plain(before))):
        return False
    return _has_no_value(value) or _is_no_field(name)


def _is_no_field(name: yaml.Node) -> bool:
    return isinstance(name, yaml.ScalarNode) and not _FIELD_NAME.fullmatch(name.value)


def split_entries(
    sequence: yaml.SequenceNode, *, of_sentences: bool
) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """Yield neighbours in `[…]` that were probably meant as one text."""
    entries = sequence.value if sequence.flow_style else []
    for before, after in pairwise(entries):
        if _is_plain(before) and _is_plain(after) and _reads_on(before.value, after.value, of_sentences):
            yield before, after


def _reads_on(before: str, after: str, of_sentences: bool) -> bool:
    if _SENTENCE_END.search(before):
        return after[:1].islower()
    if (of_sentences and (" " in before or " " in after)) or _SENTENCE_END.search(after):
        return True
    has_words = " " in before or " " in after
    return (has_words and before[:1].isupper() and after[:1].islower()) or bool(_JOINING.match(after))


def _is_plain(node: yaml.Node | None) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value != ""


def _has_no_value(value: yaml.Node) -> bool:
    return isinstance(value, yaml.ScalarNode) and value.tag == _NULL and value.value == ""


def _indent(span: Span) -> int:
    found = _INDENT.match(span.source.line(span.line))
    return found.end() if found else 0


def text_cut_by_comment(sign: Span, start: int, end: int = 0) -> Diagnostic:
    """An unquoted text holds a space and `#`, where YAML begins a comment, so the rest would be lost.

    Quote the text to keep the sign.
    A comment of your own has a line of its own, above the text.
    """
    source = sign.source
    before = source.text[source.offset_of_line(source.line_and_column(start)[0]) : start]
    is_in_brackets = "{" in before or "[" in before
    last = sign.line if is_in_brackets else max(sign.line, source.line_and_column(end)[0])
    words = source.text[start : source.offset_of_line(last + 1)].strip()
    if is_in_brackets:
        words = _NEXT_FIELD.split(words)[0].rstrip("]},")
    words = re.sub(r"^[|>][-+0-9]*\s+", "", words)
    field = _FIELD.search(before)
    return Diagnostic(
        "text-cut-by-comment",
        "from ` #` on this is a comment, because the text is not in quotes",
        sign,
        f"quote the text: `{field.group() if field else ''}{in_quotes(words)}`",
    )


def text_split_by_comma(split: Split, region: Span) -> Diagnostic:
    """An unquoted text inside `[…]` or `{…}` holds a comma, where YAML begins the next entry or field.

    Inside brackets every comma divides.
    A sentence is in quotes there, or in a list with one entry a line.
    """
    whole = region.source.text[region.start + split.value.start_mark.index : region.start + split.end]
    return Diagnostic(
        "text-split-by-comma",
        f"inside brackets this comma ends the text after `{split.value.value}`",
        _comma_before(split.name, region),
        f"quote the whole text: `{split.field}: {in_quotes(whole)}`",
    )


def entries_split_by_comma(before: yaml.Node, after: yaml.Node, field: str, region: Span) -> Diagnostic:
    """Find a comma inside brackets that makes two entries of one text."""
    return Diagnostic(
        "text-split-by-comma",
        f"inside brackets this comma makes two entries, `{before.value}` and `{after.value}`",
        _comma_before(after, region),
        f"write `{field}: [{in_quotes(f'{before.value}, {after.value}')}]` for one; quote each of two",
    )


def in_quotes(words: str) -> str:
    """Return a text in the quotes from which YAML reads it unchanged."""
    words = " ".join(words.split())
    if '"' not in words and "\\" not in words:
        return f'"{words}"'
    return "'" + words.replace("'", "''") + "'"


def _comma_before(node: yaml.Node, region: Span) -> Span:
    """Return the comma before an entry inside brackets."""
    start = region.start + node.start_mark.index
    at = region.source.text.rfind(",", region.start, start)
    return Span(region.source, at, at + 1)
