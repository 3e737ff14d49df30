"""The instant preview of changed lessons: their new text in the frame of the old page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from course.model.course import Course
from course.model.exercises import Exercise
from course.model.items import Bank
from course.model.units import Lesson
from course.shipped import site_assets
from course.targets.site import article_of
from course.targets.site.context import site_context

MOST_PAGES = 12  # a change that shows on more pages is left to the engine

# the page from the beginning of its text to the status line for screen readers
_ARTICLE = re.compile(
    r'(<article class="md-content__inner md-typeset">)(.*?)(<div id="imr-status")', re.DOTALL
)


def pages(before: Course, now: Course, site: Path) -> dict[str, bytes]:
    """Return the pages of the lessons that changed, by path, where the site has them already."""
    changed = list(_changed(before, now))
    if len(changed) > MOST_PAGES:
        return {}
    context = site_context(now, site_assets())
    found = {}
    for lesson in changed:
        path, html = article_of(context, lesson)
        page = _framed(site / path, html)
        if page is not None:
            found[path] = page
    return found


def _changed(before: Course, now: Course) -> Iterator[Lesson]:
    """Find the lessons whose own text has changed, or that of their questions or exercises."""
    for lesson in now.lessons.values():
        if _content(lesson, now) != _content(before.lessons.get(lesson.id), before):
            yield lesson


def _content(lesson: Lesson | None, course: Course) -> tuple[Lesson | Bank | Exercise | None, ...]:
    if lesson is None:
        return ()
    banks = (course.banks_by_id.get(place.bank.id) for place in lesson.quiz_places())
    alone = (course.bank_of_item.get(place.item.id) for place in lesson.question_places())
    exercises = (course.exercises_by_id.get(place.exercise.id) for place in lesson.exercise_places())
    return (lesson, *banks, *alone, *exercises)


def _framed(page: Path, html: str) -> bytes | None:
    """Put a new article into the frame of a page; None where there is no such page, or no place in it."""
    try:
        old = page.read_text(encoding="utf-8")
    except OSError:
        return None
    new, count = _ARTICLE.subn(lambda frame: f"{frame[1]}\n{html}\n{frame[3]}", old, count=1)
    return new.encode("utf-8") if count else None
