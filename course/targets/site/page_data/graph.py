"""A dialogue beside its words, which its element on a page carries in `data-graph`."""

from __future__ import annotations

from msgspec import field

from course.model.dialogue import Effect
from course.records.course_data import Part
from course.records.course_keys import When

Step = tuple[str, str]


class GraphReply(Part, frozen=True, omit_defaults=True):
    """`next`: where it leads, the first whose condition holds.

    `credit`: in thousandths, for each competency of the turn. `sets`: the marks it leaves behind.
    `when`: which marks must be set for it to be offered, and which must not.
    `minutes`: of the scene's clock. `is_silent`: it says nothing.
    """

    next: list[str]
    effect: Effect
    credit: dict[str, int]
    when: When = field(default_factory=dict)
    sets: list[str] = field(default_factory=list)
    minutes: int = 0
    is_silent: bool = False


class GraphTurn(Part, frozen=True, omit_defaults=True):
    """`instead`: the conditions of the lines that are said in place of its own."""

    hash: str
    replies: dict[str, GraphReply]
    instead: list[When] = field(default_factory=list)


class Graph(Part, frozen=True, omit_defaults=True):
    """Where replies lead, and what they are worth.

    `when`: the conditions of turns and endings. `clock`: the minutes that the scene has.
    `good_paths`: paths through the dialogue, each as its turns with the reply that is chosen there.
    `competencies`: titles of those that its turns show.
    """

    first: str
    endings: list[str]
    turns: dict[str, GraphTurn]
    good_paths: list[list[Step]]
    competencies: dict[str, str]
    when: dict[str, When] = field(default_factory=dict)
    clock: int = 0
