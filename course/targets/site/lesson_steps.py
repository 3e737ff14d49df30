"""A lesson's steps on its page: where each begins and ends, what is said above it, and the way through them.

The page is whole; the browser only hides all steps but one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate

from markupsafe import Markup

from course.minutes import seconds
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
class _Showing:
    site: SiteContext
    lesson: Lesson
    all: Sequence[Step]

    def steps(self) -> Iterator[ShownStep]:
        minutes = [self._minutes(step) for step in self.all]
        gone = [0.0, *accumulate(minutes)]
        for number, step in enumerate(self.all, start=1):
            left = gone[-1] - gone[number - 1]
            yield ShownStep(
                anchor=step.anchor,
                title=self._title(step),
                hash=_hash(step),
                places="\n".join(self._places(number, left, minutes[number - 1], len(self._questions(step)))),
                id="" if step.is_named else step.anchor,
                section=step.section,
            )
        end, last = f"end-{self.lesson.id}", len(self.all) + 1
        title = self.site.words("step.end")
        yield ShownStep(end, title, "", self._place(last), id=end, section=title)

    def _places(self, number: int, left: float, minutes: float, questions: int) -> Iterator[str]:
        """Yield what is said above a step; with questions, once for each, and once for their end."""
        for done in range(questions + 1) if questions > 1 else (0,):
            gone = minutes * done / max(1, questions)
            time = self.site.words("step.left", count=max(1, round(left - gone)))
            yield f"{self._place(number)} · {time}"

    def _place(self, number: int) -> str:
        return self.site.words("step.place", number=number, total=len(self.all) + 1)

    def _minutes(self, step: Step) -> float:
        return seconds(self.site.course, step.blocks).total / 60

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
