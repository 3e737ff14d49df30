"""The fields of a mapping while it is read: which are left, which were asked for, and what is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml

from course.diagnostics import Diagnostic, Report, nearest
from course.source import Span, Text
from course.yaml_reader import cut_texts, findings
from course.yaml_reader.nodes import span_of
from course.yaml_reader.texts import hidden_in_name


@dataclass
class Fields:
    """The fields of one mapping: they are taken by name, and closing reports what does not fit."""

    node: yaml.MappingNode
    region: Span
    report: Report
    is_broken: bool = field(default=False, init=False)
    is_whole: bool = field(default=True, init=False)  # false when a list or an entry of one was lost
    _is_given_up: bool = field(default=False, init=False)
    _left: dict[str, tuple[yaml.Node, Span]] = field(default_factory=dict, init=False)
    _asked: set[str] = field(default_factory=set, init=False)
    _missing: list[str] = field(default_factory=list, init=False)
    _blamed: list[cut_texts.Split] = field(default_factory=list, init=False)
    _split: dict[str, cut_texts.Split] = field(default_factory=dict, init=False)
    _to_write: list[Text] = field(default_factory=list, init=False)  # where `todo` was written
    _is_part: bool = field(default=False, init=False)  # what it is part of reports what it lacks

    def __post_init__(self) -> None:
        for name, value, split in cut_texts.fields_of(self.node):
            key, span = name, span_of(name, self.region)
            if not isinstance(key, yaml.ScalarNode):
                self._blame(findings.wrong_type("a field name", "a word", span))
            elif split and split.is_sure:
                self._blame_comma(split)
            elif hidden := hidden_in_name(key, span):
                self._blame(hidden)
                self.give_up()
            elif key.value in self._left:
                self._blame(findings.duplicate_key(key.value, span, self._left[key.value][1]))
                self._lose(value)
            else:
                self._left[key.value] = (value, span)
                if split:
                    self._split[key.value] = split

    @property
    def span(self) -> Span:
        """Return the place of the first field, which is where an author looks for the entry."""
        first = self.node.value[0][0] if self.node.value else self.node
        return span_of(first, self.region)

    def names(self) -> tuple[Text, ...]:
        """Return the names of the fields that are left, for a mapping whose names are data."""
        for name, (value, _) in list(self._left.items()):
            if isinstance(value, yaml.ScalarNode) and not value.value and self._comma_explains(name):
                del self._left[name]
        return tuple(Text(name, span) for name, (_, span) in self._left.items())

    def place(self, name: str) -> Span:
        """Return the place of a field that was not taken yet, or of the whole entry."""
        return self._left[name][1] if name in self._left else self.span

    def drop(self, name: str) -> Span | None:
        """Take a field that means nothing any more, whatever it holds; return its place."""
        return self._left.pop(name, (None, None))[1]

    def give_up(self) -> None:
        """Report nothing more here: a finding already says why the rest cannot be read."""
        self.is_broken = self._is_given_up = True

    def report_separately(self) -> None:
        """Report what this entry of a list lacks in a finding of its own, not in one of the whole file."""
        self._is_part = False

    def close(self) -> None:
        """Report fields that are missing, unknown or still to write, each cause once."""
        if self._to_write and not self._is_part:
            self._blame(findings.todo(self._to_write))
            self._to_write = []
        if self._is_given_up:
            return
        missing = [name for name in dict.fromkeys(self._missing) if name not in self._left]
        for name, (value, span) in self._left.items():
            self._lose(value)
            meant = nearest(name, missing)
            if not meant and not nearest(name, self._asked) and self._comma_explains(name):
                continue
            if meant:
                missing.remove(meant)
            self._blame(findings.unknown_field(name, span, [meant] if meant else sorted(self._asked)))
        for name in missing:
            self._blame(findings.missing_field(name, self.span))

    def _take(self, name: str) -> yaml.Node | None:
        self._asked.add(name)
        return self._left.pop(name, (None, None))[0]

    def _lose(self, value: yaml.Node) -> None:
        self.is_whole = self.is_whole and not isinstance(value, yaml.SequenceNode)

    def _is_to_write(self, name: str, node: yaml.Node, span: Span) -> bool:
        """Note a field that says `todo`, without quotes."""
        if isinstance(node, yaml.ScalarNode) and not node.style and node.value in findings.TODO:
            self._to_write.append(Text(name, span))
            return True
        return False

    def _comma_explains(self, name: str) -> bool:
        """Report a name that is more likely the rest of the text before it than a field."""
        if split := self._split.get(name):
            self._blame_comma(split)
        return bool(split)

    def _blame_comma(self, split: cut_texts.Split) -> None:
        if split not in self._blamed:
            self._blamed.append(split)
            self._blame(cut_texts.text_split_by_comma(split, self.region))

    def _blame(self, finding: Diagnostic) -> None:
        self.is_broken = self.is_broken or finding.is_error
        self.report(finding)
