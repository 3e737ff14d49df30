"""Drawings (SVG) that are placed into a page: what each names and styles is its own.

A page has one space of ids and one style sheet, so two drawings with a gradient `a` would share one.
"""

from __future__ import annotations

import re
from hashlib import sha256
from xml.etree import ElementTree

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, ParseError, QualifiedRule

_SVG = re.compile(r"<svg\b.*</svg>", re.IGNORECASE | re.DOTALL)
_SVG_START = re.compile(r"<svg\b", re.IGNORECASE)
_BETWEEN_TAGS = re.compile(r">\s*\n\s*<")
_NEEDS_CARE = re.compile(r"\bid\s*=|<style|<!--|<\?|<metadata|\sclass\s*=|xmlns:|&\w+;", re.IGNORECASE)
_HAS_VIEW_BOX = re.compile(r"<svg\b[^>]*\sviewBox\s*=")
_URL = re.compile(r"""url\(\s*(["']?)#([^"')\s]+)\1\s*\)""")
_SIZE = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*")
_OF_TIMING = re.compile(r"(?<![\w-])([A-Za-z_][\w-]*)\.(?=[a-z])")
_SPACE = "http://www.w3.org/2000/svg"
_LINK = "{http://www.w3.org/1999/xlink}href"
_ID_LISTS = ("aria-labelledby", "aria-describedby")
_GROUPING = ("media", "supports", "layer", "container")
_KEYFRAMES = ("keyframes", "-webkit-keyframes")

ElementTree.register_namespace("", _SPACE)
ElementTree.register_namespace("xlink", "http://www.w3.org/1999/xlink")


def inline(path: str, text: str) -> str:
    """Return a drawing ready for a page."""
    found = _SVG.search(text)
    drawing = found.group() if found else ""
    if _NEEDS_CARE.search(drawing) or not _HAS_VIEW_BOX.search(drawing):
        drawing = _Drawing(path, text).write()
    drawing = _BETWEEN_TAGS.sub("><", drawing)
    return _SVG_START.sub('<svg aria-hidden="true" focusable="false"', drawing, count=1)


def parsed(text: str) -> ElementTree.Element:
    """Parse a drawing, also one that does not name its own space of names. Raise ParseError."""
    found = _SVG.search(text)
    drawing = found.group() if found else ""
    if "xmlns=" not in drawing[: drawing.find(">")]:
        drawing = _SVG_START.sub(f'<svg xmlns="{_SPACE}"', drawing, count=1)
    return ElementTree.fromstring(drawing)


class _Drawing:
    """A drawing whose ids, references and styles bear a name that no other drawing has."""

    def __init__(self, path: str, text: str) -> None:
        self._root = parsed(text)
        self._name = f"d{sha256(path.encode()).hexdigest()[:8]}"
        self._ids = {element.get("id") for element in self._root.iter() if element.get("id")}

    def write(self) -> str:
        keyframes: set[str] = set()
        for element in list(self._root.iter()):
            for child in [child for child in element if not str(child.tag).startswith(f"{{{_SPACE}}}")]:
                element.remove(child)  # notes that drawing programs keep for themselves
            self._own(element)
            if element.tag == f"{{{_SPACE}}}style":
                rules = tinycss2.parse_stylesheet(
                    element.text or "", skip_comments=True, skip_whitespace=True
                )
                keyframes |= {_words(rule.prelude) for rule in rules if _is_keyframes(rule)}
                element.text = "\n".join(self._rule(rule, keyframes) for rule in rules)
        self._root.set("class", f"{self._root.get('class', '')} {self._name}".strip())
        self._add_view_box()
        return ElementTree.tostring(self._root, encoding="unicode")

    def _own(self, element: ElementTree.Element) -> None:
        for name, value in list(element.attrib.items()):
            if name.startswith("{") and name != _LINK:
                del element.attrib[name]
            elif name == "id":
                element.set(name, self._id(value))
            elif name in ("href", _LINK) and value.startswith("#"):
                element.set(name, f"#{self._id(value[1:])}")
            elif name in _ID_LISTS:
                element.set(name, " ".join(map(self._id, value.split())))
            elif name in ("begin", "end"):
                element.set(name, _OF_TIMING.sub(lambda found: f"{self._id(found[1])}.", value))
            else:
                element.set(name, self._with_own_urls(value))

    def _id(self, name: str) -> str:
        return f"{self._name}-{name}" if name in self._ids else name

    def _with_own_urls(self, value: str) -> str:
        return _URL.sub(lambda found: f"url(#{self._id(found[2])})", value)

    def _rule(self, rule: Node, keyframes: set[str]) -> str:
        if isinstance(rule, QualifiedRule):
            return f"{self._selectors(rule.prelude)}{{{self._declarations(rule.content, keyframes)}}}"
        if isinstance(rule, AtRule) and _is_keyframes(rule):
            return f"@{rule.at_keyword} {self._name}-{_words(rule.prelude)}{{{_written(rule.content)}}}"
        if isinstance(rule, AtRule) and rule.lower_at_keyword in _GROUPING and rule.content is not None:
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            written = "\n".join(self._rule(each, keyframes) for each in inner)
            return f"@{rule.at_keyword}{_written(rule.prelude)}{{{written}}}"
        return ""

    def _selectors(self, prelude: list[Node]) -> str:
        """Let each selector choose within this drawing only."""
        selectors: list[list[Node]] = [[]]
        for token in prelude:
            if token == ",":
                selectors.append([])
            else:
                selectors[-1].append(token)
        return ",".join(self._selector(each) for each in selectors)

    def _selector(self, tokens: list[Node]) -> str:
        written = "".join(
            f"#{self._id(token.value)}" if token.type == "hash" else token.serialize() for token in tokens
        ).strip()
        of_root = re.match(r"(?:svg|:root)(?![\w-])", written)
        if of_root:
            return f"svg.{self._name}{written[of_root.end() :]}"
        return f".{self._name} {written}"

    def _declarations(self, content: list[Node], keyframes: set[str]) -> str:
        found = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
        return "".join(self._declaration(each, keyframes) for each in found)

    def _declaration(self, each: Node, keyframes: set[str]) -> str:
        if not isinstance(each, Declaration):
            return ""
        value = self._with_own_urls(_written(each.value).strip())
        if each.lower_name in ("animation", "animation-name"):
            value = re.sub(r"[\w-]+", lambda word: self._keyframe(word.group(), keyframes), value)
        return f"{each.name}:{value}{' !important' if each.important else ''};"

    def _keyframe(self, word: str, keyframes: set[str]) -> str:
        return f"{self._name}-{word}" if word in keyframes else word

    def _add_view_box(self) -> None:
        if self._root.get("viewBox"):
            return
        sizes = [_SIZE.fullmatch(self._root.get(side, "")) for side in ("width", "height")]
        if all(sizes):
            width, height = (size[1] for size in sizes if size)
            self._root.set("viewBox", f"0 0 {width} {height}")


def _is_keyframes(rule: Node) -> bool:
    return isinstance(rule, AtRule) and rule.lower_at_keyword in _KEYFRAMES and rule.content is not None


def _words(tokens: list[Node]) -> str:
    return _written(tokens).strip().strip("\"'")


def _written(tokens: list[Node]) -> str:
    return str(tinycss2.serialize([token for token in tokens if not isinstance(token, ParseError)]))
