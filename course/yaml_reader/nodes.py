"""The node tree of a YAML text, with places in the author's file."""

from __future__ import annotations

import re
from typing import Protocol

import yaml

from course.diagnostics import Diagnostic, Report
from course.diagnostics.common import empty_file, invisible_character
from course.source import INVISIBLE, Span
from course.yaml_reader import cut_texts, findings

_TOO_DEEP = re.compile(r"(?:[\[{][ \t]*|- ){48}")
_MAYBE_TOO_DEEP = re.compile(r"[\[{\- \t]{48}")  # found far sooner, and nearly never
# Problems that YAML notices later than where an author must look.
_BEGINS_EARLIER = (
    "found unexpected end of stream",
    "could not find expected ':'",
    "did not find expected ','",
)
# Problems that a comment in the middle of a text can cause.
_CUT_BY_COMMENT = ("could not find expected ':'", "did not find expected ','", "did not find expected key")
_HIDDEN = re.compile(rf"[ \t]*(?:- *)*(?:[\w-]+:?)?[{INVISIBLE}]")
TEXT = "tag:yaml.org,2002:str"
NULL = "tag:yaml.org,2002:null"
_NULLS = ("", "~", "null", "Null", "NULL")
SEQUENCE = "tag:yaml.org,2002:seq"
MAPPING = "tag:yaml.org,2002:map"
_ALIAS_HINT = re.compile(r"[*&](?<![^\s\[,{].)[^\s*]", re.DOTALL)


class _Composer(yaml.CSafeLoader):
    """The C parser without YAML's guesses at types: a text is a text, also `no` and `1.0`.

    An empty value differs from `null`; what an author tags keeps its tag.
    """

    def resolve(self, kind: type[yaml.Node], value: str | None, implicit: object) -> str:
        if kind is not yaml.ScalarNode:
            return SEQUENCE if kind is yaml.SequenceNode else MAPPING
        is_plain = isinstance(implicit, tuple) and implicit[0]
        return NULL if is_plain and value in _NULLS else TEXT

    def descend_resolver(self, *_: object) -> None: ...

    def ascend_resolver(self, *_: object) -> None: ...


def compose(region: Span, report: Report) -> yaml.Node | None:
    """Return the root node of a region, or None after a finding."""
    text = region.source.text[region.start : region.end]
    if _MAYBE_TOO_DEEP.search(text) and (deep := _TOO_DEEP.search(text)):
        at = region.start + deep.start()
        report(
            findings.broken_yaml("lists or mappings are nested too deeply", Span(region.source, at, at + 1))
        )
        return None
    try:
        if _ALIAS_HINT.search(text):
            for event in yaml.parse(text, Loader=yaml.CSafeLoader):
                if getattr(event, "anchor", None):  # an alias, or the anchor it would lead to
                    report(findings.alias(_event_span(event, region)))
                    return None
        node: yaml.Node | None = yaml.compose(text, Loader=_Composer)
    except yaml.MarkedYAMLError as error:
        problem = error.problem or "it cannot be read"
        begins_earlier = problem.startswith(_BEGINS_EARLIER) and error.context_mark
        mark = error.context_mark if begins_earlier else error.problem_mark or error.context_mark
        at = region.start if mark is None else offset(mark, region)
        if cause := _hidden(at, region) or _cut(problem, error, at, region):
            report(cause)
            return None
        report(findings.broken_yaml(problem, Span(region.source, at, min(at + 1, region.end))))
        return None
    except yaml.YAMLError as error:
        report(findings.broken_yaml(str(error).splitlines()[0], region.source.top()))
        return None
    if node is None and region.start > 0:
        place = region.source.top() if region.line == 2 else Span(region.source, region.start, region.start)
        report(findings.wrong_type(name_of(region), "a list of `field: value` lines", place))
    elif node is None:
        report(empty_file(region.source.top()))
    return node


def _hidden(at: int, region: Span) -> Diagnostic | None:
    """Find an invisible character among the signs of a line that cannot be read, or of the line above."""
    number = region.source.line_and_column(at)[0]
    for line in (number, number - 1):
        found = _HIDDEN.match(region.source.line(line)) if line else None
        if found:
            begin = region.source.offset_of_line(line) + found.end() - 1
            return invisible_character(found.group()[-1], Span(region.source, begin, begin + 1))
    return None


def _cut(problem: str, error: yaml.MarkedYAMLError, at: int, region: Span) -> Diagnostic | None:
    """Find the comment that broke the text around it."""
    if not problem.startswith(_CUT_BY_COMMENT):
        return None
    end = offset(error.problem_mark, region) if error.problem_mark else at
    first = region.source.offset_of_line(max(region.source.line_and_column(at)[0] - 1, 1))
    return cut_texts.comment_in_broken(region, at if "','" in problem else max(first, region.start), end)


def name_of(region: Span) -> str:
    """Say what a region of YAML is: a file, the front matter of one, or a box in a lesson."""
    if region.start == 0:
        return "this file"
    return "the front matter" if region.line == 2 else "this box"


class Mark(Protocol):
    """A place in YAML: how many characters come before it."""

    index: int


def offset(mark: Mark, region: Span) -> int:
    """Return the place of a mark in the file that the region is part of."""
    return min(region.start + mark.index, region.end)


def span_of(node: yaml.Node, region: Span) -> Span:
    """Return where a node is in its file; the region says where its YAML begins."""
    start, end = region.start + node.start_mark.index, region.start + node.end_mark.index
    return Span(region.source, start, end if end < region.end else region.end)


def _event_span(event: yaml.Event, region: Span) -> Span:
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        return region
    return Span(region.source, offset(start, region), offset(end, region))
