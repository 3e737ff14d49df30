"""What is said above the steps of a lesson agrees with what its head says."""

from __future__ import annotations

import re
from pathlib import Path

from course.minutes import lesson_time, minutes_to_name
from course.model.course import Course
from course.targets.site.addresses import Addresses

STEP = re.compile(r'data-places="([^"]*)"')
LEFT = re.compile(r"about (\d+) minutes? left$")
MORE = re.compile(r"about (\d+) minutes? more, if you have time$")
ROUNDING = 4  # minutes: three parts are rounded, and reading the head is not a step


def test_the_first_step_says_the_minutes_of_the_lesson(site: Path, shipped: Course) -> None:
    addresses = Addresses(shipped)
    far = {}
    for lesson in shipped.lessons.values():
        steps = STEP.findall((site / addresses.lessons[lesson.id]).read_text(encoding="utf-8"))
        if not steps:
            continue
        said = LEFT.search(steps[0].split("\n")[0])
        needed = minutes_to_name(lesson_time(shipped, lesson))
        if said is None or abs(int(said[1]) - needed) > ROUNDING:
            far[lesson.id] = (steps[0].split("\n")[0], needed)

    assert far == {}


def test_what_can_wait_is_said_as_such_when_nothing_else_is_left(site: Path, shipped: Course) -> None:
    address = Addresses(shipped).lessons["wi-model"]
    places = "\n".join(STEP.findall((site / address).read_text(encoding="utf-8"))).split("\n")
    first = next(number for number, place in enumerate(places) if MORE.search(place))

    # at the end of the set nothing is left but the end of the lesson
    assert {found[1] for place in places[first:] if (found := LEFT.search(place))} <= {"1"}
    assert all(LEFT.search(place) for place in places[:first])
