"""Places of forms, links to them and examples of them: the form exists."""

from __future__ import annotations

from collections.abc import Iterator

from course.checks.naming import all_prose, unknown_among
from course.diagnostics import Diagnostic
from course.model.course import Course
from course.model.framework import Ref


def unknown_form(course: Course) -> Iterator[Diagnostic]:
    """Find `::: form` boxes, links such as `[the chart](form:goal-chart)` and `example_of` without a form."""
    pages = course.lessons_by_path.values()
    placed = (Ref(form.id, form.span) for page in pages for form in page.form_places())
    linked = (
        Ref(link.form, link.span) for _, prose in all_prose(course) for link in prose.links() if link.form
    )
    shown = (form.example_of for form in course.forms if form.example_of)
    otherwise = "name the `id` of a form in content/forms/"
    yield from unknown_among(
        (*placed, *linked, *shown), "unknown-form", "form", course.forms_by_id, otherwise
    )
