"""A lesson's steps on its page: where each begins and ends, what is said above it, and the way through them.

The page is whole; the browser only hides all steps but one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from course.minutes import needed_and_more
from course.model.contents import items_as_placed
from course.model.items import Item
from course.model.prose import Prose
from course.model.steps import Step, steps_of
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
    walk,
)
from course.targets.site.context import SiteContext
from course.targets.site.markdown_page import Hypertext, Part, Seam

FEWEST_STEPS = 2  # besides the end of the lesson
_HALF = 0.5  # of a minute; less is not said
Write = Callable[[tuple[Block, ...]], Iterator[Part]]


@dataclass(frozen=True)
class ShownStep:
    """A step as the templates want it.

    `places`: what is said above it; in a step with questions a line for each of them, and one for their end.
    `id`: of its element, where nothing inside has its anchor. `section`: the heading above it, unless in it.
    """

    anchor: str
    title: str
    hash: str
    places: str
    id: str = ""
    section: str = ""


def is_stepped(unit: Unit, lesson: Lesson) -> bool:
    """Say whether a lesson is shown in steps; the page that introduces a unit's lessons stays whole."""
    introduces = lesson is unit.lessons[0] and len(unit.lessons) > 1
    return not introduces and len(steps_of(lesson)) >= FEWEST_STEPS


def in_steps(site: SiteContext, lesson: Lesson, write: Write, end: str) -> Iterator[Part]:
    """Yield the parts of a lesson with seams between its steps; `end` is the HTML of the last one."""
    steps = steps_of(lesson)
    shown = list(_Showing(site, lesson, steps).steps())
    seam = site.templates.page("pages/step_bar.html.jinja", steps=shown)
    for step, view in zip(steps, shown, strict=False):
        yield Seam(seam + _opening(site, view))
        yield from write(step.blocks)
        seam = Markup("</section>\n")
    yield Seam(seam + _opening(site, shown[-1]))
    yield Hypertext(end)
    yield Seam(seam + site.templates.page("pages/step_ways.html.jinja"))


def _opening(site: SiteContext, step: ShownStep) -> Markup:
    return site.templates.page("pages/step_open.html.jinja", step=step)


@dataclass(frozen=True)
class _Time:
    """Minutes that everyone needs, and those that can wait."""

    needed: float
    more: float

    def __add__(self, other: _Time) -> _Time:
        return _Time(self.needed + other.needed, self.more + other.more)

    def __sub__(self, other: _Time) -> _Time:
        return _Time(self.needed - other.needed, self.more - other.more)

    def share(self, done: list[bool], of: list[bool]) -> _Time:
        """Return what is gone when some questions are done; each is needed, or can wait."""
        return _Time(
            self.needed * done.count(True) / max(1, of.count(True)),
            self.more * done.count(False) / max(1, of.count(False)),
        )


@dataclass(frozen=True)
class _Showing:
    site: SiteContext
    lesson: Lesson
    all: Sequence[Step]

    def steps(self) -> Iterator[ShownStep]:
        times = [self._time(step) for step in self.all]
        left = sum(times, _Time(0, 0))
        for number, (step, time) in enumerate(zip(self.all, times, strict=True), start=1):
            yield ShownStep(
                anchor=step.anchor,
                title=self._title(step),
                hash=_hash(step),
                places="\n".join(self._places(number, left, time, self._questions(step))),
                id="" if step.is_named else step.anchor,
                section=step.section,
            )
            left -= time
        end, last = f"end-{self.lesson.id}", len(self.all) + 1
        title = self.site.words("step.end")
        yield ShownStep(end, title, "", self._place(last), id=end, section=title)

    def _places(self, number: int, left: _Time, time: _Time, questions: list[Item]) -> Iterator[str]:
        """Yield what is said above a step; with questions, once for each, and once for their end."""
        is_needed = [not item.if_time for item in questions]
        for done in range(len(questions) + 1) if len(questions) > 1 else (0,):
            gone = time.share(is_needed[:done], is_needed)
            yield f"{self._place(number)} · {self._left(left - gone)}"

    def _left(self, time: _Time) -> str:
        """Say what is left for everyone; when that is nothing, what is left for those with more time."""
        waits = self.lesson.if_time
        if not waits and time.needed < _HALF <= time.more:
            return self.site.words("step.left_more", count=max(1, round(time.more)))
        return self.site.words("step.left", count=max(1, round(time.more if waits else time.needed)))

    def _place(self, number: int) -> str:
        return self.site.words("step.place", number=number, total=len(self.all) + 1)

    def _time(self, step: Step) -> _Time:
        needed, more = needed_and_more(self.site.course, self.lesson, step.blocks)
        return _Time(needed.total / 60, more.total / 60)

    def _questions(self, step: Step) -> list[Item]:
        """Return the items that are in a step."""
        course, alone = self.site.course, {place.item.id for place in self.lesson.question_places()}
        found: list[Item] = []
        for block in walk(step.blocks):
            if isinstance(block, QuizPlace):
                shown = items_as_placed(course, self.lesson, course.banks_by_id[block.bank.id])
                found += [item for item in shown if item.id not in alone]
            elif isinstance(block, QuestionPlace):
                bank = course.bank_of_item[block.item.id]
                found += [item for item in bank.items() if item.id == block.item.id]
        return found

    def _title(self, step: Step) -> str:
        """Return what the list of steps calls a step: its heading, or what it begins with."""
        if step.is_headed:
            return step.heading
        match step.blocks[0]:
            case Box(title=title):
                return title or step.heading
            case QuestionPlace():
                return self.site.words("step.question")
            case QuizPlace(bank=bank):
                return self.site.course.banks_by_id[bank.id].title
            case ExercisePlace(exercise=exercise):
                return self.site.course.exercises_by_id[exercise.id].head.title
            case ConfidencePlace(when=when):
                return self.site.words(f"exercise.confidence_{when}")
            case _:
                return self.site.words("step.continued", title=step.heading)


def _hash(step: Step) -> str:
    """Return a short hash of a step's words, by which it is found again when its anchor has changed."""
    words = " ".join(_words(block) for block in walk(step.blocks))
    return sha256(words.encode("utf-8")).hexdigest()[:8]


def _words(block: Block) -> str:
    match block:
        case Heading(text=text):
            return text
        case Prose(plain=plain):
            return plain
        case Box(title=title):
            return title
        case QuizPlace(bank=bank):
            return bank.id
        case QuestionPlace(item=item):
            return item.id
        case ExercisePlace(exercise=exercise):
            return exercise.id
        case ConfidencePlace(when=when):
            return when
