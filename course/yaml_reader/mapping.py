"""The fields of one mapping: each is taken by name and type, and what is left over is unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import yaml

from course.diagnostics import Report, nearest
from course.diagnostics.common import invisible_in
from course.source import Span, Text
from course.yaml_reader import cut_texts, findings
from course.yaml_reader.fields import Fields
from course.yaml_reader.nodes import compose, name_of, span_of
from course.yaml_reader.texts import MARKDOWN, REF, WORDS, is_text, wrong

_DECIMAL = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,3})?")


def read_mapping(region: Span, report: Report) -> Mapping | None:
    """Read a region that must hold one YAML mapping; None when nothing can be read from it."""
    node = compose(region, report)
    if node is None:
        return None
    if not isinstance(node, yaml.MappingNode):
        report(findings.wrong_type(name_of(region), "a list of `field: value` lines", span_of(node, region)))
        return None
    return Mapping(node, region, report)


def read_list(region: Span, report: Report) -> list[Mapping]:
    """Read a region that must hold a YAML list of mappings."""
    node = compose(region, report)
    if node is None:
        return []
    if not isinstance(node, yaml.SequenceNode):
        report(
            findings.wrong_type("this file", "a list, each entry starting with `- `", span_of(node, region))
        )
        return []
    return list(_mappings("this file", node, region, report))


@dataclass
class Mapping(Fields):
    """The fields of one mapping; take each by name and type, then close."""

    def deciding_text(self, name: str) -> Text:
        """Take a text that decides what the other fields are; without it, nothing else is reported."""
        text = self.ref(name)
        if not text and name in self._missing:
            written = nearest(name, self._left)
            self._blame(
                findings.unknown_field(written, self._left[written][1], [name])
                if written
                else findings.missing_field(name, self.span)
            )
        if not text:
            self.give_up()
        return text

    def text(self, name: str) -> Text:
        """Take a text in Markdown that must be there; empty after a finding."""
        return self._needed(name, MARKDOWN)

    def optional_text(self, name: str) -> Text | None:
        return self._optional(name, MARKDOWN)

    def words(self, name: str) -> Text:
        """Take words that are shown as they are, without Markdown; empty after a finding."""
        return self._needed(name, WORDS)

    def optional_words(self, name: str) -> Text | None:
        return self._optional(name, WORDS)

    def ref(self, name: str) -> Text:
        """Take an id, an address or the like, which holds nothing invisible; empty after a finding."""
        return self._needed(name, REF)

    def optional_ref(self, name: str) -> Text | None:
        return self._optional(name, REF)

    def id(self, name: str = "id") -> Text:
        """Take an identifier: lower-case words joined by hyphens."""
        text = self.ref(name)
        if text and (not findings.ID_PATTERN.fullmatch(text.value) or len(text.value) > findings.LONGEST_ID):
            self._blame(findings.bad_id(text.value, text.span))
            return Text("", text.span)
        return text

    def word(self, name: str, allowed: Iterable[str]) -> Text:
        """Take one word out of a closed set."""
        return self._one_of(tuple(allowed), name, self.ref(name))

    def optional_word(self, name: str, allowed: Iterable[str]) -> str:
        """Take one word out of a closed set; an empty one when it is not there."""
        text = self.optional_ref(name)
        return self._one_of(tuple(allowed), name, text).value if text else ""

    def flag(self, name: str) -> bool:
        """Take `true` or `false`; false when it is not there."""
        node = self._take(name)
        if node is None:
            return False
        if isinstance(node, yaml.ScalarNode) and node.value in ("true", "false"):
            return bool(node.value == "true")
        span = span_of(node, self.region)
        if self._is_to_write(name, node, span):
            return False
        hidden = invisible_in(str(node.value), span) if isinstance(node, yaml.ScalarNode) else None
        self._blame(hidden or findings.wrong_type(name, "`true` or `false`", span))
        return False

    def whole(self, name: str, *, least: int = 0, most: int = 10_000) -> int:
        """Take a whole number that must be there."""
        text = self.ref(name)
        return self._number(name, text, least, most) if text else least

    def optional_whole(self, name: str, *, least: int = 0, most: int = 10_000) -> int | None:
        text = self.optional_ref(name)
        return self._number(name, text, least, most) if text else None

    def thousandths(self, name: str, *, least: int, most: int) -> int:
        """Take a number such as `2.13`, which must be there, in thousandths."""
        text = self.text(name)
        found = round(float(text.value) * 1000) if _DECIMAL.fullmatch(text.value) else -1
        if text and not least * 1000 <= found <= most * 1000:
            self._blame(findings.wrong_type(name, f"a number from {least} to {most}", text.span))
        return found if found >= least * 1000 else least * 1000

    def texts(self, name: str) -> tuple[Text, ...]:
        """Take a list of texts in Markdown, which may be sentences; nothing when it is not there."""
        return self._list(name, MARKDOWN)

    def needed_texts(self, name: str) -> tuple[Text, ...]:
        self._need_entries(name)
        return self._list(name, MARKDOWN)

    def words_of(self, name: str) -> tuple[Text, ...]:
        """Take a list of words that are shown as they are; nothing when it is not there."""
        return self._list(name, WORDS)

    def needed_words_of(self, name: str) -> tuple[Text, ...]:
        self._need_entries(name)
        return self._list(name, WORDS)

    def refs(self, name: str) -> tuple[Text, ...]:
        """Take a list of ids; nothing when it is not there."""
        return self._list(name, REF)

    def needed_refs(self, name: str) -> tuple[Text, ...]:
        """Take a list of ids with at least one entry."""
        self._need_entries(name)
        return self._list(name, REF)

    def one_or_more(self, name: str) -> tuple[Text, ...]:
        """Take one id or a list of ids; nothing when it is not there."""
        if self._is_list(name):
            return self.refs(name)
        text = self.optional_ref(name)
        return (text,) if text else ()

    def needed_one_or_more(self, name: str) -> tuple[Text, ...]:
        """Take one id or a list with at least one entry."""
        if self._is_list(name):
            return self.needed_refs(name)
        text = self.ref(name)
        return (text,) if text else ()

    def mapping(self, name: str) -> Mapping | None:
        """Take a mapping; None when it is not there."""
        node = self._take(name)
        if node is None:
            return None
        if not isinstance(node, yaml.MappingNode):
            self._blame(
                findings.wrong_type(name, "`field: value` lines of its own", span_of(node, self.region))
            )
            return None
        return Mapping(node, self.region, self.report)

    def needed_mapping(self, name: str) -> Mapping | None:
        """Take a mapping that must be there; None after a finding."""
        if name not in self._left:
            self._missing.append(name)
        return self.mapping(name)

    def mappings(self, name: str) -> Iterator[Mapping]:
        """Take a list of mappings one by one, closing each after it was read."""
        node = self._take(name)
        if node is None:
            self._missing.append(name)
            self.is_whole = False
            return
        yield from self._each(name, node)

    def optional_mappings(self, name: str) -> Iterator[Mapping]:
        node = self._take(name)
        if node is not None:
            yield from self._each(name, node)

    def _each(self, name: str, node: yaml.Node) -> Iterator[Mapping]:
        if not isinstance(node, yaml.SequenceNode):
            self._blame(
                findings.wrong_type(name, "a list, each entry starting with `- `", span_of(node, self.region))
            )
            self.is_whole = False
            return
        entries = list(_mappings(name, node, self.region, self._blame))
        self.is_whole = self.is_whole and len(entries) == len(node.value)
        for entry in entries:
            entry._is_part = True
            yield entry
            entry.close()
            self._to_write += entry._to_write
            self.is_broken = self.is_broken or entry.is_broken
            self.is_whole = self.is_whole and entry.is_whole

    def _is_list(self, name: str) -> bool:
        return isinstance(self._left.get(name, (None, None))[0], yaml.SequenceNode)

    def _one_of(self, allowed: tuple[str, ...], name: str, text: Text) -> Text:
        if text and text.value not in allowed:
            self._blame(findings.unknown_word(name, text.value, text.span, allowed))
            return Text("", text.span)
        return text

    def _needed(self, name: str, kind: str) -> Text:
        node = self._take(name)
        if node is None:
            self._missing.append(name)
            return Text("", self.span)
        return self._text(name, node, kind)

    def _optional(self, name: str, kind: str) -> Text | None:
        node = self._take(name)
        return None if node is None else self._text(name, node, kind, is_needed=False)

    def _need_entries(self, name: str) -> None:
        node = self._left.get(name, (None, None))[0]
        if node is None:
            self._missing.append(name)
        elif isinstance(node, yaml.SequenceNode) and not node.value:
            self._blame(findings.empty_field(name, span_of(node, self.region), is_needed=True))

    def _list(self, name: str, kind: str) -> tuple[Text, ...]:
        node = self._take(name)
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            words = node.value if isinstance(node, yaml.ScalarNode) and node.value else "one, two"
            self._blame(findings.not_a_list(name, words, span_of(node, self.region)))
            return ()
        if kind != REF:
            for before, after in cut_texts.split_entries(node, of_sentences=kind == MARKDOWN):
                self._blame(cut_texts.entries_split_by_comma(before, after, name, self.region))
        return tuple(text for child in node.value if (text := self._text(name, child, kind)))

    def _text(self, name: str, node: yaml.Node, kind: str, *, is_needed: bool = True) -> Text:
        span = span_of(node, self.region)
        if not is_text(node):
            self._blame(findings.not_a_text(name, span))
        elif self._is_to_write(name, node, span):
            pass
        elif not node.value.strip() or node.tag.endswith(":null"):
            self._blame(findings.empty_field(name, span, is_needed=is_needed))
        elif found := wrong(node, span, kind):
            self._blame(found)
            if not found.is_error:
                return Text(node.value.strip(), span)
        else:
            return Text(node.value.strip(), span)
        return Text("", span)

    def _number(self, name: str, text: Text, least: int, most: int) -> int:
        if re.fullmatch(r"[0-9]{1,9}", text.value) and least <= int(text.value) <= most:
            return int(text.value)
        self._blame(findings.wrong_type(name, f"a whole number from {least} to {most}", text.span))
        return least


def _mappings(name: str, sequence: yaml.SequenceNode, region: Span, report: Report) -> Iterator[Mapping]:
    for child in sequence.value:
        if isinstance(child, yaml.MappingNode):
            yield Mapping(child, region, report)
        else:
            report(
                findings.wrong_type(
                    f"an entry of {findings.quoted(name)}", "`field: value` lines", span_of(child, region)
                )
            )
