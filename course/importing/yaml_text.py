"""Texts as YAML that reads back as the same text, in the style of the docs."""

from __future__ import annotations

import json
import re

from course.yaml_reader.findings import TODO

# a text that needs no quotes: it begins with a letter and holds no sign that YAML knows
_PLAIN = re.compile(r"[^\W\d_](?:[\w .;?!'’()/“”–—…-]|,(?= ))*")
_MEANS_SOMETHING = frozenset(("null", "true", "false", "yes", "no", "on", "off", *TODO))
_TODO = TODO[0]


def scalar(text: str) -> str:
    """Return one line of YAML: plain where that is safe, in quotes elsewhere, and `todo` where nothing is."""
    if not text:
        return _TODO
    if _PLAIN.fullmatch(text) and text.lower() not in _MEANS_SOMETHING and text == text.strip():
        return text
    return json.dumps(text, ensure_ascii=False)


def field(name: str, text: str, indent: int) -> list[str]:
    """Return the lines of a field; a text of several lines is below its name."""
    spaces = " " * indent
    if "\n" not in text:
        return [f"{spaces}{name}: {scalar(text)}"]
    return [f"{spaces}{name}: |", *(f"{spaces}  {line}" if line.strip() else "" for line in text.split("\n"))]


def flow(name: str, words: tuple[str, ...], indent: int) -> list[str]:
    """Return a list of ids on one line."""
    entries = ", ".join(word if re.fullmatch(r"[A-Za-z][\w-]*", word) else scalar(word) for word in words)
    return [f"{' ' * indent}{name}: [{entries or _TODO}]"]


def comment(words: str, indent: int) -> list[str]:
    """Return words as lines of comments."""
    return [f"{' ' * indent}# {line}".rstrip() for line in words.split("\n")]
