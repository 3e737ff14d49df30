"""Moodle XML: every question of a question bank, with its images."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from course.diagnostics import Report
from course.importing import plain
from course.importing.choosing import Weighted, choice, true_or_false
from course.importing.findings import unreadable_import
from course.importing.html import TOO_DEEP, TooDeepError
from course.importing.images import Images, from_base64
from course.importing.questions import (
    Choice,
    Entry,
    Group,
    Imported,
    LeftOut,
    Ordering,
    Pairs,
    Question,
    Task,
)
from course.importing.texts import EITHER, HTML, MARKDOWN, PLAIN, Texts
from course.importing.xml_tree import Element, XmlError, parse, place
from course.source import Source, visible

_FORMS = {"html": HTML, "markdown": MARKDOWN, "plain_text": PLAIN, "moodle_auto_format": EITHER}
_NO_ANSWER_IN_WORDS = "there is no item type for answers in one's own words; a written reply is an exercise"
_NO_TYPED = "there is no item type for words that a learner types"
_NO_NUMBER = "there is no item type for numbers"
_NO_GAPS = "there is no item type for a text with gaps"
_NO_PLACES = "there is no item type for places in an image"
NO_EQUAL = {
    "essay": _NO_ANSWER_IN_WORDS,
    "shortanswer": _NO_TYPED,
    "regexp": _NO_TYPED,
    "numerical": _NO_NUMBER,
    "calculated": _NO_NUMBER,
    "calculatedsimple": _NO_NUMBER,
    "calculatedmulti": "its numbers are drawn by chance",
    "formulas": _NO_NUMBER,
    "stack": _NO_NUMBER,
    "cloze": _NO_GAPS,
    "multianswer": _NO_GAPS,
    "gapselect": _NO_GAPS,
    "ddwtos": _NO_GAPS,
    "ddimageortext": _NO_PLACES,
    "ddmarker": _NO_PLACES,
    "description": "it is a text without a question; put it into a lesson",
    "random": "it stands for a question drawn by chance",
    "randomsamatch": "its pairs are drawn by chance",
    "coderunner": "it runs a program",
    "recordrtc": "it records a voice",
}
# What Moodle says by itself where authors said nothing.
_SAID_BY_MOODLE = re.compile(
    "|".join(
        (
            r"Your answer is (?:(?:partially )?correct|incorrect)\.?(?: *You have .*)?",
            r"(?:Die|Ihre) Antwort ist (?:teilweise|teilrichtig|falsch|richtig).*",
            r"Votre réponse est .*correcte\.?",
            r"(?:Tu|Su|La) respuesta (?:es|está) .*",
            r"Respuesta (?:parcialmente )?(?:in)?correcta\.?",
            r"Sua resposta está .*",
            r"(?:La tua )?[Rr]isposta .*(?:corretta|errata)\.?",
            r"Je antwoord is .*",
        )
    )
)


def read(source: Source, prefix: str, report: Report) -> Imported:
    """Read every question; a category begins a group."""
    try:
        root = parse(source)
    except XmlError as error:
        begin = source.offset_of_line(error.line)
        report(unreadable_import(str(error), source.top()._replace(start=begin, end=begin), _EXPORT))
        return Imported(())
    if root.name != "quiz":
        report(
            unreadable_import(
                f"its root is `{root.name}`, and that of Moodle XML is `quiz`", source.top(), _EXPORT
            )
        )
        return Imported(())
    images = Images(prefix)
    groups: list[tuple[str, list[Entry]]] = [("", [])]
    for element in root.all("question"):
        if element.attributes.get("type") == "category":
            groups.append((element.words("category"), []))
        else:
            groups[-1][1].append(_Reader(element, source, images).entry())
    return Imported(
        tuple(Group(title, tuple(entries)) for title, entries in groups if entries), images.by_name
    )


_EXPORT = "export it again as Moodle XML"


class _Reader:
    """Reads one question."""

    def __init__(self, element: Element, source: Source, images: Images) -> None:
        self._element = element
        self._texts = Texts(images)
        self._span = place(element, source)
        self._kind = element.attributes.get("type", "")
        self._form = _form(element.child("questiontext"), HTML)

    def entry(self) -> Entry:
        try:
            return self._question()
        except TooDeepError:
            words = self._element.child("questiontext")
            text = plain.as_markdown(visible(_raw(words))) if words else ""
            return LeftOut(self._element.words("name"), self._kind, TOO_DEEP, text, self._span)

    def _question(self) -> Entry:
        name = " ".join(self._element.words("name").split())
        prompt = self._block("questiontext")
        task = self._task()
        if not prompt and not isinstance(task, str):
            task = "it asks nothing"
        if isinstance(task, str):
            return LeftOut(name, self._kind, task, "\n".join((prompt, *self._answers_in_words())), self._span)
        explanation = self._block("generalfeedback")
        task = self._with_feedback_of_the_whole(task)
        if any(hint.words("text") or hint.text.strip() for hint in self._element.all("hint")):
            self._texts.tell("its hints are left out")
        tags = self._element.child("tags")
        return Question(
            name,
            prompt,
            task,
            self._span,
            explanation,
            tuple(each.words("text") for each in tags.all("tag") if each.words("text")) if tags else (),
            tuple(self._texts.changes),
        )

    def _task(self) -> Task | str:
        """Return what a learner does, or the reason why the question has no equal."""
        match self._kind:
            case "multichoice" | "multichoiceset" | "oumultiresponse":
                many = self._kind != "multichoice" or _is_false(self._element.words("single"))
                if self._kind == "multichoiceset":
                    self._texts.tell("credit was for all right options together")
                return choice([self._weighted(each) for each in self._answers()], self._texts.tell, many=many)
            case "truefalse":
                return self._true_or_false()
            case "matching" | "match" | "ddmatch":
                return self._pairs()
            case "ordering":
                return self._ordering()
            case _:
                return NO_EQUAL.get(self._kind, "there is no item type for it")

    def _answers(self) -> list[Element]:
        return [each for each in self._element.all("answer") if _raw(each).strip() or each.all("file")]

    def _answers_in_words(self) -> Iterator[str]:
        """Yield the answers of a question that is left out, for the comment that keeps it."""
        for answer in self._answers():
            yield f"- {self._line(answer)} ({_share(answer):g} %)"
        for pair in self._element.all("subquestion"):
            right = pair.child("answer")
            yield f"- {self._line(pair)} -> {self._line(right) if right else ''}"

    def _weighted(self, answer: Element) -> Weighted:
        feedback = answer.child("feedback")
        return Weighted(self._line(answer), _share(answer), self._line(feedback) if feedback else "")

    def _true_or_false(self) -> Task | str:
        feedback, is_true = {"true": "", "false": ""}, None
        for answer in self._answers():
            words = _raw(answer).strip().lower()
            if words not in feedback:
                return "its answers are neither `true` nor `false`"
            said = answer.child("feedback")
            feedback[words] = self._line(said) if said else ""
            if _share(answer) > 0:
                is_true = words == "true"
        if is_true is None:
            return "none of its answers is right"
        return true_or_false(is_true, feedback["true"], feedback["false"])

    def _pairs(self) -> Task | str:
        pairs, spare = [], []
        for each in self._element.all("subquestion"):
            answer = each.child("answer")
            right = self._line(answer) if answer else ""
            left = self._line(each)
            if left and right:
                pairs.append((left, right))
            elif right:
                spare.append(right)
            elif left:
                return "one of its pairs has no right side"
        return Pairs(tuple(pairs), tuple(spare))

    def _ordering(self) -> Task:
        answers = sorted(self._answers(), key=_share) if _are_numbered(self._answers()) else self._answers()
        if any(self._line(feedback) for each in answers if (feedback := each.child("feedback"))):
            self._texts.tell("what was said of each step is left out")
        if self._element.words("selecttype").lower() not in ("", "0", "all"):
            self._texts.tell("learners got some of the steps, and here they get all")
        return Ordering(tuple(self._line(each) for each in answers))

    def _with_feedback_of_the_whole(self, task: Task) -> Task:
        """Put in what was said of a right and of a wrong answer, where it has a place here."""
        right, partly, wrong = (
            self._said(name) for name in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
        )
        if isinstance(task, Ordering):
            task, right = Ordering(task.steps, right), ""
        elif isinstance(task, Choice) and not task.many:
            has_place = {answer.is_key for answer in task.answers if not answer.feedback}
            task = Choice(
                tuple(
                    replace(each, feedback=each.feedback or (right if each.is_key else wrong))
                    for each in task.answers
                )
            )
            right, wrong = "" if True in has_place else right, "" if False in has_place else wrong
        for words, of in ((right, "right"), (partly, "partly right"), (wrong, "wrong")):
            if words:
                self._texts.tell(f"what was said of {of} answers is left out: “{words}”")
        return task

    def _said(self, name: str) -> str:
        """Return a feedback to the whole; empty where Moodle says it by itself."""
        found = self._element.child(name)
        words = self._line(found) if found else ""
        return "" if _SAID_BY_MOODLE.fullmatch(words) else words

    def _block(self, name: str) -> str:
        found = self._element.child(name)
        return self._texts.block(_raw(found), _form(found, self._form), _files(found)) if found else ""

    def _line(self, element: Element) -> str:
        return self._texts.line(_raw(element), _form(element, self._form), _files(element))


def _raw(element: Element) -> str:
    inner = element.child("text")
    return inner.text if inner else element.text


def _form(element: Element | None, otherwise: str) -> str:
    return _FORMS.get(element.attributes.get("format", ""), otherwise) if element else otherwise


def _files(element: Element) -> Mapping[str, bytes]:
    found = {}
    for each in element.all("file"):
        name = each.attributes.get("name", "")
        path = f"{each.attributes.get('path', '/').strip('/')}/{name}".strip("/")
        found[path] = found[name] = from_base64(each.text)
    return found


def _share(answer: Element) -> float:
    try:
        found = float(answer.attributes.get("fraction", "0").replace(",", "."))
    except ValueError:
        return 0.0
    return found if abs(found) < 1_000_000 else 0.0


def _are_numbered(answers: list[Element]) -> bool:
    """Say whether the steps of an ordering carry their numbers; if not, they stand in order."""
    return len({_share(each) for each in answers}) == len(answers)


def _is_false(words: str) -> bool:
    return words.strip().lower() in ("false", "0")
