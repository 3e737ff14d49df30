"""The cast: everyone who appears in a box is introduced."""

from __future__ import annotations

from collections.abc import Iterator

from course.checks.naming import unknown_among
from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.exercises import is_plain_name, people_of


def unknown_person(course: Course) -> Iterator[Diagnostic]:
    """Find people in boxes, forms, dialogues and excerpts who are not in `content/cast.yml`.

    In dialogues and excerpts a name that begins with a capital is taken as it is:
    the sister of a participant may say a line without being introduced.
    """
    pages = course.lessons_by_path.values()
    named = (person for lesson in pages for box in lesson.boxes() for person in box.people)
    speaking = (who for one in course.exercises for who in people_of(one) if not is_plain_name(who))
    filled_in = (person for form in course.forms for person in form.people)
    yield from unknown_among(
        (*named, *speaking, *filled_in),
        "unknown-person",
        "person",
        course.people,
        "introduce them in content/cast.yml",
    )
