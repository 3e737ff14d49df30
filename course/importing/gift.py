"""GIFT, Moodle's text format: `::title:: question {=right ~wrong}`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from course.importing.choosing import FULL, Weighted, choice, true_or_false
from course.importing.html import TOO_DEEP, TooDeepError
from course.importing.images import Images
from course.importing.questions import Entry, Group, Imported, LeftOut, Pairs, Question, Task
from course.importing.texts import EITHER, HTML, MARKDOWN, PLAIN, Texts
from course.source import Source, Span

_FORMS = {"html": HTML, "markdown": MARKDOWN, "plain": PLAIN, "moodle": EITHER}
_CATEGORY = re.compile(r"[ \t]*\$CATEGORY:[ \t]*(.*)", re.IGNORECASE)
_COMMENT = re.compile(r"[ \t]*//")
_TITLE = re.compile(r"\s*::((?:[^\\:]|\\.|:(?!:))*)::", re.DOTALL)
_FORM = re.compile(r"\s*\[(html|markdown|plain|moodle)\]", re.IGNORECASE)
_WEIGHT = re.compile(r"\s*%\s*(-?[0-9]{1,3}(?:[.,][0-9]{1,8})?)\s*%")
_TAG = re.compile(r"\[tag:([^\]]{1,100})\]")
_TRUE, _FALSE = ("t", "true"), ("f", "false")
# A sign behind a backslash, kept from meaning anything until all signs are read.
_KEPT = {sign: chr(0xE000 + number) for number, sign in enumerate("~=#{}:\\")}
_SIGNS = {kept: sign for sign, kept in _KEPT.items()}


class _Block(NamedTuple):
    """The lines of one question, where they begin, and the tags in comments above."""

    text: str
    span: Span
    tags: tuple[str, ...]


def read(source: Source, prefix: str) -> Imported:
    """Read every question; `$CATEGORY` begins a group."""
    images = Images(prefix)
    groups: list[tuple[str, list[Entry]]] = [("", [])]
    for found in _blocks(source):
        if isinstance(found, str):
            groups.append((found, []))
        else:
            groups[-1][1].append(_entry(found, images))
    return Imported(
        tuple(Group(title, tuple(entries)) for title, entries in groups if entries), images.by_name
    )


def _blocks(source: Source) -> Iterator[_Block | str]:
    """Yield the questions and, as a text, the categories.

    An empty line ends a question, unless its `{` is still open; a title ends one in any case.
    """
    lines: list[str] = []
    tags: list[str] = []
    begin, is_open = 0, False
    for number, line in enumerate(source.text.split("\n"), start=1):
        category = _CATEGORY.match(line)
        if _COMMENT.match(line):
            tags += _TAG.findall(line)
            continue
        if lines and (
            category or not (line.strip() or is_open) or (not lines[-1].strip() and _TITLE.match(line))
        ):
            yield _Block("\n".join(lines), _lines(source, begin, number), tuple(tags))
            lines, tags, is_open = [], [], False
        if category:
            yield category.group(1).strip()
        elif line.strip() or lines:
            begin = begin if lines else number
            lines.append(line)
            is_open = _is_open(line, is_open)
    if lines:
        yield _Block("\n".join(lines), _lines(source, begin, begin + len(lines)), tuple(tags))


def _lines(source: Source, first: int, end: int) -> Span:
    return Span(
        source,
        source.offset_of_line(first),
        max(source.offset_of_line(end) - 1, source.offset_of_line(first)),
    )


def _is_open(line: str, is_open: bool) -> bool:
    """Say whether answers that were begun are still open behind a line."""
    for sign in re.findall(r"\\.|[{}]", line):
        is_open = sign == "{" or (is_open and sign != "}")
    return is_open


def _entry(block: _Block, images: Images) -> Entry:
    try:
        return _question(block, images)
    except TooDeepError:
        return LeftOut("", "", TOO_DEEP, block.text.strip(), block.span)


def _question(block: _Block, images: Images) -> Entry:
    texts = Texts(images)
    rest = _keep_escaped(block.text)
    name = ""
    if titled := _TITLE.match(rest):
        name, rest = _shown(titled.group(1)), rest[titled.end() :]
    form = EITHER
    if formed := _FORM.match(rest):
        form, rest = _FORMS[formed.group(1).lower()], rest[formed.end() :]
    before, opens, inside = rest.partition("{")
    answers, closes, after = inside.partition("}")
    words = _shown(before if not after.strip() else f"{before.rstrip()} _____ {after.strip()}")

    def left_out(kind: str, reason: str) -> LeftOut:
        return LeftOut(" ".join(name.split()), kind, reason, block.text.strip(), block.span)

    if not opens:
        return left_out("description", "it is a text without a question; put it into a lesson")
    if not closes:
        return left_out("", "the `{` of its answers is not closed")
    if "{" in after or "}" in after:
        return left_out("", "it has braces in more than one place")
    answers, _, general = answers.partition("####")
    read = _Answers(answers.strip(), texts, form)
    task = read.task()
    if isinstance(task, tuple):
        return left_out(*task)
    prompt = texts.block(words, form)
    if not prompt:
        return left_out(read.kind, "it asks nothing")
    return Question(
        " ".join(name.split()),
        prompt,
        task,
        block.span,
        texts.block(_shown(general), form),
        block.tags,
        tuple(texts.changes),
    )


class _Answers:
    """What is within the braces."""

    def __init__(self, answers: str, texts: Texts, form: str) -> None:
        self.kind = ""
        self._answers = answers
        self._texts = texts
        self._form = form

    def task(self) -> Task | tuple[str, str]:
        """Return what a learner does, or the kind of the question and the reason why it has no equal."""
        answers = self._answers
        if not answers:
            return (
                "essay",
                "there is no item type for answers in one's own words; a written reply is an exercise",
            )
        if answers.startswith("#"):
            return "numerical", "there is no item type for numbers"
        words = answers.partition("#")[0].strip().lower()
        if words in _TRUE + _FALSE:
            return self._true_or_false(words in _TRUE)
        if "~" not in answers and "->" in answers:
            return self._pairs()
        if "~" not in answers:
            return "short answer", "there is no item type for words that a learner types"
        return self._choice()

    def _true_or_false(self, is_true: bool) -> Task:
        _, _, feedback = self._answers.partition("#")
        if_wrong, _, if_right = feedback.partition("#")
        right, wrong = self._line(if_right), self._line(if_wrong)
        return true_or_false(is_true, *((right, wrong) if is_true else (wrong, right)))

    def _pairs(self) -> Task | tuple[str, str]:
        pairs, spare = [], []
        for each in filter(str.strip, self._answers.split("=")):
            left, arrow, right = each.partition("->")
            if not arrow or not right.strip():
                return "matching", "one of its pairs lacks the arrow `->` or its right side"
            right, _, feedback = right.partition("#")
            if feedback.strip():
                self._texts.tell("what was said of a pair is left out")
            if left.strip():
                pairs.append((self._line(left), self._line(right)))
            else:
                spare.append(self._line(right))
        return Pairs(tuple(pairs), tuple(spare))

    def _choice(self) -> Task | tuple[str, str]:
        weighted = []
        many = "=" not in self._answers
        for sign, each in re.findall(r"([~=])([^~=]*)", self._answers):
            share = FULL if sign == "=" else 0.0
            if found := _WEIGHT.match(each):
                share, each = float(found.group(1).replace(",", ".")), each[found.end() :]
            words, _, feedback = each.partition("#")
            if words.strip():
                weighted.append(Weighted(self._line(words), share, self._line(feedback)))
        made = choice(weighted, self._texts.tell, many=many)
        return ("multiple choice", made) if isinstance(made, str) else made

    def _line(self, text: str) -> str:
        text, form = text.strip(), self._form
        if formed := _FORM.match(text):
            form, text = _FORMS[formed.group(1).lower()], text[formed.end() :]
        return self._texts.line(_shown(text), form)


def _keep_escaped(text: str) -> str:
    def kept(found: re.Match[str]) -> str:
        sign = found.group(1)
        return "\n" if sign == "n" else _KEPT[sign]

    without = "".join(sign for sign in text if sign not in _SIGNS)
    return re.sub(r"\\([~=#{}:\\n])", kept, without)


def _shown(text: str) -> str:
    return "".join(_SIGNS.get(sign, sign) for sign in text)
