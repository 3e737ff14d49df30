"""Strengths and knowledge inventory: what someone brings, knows and would like to learn."""

from course.artefacts.paper import Paper
from course.model.artefacts import Artefact


def read(paper: Paper) -> Artefact:
    """Read the lines of an inventory."""
    brings = ("good_at", "proud_of", "likes", "got_through", "close_people")
    knows = ("knows", "would_like_to_know", "learns_best", "matters")
    return paper.artefact(facts=paper.facts("who"), columns=(), rows=paper.named_rows(*brings, *knows))
