"""What a text of YAML may be, and what is wrong with one."""

from __future__ import annotations

import re
from typing import TypeGuard

import yaml

from course.diagnostics import Diagnostic, plain_words
from course.diagnostics.common import control_character, invisible_in
from course.source import Span, bad_character
from course.yaml_reader import cut_texts

# What a text may be: Markdown, words that are shown as they are, or an id or address.
MARKDOWN, WORDS, REF = "Markdown", "words", "ref"
_KINDS = ("str", "int", "float", "bool", "null", "timestamp", "merge", "value")
_PLAIN_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in _KINDS}  # what YAML makes of a text without a tag


def is_text(node: yaml.Node) -> TypeGuard[yaml.ScalarNode]:
    """Say whether a node is one text, without a tag of its own."""
    return isinstance(node, yaml.ScalarNode) and node.tag in _PLAIN_TAGS


def wrong(node: yaml.ScalarNode, span: Span, kind: str) -> Diagnostic | None:
    """Find what is wrong with a text as YAML holds it, for the kind of text that it should be."""
    if found := _escaped_bad_character(node):
        return control_character(found.group(), span)
    if span.source.has_comments and (cut := cut_texts.comment_in_text(node, span, is_ref=kind == REF)):
        return cut
    if kind == REF:
        return invisible_in(node.value, span)
    return plain_words.wrong(node.value.strip(), span) if kind == WORDS else None


def hidden_in_name(key: yaml.ScalarNode, span: Span) -> Diagnostic | None:
    """Find a character in the name of a field that cannot be seen."""
    if found := _escaped_bad_character(key):
        return control_character(found.group(), span)
    return invisible_in(key.value, span)


def _escaped_bad_character(node: yaml.ScalarNode) -> re.Match[str] | None:
    """Find a character that cannot be seen; in a file that was read, only an escape can still make one."""
    return bad_character(node.value) if node.style == '"' else None
