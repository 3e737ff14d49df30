"""XML of unknown origin as a tree with the places of its elements; no entity of its own, no document type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from course.source import Source, Span

DEEPEST = 60


class XmlError(Exception):
    """What is no XML, or more than XML of questions needs; `line` says where."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.line = line


@dataclass
class Element:
    """An element: what is in it, and where it begins: its line, and how far into it."""

    name: str
    attributes: dict[str, str]
    line: int
    column: int
    children: list[Element] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.parts)

    def child(self, name: str) -> Element | None:
        return next((each for each in self.children if each.name == name), None)

    def all(self, name: str) -> list[Element]:
        return [each for each in self.children if each.name == name]

    def words(self, name: str) -> str:
        """Return the text of a child, or of the `text` in it; empty when there is none."""
        found = self.child(name)
        if found is None:
            return ""
        inner = found.child("text")
        return (inner or found).text.strip()


class _Tree:
    """Builds the tree while the parser reads."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self.at: Callable[[], tuple[int, int]] = lambda: (1, 0)
        self._open: list[Element] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        element = Element(name, attributes, *self.at())
        if len(self._open) > DEEPEST:
            raise XmlError("its elements are nested too deeply", element.line)
        if self._open:
            self._open[-1].children.append(element)
        self.root = self.root or element
        self._open.append(element)

    def end(self, name: str) -> None:
        self._open.pop()

    def data(self, text: str) -> None:
        self._open[-1].parts.append(text)

    def close(self) -> Element | None:
        return self.root


def parse(source: Source) -> Element:
    """Return the root of an XML text."""
    tree = _Tree()
    parser = DefusedXMLParser(target=tree, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    tree.at = lambda: (int(parser.parser.CurrentLineNumber), int(parser.parser.CurrentColumnNumber))
    try:
        parser.feed(source.text)
        root = parser.close()
    except DefusedXmlException as error:
        raise XmlError("it defines entities or a document type of its own", tree.at()[0]) from error
    except ParseError as error:
        raise XmlError(f"it is no well-formed XML ({error.msg})", error.position[0]) from error
    except (ValueError, LookupError) as error:
        raise XmlError(f"it is no well-formed XML ({error})", tree.at()[0]) from error
    if not isinstance(root, Element):
        raise XmlError("it is empty", 1)
    return root


def place(element: Element, source: Source) -> Span:
    """Return the beginning of an element; a whole file may be one line."""
    begin = source.offset_of_line(element.line) + element.column
    return Span(source, begin, begin + len("<") + len(element.name))
