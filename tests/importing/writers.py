"""Small writers of each format, for questions of plain words."""

from __future__ import annotations

import csv
import io
import re
from typing import NamedTuple
from xml.sax.saxutils import escape


class Plain(NamedTuple):
    """A choice in plain words: a prompt, options, and which of them are keys."""

    prompt: str
    options: tuple[str, ...]
    keys: frozenset[int]

    @property
    def many(self) -> bool:
        return len(self.keys) > 1


def gift(questions: list[Plain]) -> str:
    def said(words: str) -> str:
        return re.sub(r"([~=#{}:\\])", r"\\\1", words)

    def options(question: Plain) -> str:
        share = "~%50%" if question.many else "="
        return " ".join(
            f"{share if number in question.keys else '~'}[plain]{said(option)}"
            for number, option in enumerate(question.options)
        )

    return "\n\n".join(
        f"::Question {number}::[plain]{said(question.prompt)} {{{options(question)}}}"
        for number, question in enumerate(questions)
    )


def aiken(questions: list[Plain]) -> str:
    def answer(question: Plain) -> str:
        return ", ".join("ABCDEFGH"[key] for key in sorted(question.keys))

    def options(question: Plain) -> str:
        return "\n".join(f"{'ABCDEFGH'[number]}. {option}" for number, option in enumerate(question.options))

    return "\n\n".join(f"{each.prompt}\n{options(each)}\nANSWER: {answer(each)}" for each in questions)


def table(questions: list[Plain]) -> str:
    most = max(len(question.options) for question in questions)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["type", "prompt", *"abcdefgh"[:most], "correct"])
    for question in questions:
        kind = "multiple-choice" if question.many else "single-choice"
        empty = [""] * (most - len(question.options))
        correct = ";".join("abcdefgh"[key] for key in sorted(question.keys))
        writer.writerow([kind, question.prompt, *question.options, *empty, correct])
    return out.getvalue()


def moodle_xml(questions: list[Plain]) -> str:
    def text(words: str) -> str:
        return f"<text>{escape(escape(words))}</text>"

    def answers(question: Plain) -> str:
        share = 50 if question.many else 100
        return "".join(
            f'<answer fraction="{share if number in question.keys else 0}">{text(option)}</answer>'
            for number, option in enumerate(question.options)
        )

    def question_of(question: Plain) -> str:
        return (
            f'<question type="multichoice"><questiontext format="html">{text(question.prompt)}</questiontext>'
            f"<single>{str(not question.many).lower()}</single>{answers(question)}</question>"
        )

    return f"<quiz>{''.join(map(question_of, questions))}</quiz>"


WRITERS = {"gift": gift, "aiken": aiken, "csv": table, "moodle-xml": moodle_xml}
