"""How long learners need: for a run of blocks, an item, a lesson, a unit.

Reading is counted in words, questions by their words and by what is done in them,
and an exercise takes the minutes that its author says.
Work with `Seconds` for parts of a lesson, and show `Minutes`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import assert_never

from course.model.course import Course
from course.model.framework import Ref
from course.model.items import Bank, BestWorst, Choose, Interaction, Item, Match, Order, texts_of_frame
from course.model.prose import Prose
from course.model.units import (
    Block,
    Box,
    ConfidencePlace,
    ExercisePlace,
    Heading,
    Lesson,
    QuestionPlace,
    QuizPlace,
    Unit,
    marked_blocks,
)

# adults read 238 words of English a minute on average, most of them 175 to 300 (Brysbaert 2019);
# a lesson is read to be remembered, often in a second language
WORDS_A_MINUTE = 200

# to think and act, beside reading
CHOOSING_ONE = 20
CHOOSING_MANY = 30
PLACING_A_STEP = 8
PLACING_A_CARD = 8
RATING_CONFIDENCE = 20


@dataclass(frozen=True)
class Seconds:
    """A time in its three parts: reading, practice (exercises), questions."""

    reading: float = 0
    practice: float = 0
    questions: float = 0

    @property
    def total(self) -> float:
        return self.reading + self.practice + self.questions

    def __add__(self, other: Seconds) -> Seconds:
        return Seconds(
            self.reading + other.reading,
            self.practice + other.practice,
            self.questions + other.questions,
        )

    def __sub__(self, other: Seconds) -> Seconds:
        return Seconds(
            self.reading - other.reading,
            self.practice - other.practice,
            self.questions - other.questions,
        )


@dataclass(frozen=True)
class Minutes:
    """A time as it is shown: whole minutes, whose parts add up to their total."""

    reading: int = 0
    practice: int = 0
    questions: int = 0

    @property
    def total(self) -> int:
        return self.reading + self.practice + self.questions

    def __add__(self, other: Minutes) -> Minutes:
        return Minutes(
            self.reading + other.reading,
            self.practice + other.practice,
            self.questions + other.questions,
        )


@dataclass(frozen=True)
class Time:
    """Minutes that everyone needs, and `more` for what authors marked as for those with more time."""

    needed: Minutes = field(default_factory=Minutes)
    more: Minutes = field(default_factory=Minutes)

    def __add__(self, other: Time) -> Time:
        return Time(self.needed + other.needed, self.more + other.more)

    @property
    def whole(self) -> Minutes:
        """The minutes with everything in it."""
        return self.needed + self.more


def minutes_to_name(time: Time) -> int:
    """Return the minutes beside a link: those that everyone needs, or all where everything can wait."""
    return time.needed.total or time.more.total


def whole_minutes(time: Seconds) -> Minutes:
    """Round each part to a minute, and what takes any time to one at least."""
    return Minutes(*(_whole(part) for part in (time.reading, time.practice, time.questions)))


def credited_minutes(course: Course, unit: Unit) -> tuple[int, int]:
    """Return the minutes of a unit, and how many more its marked parts give.

    They are those that the host sets, once for all of it, or what its lessons take.
    """
    for ref, minutes in course.organisation.hours:
        if ref.id == unit.id:
            return minutes, 0
    time = unit_time(course, unit)
    return time.needed.total, time.more.total


def unit_time(course: Course, unit: Unit) -> Time:
    """Return the time of a unit: the sum of what its lessons show."""
    return sum((lesson_time(course, lesson) for lesson in unit.lessons), Time())


def lesson_time(course: Course, lesson: Lesson) -> Time:
    """Return the time of a lesson, and separately that of what is for those with more time.

    The first page of a unit also opens it.
    """
    head = reading(lesson.remember, lesson.do)
    unit = course.unit_of_lesson.get(lesson.id)
    if unit and lesson is unit.lessons[0]:
        head += reading(unit.summary, *(objective.text for objective in unit.objectives))
    needed, more = needed_and_more(course, lesson, lesson.blocks)
    if lesson.if_time:
        return Time(more=whole_minutes(head + more))
    return Time(whole_minutes(head + needed), whole_minutes(more))


def needed_and_more(course: Course, lesson: Lesson, blocks: Iterable[Block]) -> tuple[Seconds, Seconds]:
    """Return how long some blocks of a lesson take, and separately what in them can wait."""
    marked = {id(block) for block, is_marked in marked_blocks(lesson) if is_marked}
    needed, more = Seconds(), Seconds()
    for block in blocks:
        part = Seconds() if id(block) in marked else _needed(course, block)
        needed += part
        more += seconds(course, [block]) - part
    return needed, more


def seconds(course: Course, blocks: Iterable[Block]) -> Seconds:
    """Return how long a run of blocks takes; what does not exist takes no time, and is found elsewhere."""
    return sum((_block(course, block) for block in blocks), Seconds())


def reading(*texts: Prose) -> Seconds:
    """Return how long it takes to read texts."""
    return Seconds(reading=_read(*texts))


def bank_seconds(bank: Bank, *, without: Collection[str] = (), only: str = "") -> Seconds:
    """Return how long an item set takes, or what of it is asked at one place.

    `without`: items that have places of their own. `only`: the one item that is asked.

    What several questions share, a vignette or a list of options, is read once.
    """
    asked = {only} if only else {item.id for item in bank.items() if item.id not in without}
    frames = [frame for frame in bank.frames() if any(item.id in asked for item in frame.items)]
    shared = [text for frame in frames for text in texts_of_frame(frame)]
    answering = sum(item_seconds(item) for item in bank.items() if item.id in asked)
    return Seconds(questions=answering + _read(*shared))


def item_seconds(item: Item) -> float:
    """Return how long one question takes, with the feedback that follows and without its vignette."""
    return _read(item.situation, item.prompt, item.explanation) + _answering(item.interaction)


def _block(course: Course, block: Block) -> Seconds:
    match block:
        case Heading(text=text):
            return Seconds(reading=_words(len(text.split())))
        case Prose():
            placed = (course.forms_by_id[form.id] for form in block.forms() if form.id in course.forms_by_id)
            on_forms = sum(len(form.artefact.words().split()) for form in placed)
            return reading(block) + Seconds(reading=_words(on_forms))
        case Box(title=title, blocks=blocks):
            return Seconds(reading=_words(len(title.split()))) + seconds(course, blocks)
        case QuizPlace(bank=Ref(id=name)):
            bank = course.banks_by_id.get(name)
            return bank_seconds(bank, without=course.placed_items) if bank else Seconds()
        case QuestionPlace(item=Ref(id=name)):
            home = course.bank_of_item.get(name)
            return bank_seconds(home, only=name) if home else Seconds()
        case ExercisePlace(exercise=Ref(id=name)):
            exercise = course.exercises_by_id.get(name)
            return Seconds(practice=60 * exercise.head.minutes) if exercise else Seconds()
        case ConfidencePlace():
            return _confidence(course, block)
        case _:
            assert_never(block)


def _needed(course: Course, block: Block) -> Seconds:
    """Return how long a block takes without what is for those with more time; rating one's confidence is."""
    match block:
        case Box(title=title, blocks=blocks):
            inside = sum((_needed(course, one) for one in blocks), Seconds())
            return Seconds(reading=_words(len(title.split()))) + inside
        case QuizPlace(bank=Ref(id=name)) if bank := course.banks_by_id.get(name):
            marked = {item.id for item in bank.items() if item.if_time}
            return bank_seconds(bank, without=course.placed_items | marked)
        case QuestionPlace(item=Ref(id=name)) if (home := course.bank_of_item.get(name)) and any(
            item.id == name and item.if_time for item in home.items()
        ):
            return Seconds()
        case ExercisePlace(exercise=Ref(id=name)) if (
            exercise := course.exercises_by_id.get(name)
        ) and exercise.head.if_time:
            return Seconds()
        case ConfidencePlace():
            return Seconds()  # no unit asks for it
        case _:
            return _block(course, block)


