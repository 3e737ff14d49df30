"""Aiken: a question, its options `A.` or `A)`, and a line `ANSWER: A`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from course.importing.images import Images
from course.importing.questions import Answer, Choice, Entry, Group, Imported, LeftOut, Question
from course.importing.texts import PLAIN, Texts
from course.source import Source, Span

_ANSWER = re.compile(r"\s*ANSWER\s*:\s*(.*)", re.IGNORECASE)
_OPTION = re.compile(r"\s*([A-Za-z])[.)](?:\s+(.*)|$)")
_SAID = re.compile(r"\s*(?:FEEDBACK|EXPLANATION|ANSWER_EXPLANATION)\s*:\s*(.*)", re.IGNORECASE)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_KIND = "multiple choice"


@dataclass
class _Lines:
    """The lines of one question."""

    first: int
    last: int = 0
    stem: list[str] = field(default_factory=list)
    options: list[str] = field(default_factory=list)
    answer: str | None = None
    said: list[str] = field(default_factory=list)


def read(source: Source, prefix: str) -> Imported:
    """Read every question, in the order of the file."""
    images = Images(prefix)
    entries = [_entry(found, source, images) for found in _questions(source)]
    return Imported((Group("", tuple(entries)),) if entries else (), images.by_name)


def _questions(source: Source) -> list[_Lines]:
    found = [_Lines(1)]
    for number, line in enumerate(source.text.split("\n"), start=1):
        now = found[-1]
        if now.answer is not None and (said := _SAID.match(line)):
            now.said.append(said.group(1).strip())
            continue
        if line.strip() and (now.answer is not None or _is_cut_off(line, number, now)):
            now = _Lines(number)
            found.append(now)
        _take(line, number, now)
        now.last = number if line.strip() else now.last
    return [each for each in found if each.stem or each.options or each.answer]


def _is_cut_off(line: str, number: int, now: _Lines) -> bool:
    """Say whether a line, behind an empty one, begins a new question although the last has no answer."""
    is_of_options = _OPTION.match(line) or _ANSWER.match(line)
    return len(now.options) > 1 and number > now.last + 1 and not is_of_options


def _take(line: str, number: int, now: _Lines) -> None:
    """Add a line to a question: the next letter begins an option, anything else goes on."""
    option = _OPTION.match(line)
    if answer := _ANSWER.fullmatch(line):
        now.answer = answer.group(1).strip()
    elif option and option.group(1).upper() == _LETTERS[len(now.options) % 26] and now.stem:
        now.options.append((option.group(2) or "").strip())
    elif line.strip() and now.options:
        now.options[-1] = f"{now.options[-1]} {line.strip()}"
    elif line.strip():
        now.first = now.first if now.stem else number
        now.stem.append(line.strip())


def _entry(found: _Lines, source: Source, images: Images) -> Entry:
    begin = source.offset_of_line(found.first)
    span = Span(source, begin, begin + len(source.line(found.first)))
    words = "\n".join(found.stem)
    texts = Texts(images)

    def left_out(reason: str) -> LeftOut:
        end = source.offset_of_line(found.last + 1)
        return LeftOut("", _KIND, reason, source.text[begin:end].strip(), span)

    keys = set(re.findall(r"[A-Z]", (found.answer or "").upper()))
    if not found.stem:
        return left_out("it asks nothing")
    if len(found.options) < 2:
        return left_out("it has fewer than two options")
    if found.answer is None:
        return left_out("it has no line `ANSWER:`")
    if not keys or not re.fullmatch(r"[A-Z](?:\s*[,;/ ]?\s*(?:AND\s+)?[A-Z])*[.)]?", found.answer.upper()):
        return left_out("behind `ANSWER:` stands no letter")
    if missing := sorted(keys - set(_LETTERS[: len(found.options)])):
        return left_out(f"it has no option {missing[0]}, which is the answer")
    answers = tuple(
        Answer(texts.line(option, PLAIN), _LETTERS[number % 26] in keys)
        for number, option in enumerate(found.options)
    )
    return Question(
        "",
        texts.block(words, PLAIN),
        Choice(answers, many=len(keys) > 1),
        span,
        texts.block("\n".join(found.said), PLAIN),
        (),
        tuple(texts.changes),
    )
