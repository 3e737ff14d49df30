"""Dialogue: a branching conversation with a person of the cast."""

from __future__ import annotations

from collections.abc import Mapping as Credits
from dataclasses import dataclass

from course.artefacts import with_artefacts
from course.diagnostics import Diagnostic, Report
from course.exercises.marks import minutes_without_clock, read_condition, read_marks
from course.markdown_reader import read_line, read_text
from course.model.dialogue import Dialogue, Effect, Ending, OtherLine, Reply, Turn
from course.model.exercise_head import PRINCIPLES, Head
from course.model.framework import Ref, refs
from course.model.prose import NO_PROSE, Prose
from course.parts import Parts, read_section, require_distinct, too_few, unscorable
from course.source import Span, Text
from course.yaml_reader import Mapping

LEAST_TURNS = 2
LEAST_REPLIES = 3
LONGEST_SCENE = 180  # minutes
A_MINUTE = 1
SHARES = {"none": 0, "half": 500, "full": 1000}
_BY_EFFECT = {Effect.HELPS: 1000, Effect.NEUTRAL: 500, Effect.HARMS: 0}


@dataclass(frozen=True)
class _Setting:
    """What all turns of a dialogue share while they are read."""

    person: Ref
    clock: int
    report: Report


def read(fields: Mapping, head: Head, report: Report) -> Dialogue:
    """Read the turns of a dialogue and its endings."""
    person = fields.ref("with")
    clock = fields.optional_whole("clock", least=1, most=LONGEST_SCENE) or 0
    setting = _Setting(Ref(person.value, person.span), clock, report)
    marks = read_marks(fields, report)
    ids: list[Text] = []
    turns = _turns(fields, ids, setting)
    endings = []
    for entry in fields.mappings("endings"):
        ids.append(entry.id())
        text = read_text(entry.text("text"), report)
        when = read_condition(entry, report)
        endings.append(Ending(ids[-1].value, entry.words("title").value, text, ids[-1].span, when))
    require_distinct(ids, report)
    return Dialogue(
        head=head,
        person=setting.person,
        scene=with_artefacts(read_text(fields.text("scene"), report), fields, report),
        turns=turns,
        endings=tuple(endings),
        marks=marks,
        clock=clock,
    )


def _turns(fields: Mapping, ids: list[Text], setting: _Setting) -> tuple[Turn, ...]:
    parts = Parts(fields, "turns")
    turns = []
    for entry in parts:
        ids.append(entry.id())
        turns.append(_turn(entry, ids[-1], setting))
    if parts.are_readable and len(turns) < LEAST_TURNS:
        setting.report(too_few("turns", LEAST_TURNS, parts.place))
    return tuple(turns)


def _turn(fields: Mapping, name: Text, setting: _Setting) -> Turn:
    report = setting.report
    who = fields.optional_words("who")
    competencies = refs(fields.needed_refs("competencies"))
    return Turn(
        id=name.value,
        who=Ref(who.value, who.span) if who else setting.person,
        line=read_text(fields.text("line"), report),
        competencies=competencies,
        section=read_section(fields.ref("section"), report),
        replies=_replies(fields, competencies, setting),
        span=name.span,
        when=read_condition(fields, report),
        instead=tuple(_other_line(entry, report) for entry in fields.optional_mappings("instead")),
    )


def _other_line(fields: Mapping, report: Report) -> OtherLine:
    place = fields.place("when")
    when = read_condition(fields, report, is_needed=True)
    return OtherLine(when, read_text(fields.text("line"), report), place)


def _replies(fields: Mapping, competencies: tuple[Ref, ...], setting: _Setting) -> tuple[Reply, ...]:
    parts = Parts(fields, "replies")
    ids: list[Text] = []
    replies = []
    for entry in parts:
        ids.append(entry.id())
        replies.append(_reply(entry, ids[-1], competencies, setting))
    require_distinct(ids, setting.report)
    _require_different(replies, setting.report)
    if parts.are_readable and len(replies) < LEAST_REPLIES:
        setting.report(too_few("replies", LEAST_REPLIES, parts.place))
    return tuple(replies)


