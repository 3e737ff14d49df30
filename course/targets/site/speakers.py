"""Who speaks in an exercise."""

from __future__ import annotations

from course.model.course import Course
from course.model.framework import Ref
from course.targets.site.addresses import Addresses, relative
from course.targets.site.templates import View


class Speakers:
    """The people who speak in the exercises of one course."""

    def __init__(self, course: Course, addresses: Addresses) -> None:
        self._people = course.people
        self._addresses = addresses

    def view(self, who: Ref, page: str) -> View:
        """Return who speaks; only people of the cast have a page to link to."""
        member = self._people.get(who.id)
        if member is None:
            return {"name": who.id, "first_name": who.id, "role": "other", "href": ""}
        href = relative(page, self._addresses.person(member.id))
        return {"name": member.name, "first_name": member.first_name, "role": member.role, "href": href}
