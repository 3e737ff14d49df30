"""Written reply: a moment to answer in one's own words, then to compare with a model."""

from __future__ import annotations

from course.artefacts import with_artefacts
from course.diagnostics import Report
from course.markdown_reader import read_question, read_text
from course.model.exercise_head import Head
from course.model.exercises import Point, WrittenReply
from course.model.framework import refs
from course.parts import Parts, Texts, read_section, require_distinct, too_few
from course.source import Text
from course.yaml_reader import Mapping

LEAST_POINTS = 2


def read(fields: Mapping, head: Head, report: Report) -> WrittenReply:
    """Read the moment, the model reply and what to look for in the answer."""
    situation, prompt = read_question(fields.text("prompt"), report)
    return WrittenReply(
        head=head,
        competencies=refs(fields.needed_refs("competencies")),
        section=read_section(fields.ref("section"), report),
        situation=with_artefacts(situation, fields, report),
        prompt=prompt,
        model=read_text(fields.text("model"), report),
        points=_points(fields, report),
    )


def _points(fields: Mapping, report: Report) -> tuple[Point, ...]:
    texts = Texts("points", report)
    parts = Parts(fields, "points")
    ids: list[Text] = []
    points = []
    for entry in parts:
        ids.append(entry.id())
        points.append(Point(ids[-1].value, texts.read(entry.text("text"))))
    require_distinct(ids, report)
    if parts.are_readable and len(points) < LEAST_POINTS:
        report(too_few("points", LEAST_POINTS, parts.place))
    return tuple(points)
