"""A dialogue beside its words, which its element on a page carries in `data-graph`."""

from __future__ import annotations

from course.model.exercises import Effect
from course.records.course_data import Part

Step = tuple[str, str]


class GraphReply(Part, frozen=True):
    """`next`: where it leads. `credit`: in thousandths, for each competency of the turn."""

    next: str
    effect: Effect
    credit: dict[str, int]


class GraphTurn(Part, frozen=True):
    hash: str
    replies: dict[str, GraphReply]


class Graph(Part, frozen=True):
    """Where replies lead, and what they are worth.

    `good_paths`: paths through the dialogue, each as its turns with the reply that is chosen there.
    `competencies`: titles of those that its turns show.
    """

    first: str
    endings: list[str]
    turns: dict[str, GraphTurn]
    good_paths: list[list[Step]]
    competencies: dict[str, str]
