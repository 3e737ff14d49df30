"""Dialogue: a branching conversation with a person of the cast."""

from __future__ import annotations

from collections.abc import Mapping as Credits

from course.artefacts import with_artefacts
from course.diagnostics import Diagnostic, Report
from course.markdown_reader import read_line, read_text, read_words
from course.model.exercises import PRINCIPLES, Dialogue, Effect, Ending, Head, Reply, Turn
from course.model.framework import Ref, refs
from course.parts import Parts, Texts, read_section, require_distinct, too_few
from course.source import Span, Text
from course.yaml_reader import Mapping

LEAST_TURNS = 2
LEAST_REPLIES = 3
SHARES = {"none": 0, "half": 500, "full": 1000}
_BY_EFFECT = {Effect.HELPS: 1000, Effect.NEUTRAL: 500, Effect.HARMS: 0}


def read(fields: Mapping, head: Head, report: Report) -> Dialogue:
    """Read the turns of a dialogue and its endings."""
    person = fields.text("with")
    ids: list[Text] = []
    turns = _turns(fields, Ref(person.value, person.span), ids, report)
    endings = []
    for entry in fields.mappings("endings"):
        ids.append(entry.id())
        text = read_text(entry.text("text"), report)
        endings.append(Ending(ids[-1].value, read_words(entry.text("title"), report), text, ids[-1].span))
    require_distinct(ids, report)
    return Dialogue(
        head=head,
        person=Ref(person.value, person.span),
        scene=with_artefacts(read_text(fields.text("scene"), report), fields, report),
        turns=turns,
        endings=tuple(endings),
    )


def _turns(fields: Mapping, person: Ref, ids: list[Text], report: Report) -> tuple[Turn, ...]:
    parts = Parts(fields, "turns")
    turns = []
    for entry in parts:
        ids.append(entry.id())
        turns.append(_turn(entry, ids[-1], person, report))
    if parts.are_readable and len(turns) < LEAST_TURNS:
        report(too_few("turns", LEAST_TURNS, parts.place))
    return tuple(turns)


def _turn(fields: Mapping, name: Text, person: Ref, report: Report) -> Turn:
    who = fields.optional_text("who")
    competencies = refs(fields.needed_texts("competencies"))
    return Turn(
        id=name.value,
        who=Ref(who.value, who.span) if who else person,
        line=read_text(fields.text("line"), report),
        competencies=competencies,
        section=read_section(fields.text("section"), report),
        replies=_replies(fields, competencies, report),
        span=name.span,
    )


def _replies(fields: Mapping, competencies: tuple[Ref, ...], report: Report) -> tuple[Reply, ...]:
    texts = Texts("replies", report)
    parts = Parts(fields, "replies")
    ids: list[Text] = []
    replies = []
    for entry in parts:
        ids.append(entry.id())
        replies.append(_reply(entry, ids[-1], texts, competencies, report))
    require_distinct(ids, report)
    if parts.are_readable and len(replies) < LEAST_REPLIES:
        report(too_few("replies", LEAST_REPLIES, parts.place))
    return tuple(replies)


def _reply(fields: Mapping, name: Text, texts: Texts, competencies: tuple[Ref, ...], report: Report) -> Reply:
    text = texts.read(fields.text("text"))
    effect = Effect(fields.word("effect", tuple(Effect)).value or Effect.NEUTRAL)
    better = fields.optional_text("better") if effect is Effect.HELPS else fields.text("better")
    following = fields.text("next")
    return Reply(
        id=name.value,
        text=text,
        technique=read_words(fields.text("technique"), report),
        principle=fields.word("principle", PRINCIPLES).value,
        effect=effect,
        credit=_credit(fields, effect, competencies, report),
        reaction=read_line(fields.text("reaction"), report),
        feedback=read_line(fields.text("feedback"), report),
        better=read_line(better, report),
        next=Ref(following.value, following.span),
        span=name.span,
    )


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