def _require_different(replies: list[Reply], report: Report) -> None:
    """Report each reply that reads like an earlier one, unless their conditions never hold together."""
    for number, reply in enumerate(replies):
        for earlier in replies[:number]:
            if _reads_like(earlier, reply) and not earlier.when.excludes(reply.when):
                report(unscorable("replies", _place(reply), _place(earlier)))
                break


def _reads_like(one: Reply, other: Reply) -> bool:
    if one.is_silent or other.is_silent:
        return one.is_silent and other.is_silent
    words = one.text.plain.casefold()
    return words != "" and words == other.text.plain.casefold()


def _place(reply: Reply) -> Span:
    return reply.span if reply.is_silent else reply.text.span


def _reply(fields: Mapping, name: Text, competencies: tuple[Ref, ...], setting: _Setting) -> Reply:
    report = setting.report
    is_silent = fields.flag("wait")
    text = _said(fields, report, is_silent=is_silent)
    effect = Effect(fields.word("effect", tuple(Effect)).value or Effect.NEUTRAL)
    better = fields.optional_text("better") if effect is Effect.HELPS else fields.text("better")
    return Reply(
        id=name.value,
        text=text,
        technique=fields.words("technique").value,
        principle=fields.word("principle", PRINCIPLES).value,
        effect=effect,
        credit=_credit(fields, effect, competencies, report),
        reaction=read_line(fields.text("reaction"), report),
        feedback=read_line(fields.text("feedback"), report),
        better=read_line(better, report),
        next=refs(fields.needed_one_or_more("next")),
        span=name.span,
        thought=read_line(fields.optional_text("thought"), report),
        when=read_condition(fields, report),
        sets=refs(fields.one_or_more("sets")),
        is_silent=is_silent,
        minutes=_minutes(fields, setting),
    )


def _said(fields: Mapping, report: Report, *, is_silent: bool) -> Prose:
    """Read what a reply says; one that says nothing has no text."""
    if not is_silent:
        return read_line(fields.text("text"), report)
    place = fields.place("text")
    if fields.optional_text("text"):
        report(text_beside_wait(place))
    return NO_PROSE


def _minutes(fields: Mapping, setting: _Setting) -> int:
    """Read how long a reply takes; where there is a clock, one minute unless written otherwise."""
    place = fields.place("minutes")
    written = fields.optional_whole("minutes", most=LONGEST_SCENE)
    if written is not None and not setting.clock:
        setting.report(minutes_without_clock(place))
    return (A_MINUTE if written is None else written) if setting.clock else 0


def _credit(
    fields: Mapping, effect: Effect, competencies: tuple[Ref, ...], report: Report
) -> Credits[str, int]:
    """Read the credit for each competency of the turn; where none is written, it follows from the effect."""
    credit = {ref.id: _BY_EFFECT[effect] for ref in competencies}
    written = fields.mapping("credit")
    for name in written.names() if written else ():
        share = written.word(name.value, SHARES).value if written else ""
        if name.value not in credit:
            report(credit_elsewhere(name.value, name.span))
        elif share:
            credit[name.value] = SHARES[share]
    return credit


def credit_elsewhere(name: str, span: Span) -> Diagnostic:
    """A reply gives credit for a competency that its turn does not name, so the credit would be lost."""
    return Diagnostic(
        "credit-elsewhere",
        f"this turn does not name `{name}`",
        span,
        f"add `{name}` to the `competencies` of the turn, or give credit for one of those",
    )


def text_beside_wait(span: Span) -> Diagnostic:
    """A reply says nothing (`wait: true`) but has a `text` too, so no one knows which is meant."""
    return Diagnostic(
        "text-beside-wait",
        "a reply that waits says nothing, so it has no `text`",
        span,
        "remove this line, or remove `wait: true`",
    )