def _confidence(course: Course, place: ConfidencePlace) -> Seconds:
    refs = course.unit_of_confidence[place].competencies() if place in course.unit_of_confidence else ()
    competencies = [course.competencies[ref.id] for ref in refs if ref.id in course.competencies]
    statements = _read(*(competency.statement for competency in competencies))
    return Seconds(practice=statements + RATING_CONFIDENCE * len(competencies))


def _answering(interaction: Interaction) -> float:
    match interaction:
        case Choose(options=options, many=many, is_listed=is_listed):
            texts = [] if is_listed else [option.text for option in options]
            feedback = [option.feedback for option in options if option.is_key]
            return _read(*texts, *feedback) + (CHOOSING_MANY if many else CHOOSING_ONE)
        case Order(steps=steps, feedback=feedback):
            return _read(*(step.text for step in steps), feedback) + PLACING_A_STEP * len(steps)
        case Match(cards=cards, targets=targets):
            texts = [text for card in cards for text in (card.text, card.feedback)]
            return _read(*texts, *(target.text for target in targets)) + PLACING_A_CARD * len(cards)
        case BestWorst(replies=replies):
            ends = {*interaction.bests, *interaction.worsts}
            feedback = [reply.feedback for reply in replies if reply.id in ends]
            return _read(*(reply.text for reply in replies), *feedback) + CHOOSING_MANY
        case _:
            assert_never(interaction)


def _read(*texts: Prose) -> float:
    return _words(sum(len(text.words) for text in texts))


def _words(count: int) -> float:
    return 60 * count / WORDS_A_MINUTE


def _whole(part: float) -> int:
    """Return whole minutes, rounded half up."""
    return max(1, int(part / 60 + 0.5)) if part else 0
