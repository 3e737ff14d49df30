"""Best and worst: the learner picks the most and the least helpful of four replies."""

from __future__ import annotations

from dataclasses import replace

from course.diagnostics import Diagnostic, Report
from course.items.options import require_known
from course.markdown_reader import read_line
from course.model.items import BestWorst, VotedReply
from course.parts import Parts, Texts, require_distinct, too_few, too_many
from course.source import Span, Text
from course.yaml_reader import Mapping

REPLIES = 4
AUTHORS, PANEL = "authors", "panel"
MOST_VOTES = 1000


def read(fields: Mapping, report: Report) -> BestWorst:
    """Read four replies, and who says which of them helps most and which least."""
    keyed_by = fields.word("keyed_by", (AUTHORS, PANEL)).value
    replies: list[VotedReply] = []
    ids: list[Text] = []
    texts = Texts("replies", report)
    parts = Parts(fields, "replies")
    for reply in parts:
        ids.append(reply.id())
        best, worst = _votes(reply, keyed_by, report)
        text, feedback = texts.read(reply.text("text")), read_line(reply.text("feedback"), report)
        replies.append(VotedReply(ids[-1].value, text, best, worst, feedback))
    require_distinct(ids, report)
    if parts.are_readable and len(replies) < REPLIES:
        report(too_few("replies", REPLIES, parts.place))
    elif parts.are_readable and len(replies) > REPLIES:
        report(too_many("replies", REPLIES, parts.place))
    item = BestWorst(tuple(replies), is_by_panel=keyed_by == PANEL)
    if keyed_by == AUTHORS:
        return _keyed(item, fields, report)
    if keyed_by == PANEL and parts.are_readable:
        _require_key(item, parts.place, report)
    for name in ("best", "worst"):
        place = fields.drop(name)
        if place and keyed_by == PANEL:
            report(key_beside_votes(name, place))
    return item


def _votes(reply: Mapping, keyed_by: str, report: Report) -> tuple[int, int]:
    if keyed_by != PANEL:
        place = reply.drop("votes")
        if place and keyed_by == AUTHORS:
            report(votes_without_panel(place))
        return 0, 0
    votes = reply.needed_mapping("votes")
    if votes is None:
        return 0, 0
    best, worst = votes.whole("best", most=MOST_VOTES), votes.whole("worst", most=MOST_VOTES)
    votes.close()
    return best, worst


def _keyed(item: BestWorst, fields: Mapping, report: Report) -> BestWorst:
    """Read what the authors have chosen."""
    best, worst = fields.ref("best"), fields.ref("worst")
    known = [reply.id for reply in item.replies]
    for name in (best, worst):
        require_known(name, known, report)
    if best and best.value == worst.value:
        report(best_is_worst(best.value, worst.span))
    replies = (
        replace(reply, best=int(reply.id == best.value), worst=int(reply.id == worst.value))
        for reply in item.replies
    )
    return replace(item, replies=tuple(replies))


def _require_key(item: BestWorst, place: Span, report: Report) -> None:
    """Report votes of a panel that make no key."""
    best, worst = sum(reply.best for reply in item.replies), sum(reply.worst for reply in item.replies)
    both = [name for name in item.bests if name in item.worsts]
    if best != worst or not best:
        report(uneven_votes(best, worst, place))
    elif both:
        report(best_is_worst(both[0], place))


def best_is_worst(name: str, span: Span) -> Diagnostic:
    """One reply is both the most and the least helpful, so no two picks could be right.

    In the votes of a panel it has the most both ways: experts read the situation or the reply differently.
    """
    return Diagnostic(
        "best-is-worst",
        f"`{name}` is both the most and the least helpful reply",
        span,
        "name another reply, or make clearer what the reply or the situation says",
    )


def uneven_votes(best: int, worst: int, span: Span) -> Diagnostic:
    """The votes of a panel do not come from the same people.

    Everyone on a panel chooses one reply as the most and one as the least helpful, so there are as many votes
    of the one as of the other.
    """
    return Diagnostic(
        "uneven-votes",
        f"there are {best} votes for the most and {worst} for the least helpful reply",
        span,
        "count one vote of each for everyone on the panel",
    )


def votes_without_panel(span: Span) -> Diagnostic:
    """A reply has votes, and the authors' choice is the key, so the votes would count for nothing."""
    return Diagnostic(
        "votes-without-panel",
        "votes count only where a panel has set the key",
        span,
        "write `keyed_by: panel` and take `best` and `worst` out, or take the votes out",
    )


def key_beside_votes(name: str, span: Span) -> Diagnostic:
    """An item names its best or worst reply, and the votes of a panel say it already."""
    return Diagnostic(
        "key-beside-votes",
        f"`{name}` is said by the votes of the panel",
        span,
        f"take `{name}` out, or write `keyed_by: authors` and take the votes out",
    )
