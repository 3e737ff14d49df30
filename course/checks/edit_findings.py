"""What an edit of a course does to responses that learners have already given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from course.diagnostics import Diagnostic, Severity
from course.model.course import Course
from course.model.dialogue import Dialogue
from course.model.exercises import Demonstration, Rating
from course.model.items import Item
from course.records.exercise_hash import rating_hash, turn_hash
from course.records.item_hash import item_hash
from course.source import Span


def edit_findings(old: Course, new: Course) -> Iterator[Diagnostic]:
    """Compare two versions of a course, and find what learners would lose by the new one."""
    if old.outline.id != new.outline.id:
        yield changed_course_id(old.outline.id, new.outline.id, new.outline.span)
        return
    before = {item.id: item for _, item in old.items()}
    after = {item.id: item for _, item in new.items()}
    kinds = {name: (kind, span) for kind, name, span in new.identifiers()}
    for name, item in before.items():
        if name in after:
            if item_hash(item) != item_hash(after[name]):
                yield superseded_item(name, after[name].span)
        elif name in kinds:
            yield reused_id(name, "item", *kinds[name])
        else:
            yield retired_item(name, item.span, _same_words(item, after, before))
    yield from _exercise_findings(old, new, kinds)
    for lesson in old.lessons.values():
        if lesson.id not in new.lessons and lesson.id not in kinds:
            yield retired_lesson(lesson.id, lesson.span)


def _exercise_findings(
    old: Course, new: Course, kinds: Mapping[str, tuple[str, Span]]
) -> Iterator[Diagnostic]:
    for before in old.exercises:
        name, kind = before.head.id, before.called
        match before, new.exercises_by_id.get(name):
            case Dialogue(), Dialogue() as after:
                if changed := _changed_turns(before, after):
                    yield superseded_turn(name, changed, after.head.span)
            case Rating(), Rating() as after:
                if rating_hash(before) != rating_hash(after):
                    yield superseded_rating(name, after.head.span)
            case Demonstration(), _:
                pass  # it is read, and leaves nothing in a record
            case _, after if type(after) is type(before):
                pass  # nothing that anyone did there is scored
            case _:
                if name in kinds:
                    yield reused_id(name, kind, *kinds[name])
                else:
                    yield retired_exercise(name, kind, before.head.span)


def _changed_turns(before: Dialogue, after: Dialogue) -> tuple[str, ...]:
    """Return the turns to which choices made at them no longer count: changed, or gone."""
    now = {turn.id: turn_hash(turn, after) for turn in after.turns}
    return tuple(turn.id for turn in before.turns if now.get(turn.id) != turn_hash(turn, before))


def _same_words(item: Item, after: dict[str, Item], before: dict[str, Item]) -> str:
    """Return the id of a new item that reads exactly like a removed one."""
    wanted = item_hash(item)
    return next((name for name, new in after.items() if name not in before and item_hash(new) == wanted), "")


def changed_course_id(old: str, new: str, span: Span) -> Diagnostic:
    """The id of the course changed, so no learner's record would fit it any more."""
    return Diagnostic(
        "changed-course-id",
        f"the course was `{old}` and is now `{new}`: no record would fit it any more",
        span,
        f"write `id: {old}` again",
    )


def reused_id(name: str, was: str, kind: str, span: Span) -> Diagnostic:
    """An id that learners' records know as one thing now names another."""
    return Diagnostic(
        "reused-id",
        f"`{name}` was the id of an {was} and is now that of a {kind}",
        span,
        f"give this {kind} an id that was never used",
    )


def superseded_item(name: str, span: Span) -> Diagnostic:
    """The vignette of its case, a question, what it shows, an option or the key of an item changed.

    Responses to the old item stay in the record as superseded, and no longer count.
    Feedback, explanations, emphasis and white space can be changed freely.
    """
    return Diagnostic(
        "superseded-item",
        f"the case, question, an option or the key of `{name}` changed, so earlier answers no longer count",
        span,
        "keep the change if the meaning changed; if not, take the old words back",
        Severity.WARNING,
    )


def superseded_turn(name: str, turns: Sequence[str], span: Span) -> Diagnostic:
    """The scene, a line, a reply or its credit changed in turns of a dialogue, or a turn is gone.

    Choices made there stay in the record as superseded, and no longer count.
    Reactions, feedback, better wordings and endings can be changed freely.
    """
    named = ", ".join(f"`{turn}`" for turn in turns)
    where = f"turn {named}" if len(turns) == 1 else f"turns {named}"
    return Diagnostic(
        "superseded-turn",
        f"{where} of the dialogue `{name}` changed, so earlier choices there no longer count",
        span,
        "keep the change if the meaning changed; if not, take the old words back",
        Severity.WARNING,
    )


def superseded_rating(name: str, span: Span) -> Diagnostic:
    """The scene, the excerpt, an element or a reference rating of a rating exercise changed.

    Ratings of the old exercise stay in the record as superseded, and no longer count.
    """
    return Diagnostic(
        "superseded-rating",
        f"what is rated in `{name}` changed, so earlier ratings no longer count",
        span,
        "keep the change if the meaning changed; if not, take the old words back",
        Severity.WARNING,
    )


def retired_exercise(name: str, kind: str, span: Span) -> Diagnostic:
    """A dialogue, rating exercise or written reply is gone. What learners did there no longer counts."""
    return Diagnostic(
        "retired-exercise",
        f"the {kind} `{name}` was removed, so what learners did there no longer counts",
        span,
        "put it back if it was removed by accident, and never use its id for another",
        Severity.WARNING,
    )


def retired_item(name: str, span: Span, renamed: str) -> Diagnostic:
    """An item is gone. Responses to it stay in the record as retired, and no longer count."""
    step = (
        f"give `{renamed}`, which reads the same, its old id `{name}` again"
        if renamed
        else "put it back if it was removed by accident, and never use its id for another"
    )
    message = f"`{name}` was removed, so answers to it no longer count"
    return Diagnostic("retired-item", message, span, step, Severity.WARNING)


def retired_lesson(name: str, span: Span) -> Diagnostic:
    """A lesson is gone or has another id, so that it counts as unread for everyone."""
    return Diagnostic(
        "retired-lesson",
        f"the lesson `{name}` was removed, so no one has read it any more",
        span,
        "put it back, or give the lesson that replaces it the same id",
        Severity.WARNING,
    )
