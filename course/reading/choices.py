"""`severity` of a course, and `accept` in an entry whose flaw its author accepts."""

from __future__ import annotations

from course.model.choices import Acceptance, Weight
from course.yaml_reader import Mapping

SEVERITIES = ("error", "warning", "off")


def weights(fields: Mapping) -> tuple[Weight, ...]:
    """Take how serious each flaw is in this course."""
    chosen = fields.mapping("severity")
    if chosen is None:
        return ()
    taken = [(name, chosen.word(name.value, SEVERITIES)) for name in chosen.names()]
    chosen.close()
    return tuple(Weight(name.value, word.value, name.span) for name, word in taken)


def acceptances(fields: Mapping) -> tuple[Acceptance, ...]:
    """Take the flaws that are accepted here, each with its reason."""
    accept = fields.mapping("accept")
    if accept is None:
        return ()
    taken = [(name, accept.text(name.value)) for name in accept.names()]
    accept.close()
    return tuple(Acceptance(name.value, reason.value, name.span) for name, reason in taken)
