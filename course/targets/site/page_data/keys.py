"""The key of an item, which its element on a page carries in `data-key`."""

from __future__ import annotations

from course.records.course_data import Part


class ChooseKey(Part, frozen=True, tag_field="kind", tag="choose"):
    """`keys`: the right options. `options`: how many there are."""

    many: bool
    keys: list[str]
    options: int


class OrderKey(Part, frozen=True, tag_field="kind", tag="order"):
    """`steps`: in the right order."""

    steps: list[str]


class MatchKey(Part, frozen=True, tag_field="kind", tag="match"):
    """`pairs`: the target of each card. `targets`: how many there are."""

    pairs: dict[str, str]
    targets: int
    all_or_nothing: bool


Key = ChooseKey | OrderKey | MatchKey
