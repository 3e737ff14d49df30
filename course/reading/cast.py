"""`content/cast.yml`: the fictional people who run through the course."""

from __future__ import annotations

from course.markdown_reader import read_line
from course.model.framework import Cast, CastMember, Ref
from course.model.prose import NO_PROSE, joined
from course.reading.choices import acceptances
from course.reading.folder import Folder, value
from course.yaml_reader import Mapping

PATH = "content/cast.yml"
ROLES = ("trainer", "peer-trainer", "participant")


def read(folder: Folder) -> Cast:
    """Read the cast, with the people whom a host adds; an empty one when a course has none."""
    introduction, members = NO_PROSE, list[CastMember]()
    for fields in folder.mappings(PATH):
        introduction = joined(introduction, read_line(fields.optional_text("introduction"), folder.report))
        members += [_member(member, folder) for member in fields.mappings("members")]
        folder.close(fields)
    return Cast(introduction, tuple(members))


def _member(fields: Mapping, folder: Folder) -> CastMember:
    name = fields.id()
    return CastMember(
        id=name.value,
        name=fields.words("name").value,
        role=fields.word("role", ROLES).value,
        age=fields.whole("age", least=16, most=110),
        life=read_line(fields.text("life"), folder.report),
        strengths=tuple(strength.value for strength in fields.needed_words_of("strengths")),
        working_on=value(fields.optional_words("working_on")),
        goal=value(fields.optional_words("goal")),
        supporter=value(fields.optional_words("supporter")),
        setback=value(fields.optional_words("setback")),
        arc=_arc(fields),
        span=name.span,
        accepted=acceptances(fields),
    )


def _arc(fields: Mapping) -> tuple[tuple[Ref, str], ...]:
    arc = fields.mapping("arc")
    if arc is None:
        return ()
    taken = [(name, arc.words(name.value)) for name in arc.names()]
    arc.close()
    return tuple((Ref(name.value, name.span), text.value) for name, text in taken)
