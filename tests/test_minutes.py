"""How long learners need is computed from words, questions and exercises."""

from __future__ import annotations

from dataclasses import replace

import pytest

from course import minutes
from course.build import pipeline
from course.minutes import Minutes, Seconds, Time, lesson_time
from course.model.course import Course
from course.model.framework import Ref
from course.model.items import BestWorst, Case, Choose, Item, Match, Order
from course.model.prose import NO_PROSE, Prose
from course.model.units import Block, Heading, Lesson, marked_blocks
from course.source import NOWHERE
from tests import shipped_course
from tests.conftest import MakeCourse


@pytest.fixture(scope="module")
def shipped() -> Course:
    return shipped_course.course()


def _words(count: int) -> Prose:
    return Prose((), " ".join(["word"] * count))


def _item(course: Course, kind: type) -> Item:
    """Return an item of the course without words, so that only the time to think is left."""
    found = next(item for _, item in course.items() if isinstance(item.interaction, kind))
    return replace(found, situation=NO_PROSE, prompt=NO_PROSE, explanation=NO_PROSE)


def test_two_hundred_words_take_a_minute() -> None:
    assert minutes.reading(_words(150), _words(50)) == Seconds(reading=60)


def test_a_question_takes_the_time_to_read_and_to_think(shipped: Course) -> None:
    item = _item(shipped, Choose)
    assert isinstance(item.interaction, Choose)
    options = tuple(replace(one, text=_words(10), feedback=_words(20)) for one in item.interaction.options)
    one = replace(item, prompt=_words(20), interaction=Choose(options, many=False))
    many = replace(one, interaction=Choose(options, many=True))
    keys = sum(option.is_key for option in options)
    words = 20 + 10 * len(options) + 20 * keys

    assert minutes.item_seconds(one) == pytest.approx(60 * words / 200 + minutes.CHOOSING_ONE)
    assert minutes.item_seconds(many) == pytest.approx(60 * words / 200 + minutes.CHOOSING_MANY)


@pytest.mark.parametrize("kind", [Order, Match])
def test_every_step_and_card_takes_time_to_place(shipped: Course, kind: type) -> None:
    item = _item(shipped, kind)
    fewer = item
    match item.interaction:
        case Order(steps=steps):
            fewer = replace(item, interaction=replace(item.interaction, steps=steps[:-1]))
        case Match(cards=cards):
            fewer = replace(item, interaction=replace(item.interaction, cards=cards[:-1]))
        case Choose() | BestWorst():
            pytest.fail("nothing to place")

    assert minutes.item_seconds(item) - minutes.item_seconds(fewer) > minutes.PLACING_A_STEP


def test_the_vignette_of_a_case_is_read_once(shipped: Course) -> None:
    bank, case = next((bank, one) for bank in shipped.banks for one in bank.entries if isinstance(one, Case))
    longer = replace(case, vignette=replace(case.vignette, plain=case.vignette.plain + " word" * 200))
    entries = tuple(longer if one is case else one for one in bank.entries)

    more = minutes.bank_seconds(replace(bank, entries=entries)).total - minutes.bank_seconds(bank).total

    assert more == pytest.approx(60)


def test_a_minute_is_rounded_half_up_and_no_part_that_takes_time_is_nothing() -> None:
    assert minutes.whole_minutes(Seconds(reading=89, practice=90, questions=1)) == Minutes(1, 2, 1)
    assert minutes.whole_minutes(Seconds()) == Minutes(0, 0, 0)


def test_a_unit_takes_what_its_lessons_say_added_up(shipped: Course) -> None:
    for unit in shipped.units:
        lessons = [minutes.lesson_time(shipped, lesson).whole for lesson in unit.lessons]
        assert minutes.unit_time(shipped, unit).whole == sum(lessons, Minutes())
        assert minutes.unit_time(shipped, unit).whole.practice >= sum(
            exercise.head.minutes for exercise in shipped.exercises if exercise.head.unit.id == unit.id
        )


def test_a_host_sets_what_the_certificate_credits_and_not_what_pages_say(shipped: Course) -> None:
    unit = shipped.units[0]
    host = replace(shipped.organisation, hours=((Ref(unit.id, NOWHERE), 300),))
    hosted = replace(shipped, organisation=host)

    assert minutes.credited_minutes(hosted, unit) == (300, 0)
    assert minutes.unit_time(hosted, unit).whole == minutes.unit_time(shipped, unit).whole


def test_what_does_not_exist_takes_no_time(course_of: MakeCourse) -> None:
    course = pipeline.check(course_of("unknown-bank")).course
    assert minutes.lesson_time(course, course.lessons["open-questions"]).whole.questions == 0


def _lesson(course: Course, *blocks: Block, if_time: bool = False) -> Lesson:
    """Return a lesson of the course with these blocks and no other words; it opens no unit."""
    lesson = course.units[0].lessons[1]
    return replace(lesson, remember=NO_PROSE, do=NO_PROSE, blocks=blocks, if_time=if_time)


def _heading(level: int, if_time: bool = False) -> Heading:
    return Heading(level, "", f"at-{level}", NOWHERE, if_time)


def test_a_marked_section_ends_at_the_next_heading_that_is_not_deeper(shipped: Course) -> None:
    blocks = (_heading(2, True), _words(200), _heading(3), _words(200), _heading(2), _words(600))
    lesson = _lesson(shipped, *blocks)

    assert [is_marked for _, is_marked in marked_blocks(lesson)] == [True] * 4 + [False] * 2
    assert lesson_time(shipped, lesson) == Time(Minutes(reading=3), Minutes(reading=2))


def test_a_marked_section_in_a_marked_section_ends_with_the_outer_one(shipped: Course) -> None:
    blocks = (_heading(2, True), _heading(3, True), _words(200), _heading(3), _words(200))

    assert lesson_time(shipped, _lesson(shipped, *blocks)) == Time(more=Minutes(reading=2))


def test_everything_in_a_marked_lesson_is_for_who_has_more_time(shipped: Course) -> None:
    whole = lesson_time(shipped, _lesson(shipped, _words(400)))
    marked = lesson_time(shipped, _lesson(shipped, _words(400), if_time=True))

    assert (whole, marked) == (Time(Minutes(reading=2)), Time(more=Minutes(reading=2)))
    assert minutes.minutes_to_name(whole) == minutes.minutes_to_name(marked) == 2


def test_a_marked_exercise_and_marked_questions_are_counted_apart(shipped: Course) -> None:
    for lesson in (lesson for unit in shipped.units for lesson in unit.lessons if not lesson.if_time):
        heads = [shipped.exercises_by_id[place.exercise.id].head for place in lesson.exercise_places()]
        time = lesson_time(shipped, lesson)
        marked = sum(head.minutes for head in heads if head.if_time)
        needed = sum(head.minutes for head in heads if not head.if_time)
        if any(head.if_time for head in heads) and not any(
            block for block, at in marked_blocks(lesson) if at
        ):
            assert (time.more.practice >= marked, time.needed.practice) == (True, needed), lesson.id
