"""Questions as items of a bank in our YAML, with `todo` wherever the file lacks what an item needs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from course.importing.names import Names, as_id
from course.importing.questions import Choice, Entry, LeftOut, Ordering, Pairs, Question
from course.importing.yaml_text import comment, field, flow, scalar
from course.items.extended_matching import LEAST_OPTIONS, LEAST_STEMS, MOST_OPTIONS, MOST_STEMS
from course.items.match import LEAST_TARGETS

_LEAST_SPARE = 2  # fewer spare answers are `extra` of a `match`
_IMAGES = re.compile(r"(?:!\[[^\]]*\]\([^()\s]*\)\s*)+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def bank_text(bank_id: str, title: str, unit: str, entries: Sequence[Entry], origin: str) -> str:
    """Return the YAML of a bank; what was left out is at its end, as comments."""
    ids = Names()
    lines = [
        *comment(f"Imported from {origin}. Each `todo` stands for what is still to write.", 0),
        f"id: {bank_id}",
        *field("title", title, 0),
        *field("unit", unit, 0),
        "items:",
    ]
    for number, entry in enumerate(entries, start=1):
        if isinstance(entry, Question):
            item_id = ids.distinct(f"{bank_id}-{as_id(entry.name, str(number)) if entry.name else number}")
            lines += ["", *_remarks(entry), *_item(entry, item_id, ids)]
    for entry in entries:
        if isinstance(entry, LeftOut):
            lines += ["", *left_out(entry)]
    return "\n".join(lines) + "\n"


def left_out(entry: LeftOut) -> list[str]:
    """Return the comment that keeps the words of a question without an equal."""
    name = f" “{entry.name}”" if entry.name else ""
    head = f"Not imported: {entry.kind or 'question'}{name}, line {entry.span.line}; {entry.reason}."
    return comment(f"{head}\n{entry.text}".strip(), 2)


def _question_last(prompt: str) -> str:
    """Put images behind a question before it: the last paragraph of a prompt is the question."""
    blocks = prompt.split("\n\n")
    before = len(blocks)
    while before and _IMAGES.fullmatch(blocks[before - 1]):
        before -= 1
    if not 0 < before < len(blocks):
        return prompt
    return "\n\n".join((*blocks[: before - 1], *blocks[before:], blocks[before - 1]))


def _remarks(entry: Question) -> Iterator[str]:
    if entry.tags:
        yield from comment(f"tags: {', '.join(entry.tags)}", 2)
    if _question_last(entry.prompt) != entry.prompt:
        yield from comment("different here: its image comes before the question", 2)
    for change in entry.changes:
        yield from comment(f"different here: {change}", 2)


def type_of(question: Question) -> str:
    """Return the item type that a question becomes."""
    match question.task:
        case Choice(many=many):
            return "multiple-choice" if many else "single-choice"
        case Ordering():
            return "order-steps"
        case Pairs() as pairs:
            return _type_of_pairs(pairs)


def _type_of_pairs(pairs: Pairs) -> str:
    """Tell a list of options for several situations, groups for cards, and pairs from each other."""
    rights = {right.casefold() for _, right in pairs.pairs}
    options = len(rights | {spare.casefold() for spare in pairs.spare})
    are_shared = len(rights) < len(pairs.pairs)
    fits_a_list = LEAST_OPTIONS <= options <= MOST_OPTIONS and LEAST_STEMS <= len(pairs.pairs) <= MOST_STEMS
    if fits_a_list and pairs.spare and (are_shared or options - len(rights) >= _LEAST_SPARE):
        return "extended-matching"
    if are_shared or options < LEAST_TARGETS:
        return "sort"
    return "match"


def _item(question: Question, item_id: str, ids: Names) -> list[str]:
    type_name = type_of(question)
    lines = [f"  - id: {item_id}", f"    type: {type_name}"]
    if type_name == "extended-matching":
        lines += field("title", question.name or " ".join(question.prompt.split())[:60], 4)
    lines += flow("competencies", question.fields.get("competencies", ()), 4)
    for name in ("objective", "level", "section"):
        lines += field(name, "".join(question.fields.get(name, ())), 4)
    lines += flow("sources", question.fields.get("sources", ()), 4)
    is_list = type_name == "extended-matching"
    lines += field(
        "prompt", " ".join(question.prompt.split()) if is_list else _question_last(question.prompt), 4
    )
    match question.task:
        case Choice() as choice:
            lines += _options(choice)
        case Ordering() as ordering:
            lines += ["    steps:"]
            for name, step in zip(_names(len(ordering.steps)), ordering.steps, strict=True):
                lines += [f"      - id: {name}", *field("text", step, 8)]
            lines += field("feedback", ordering.feedback, 4)
        case Pairs() as pairs:
            lines += _PAIRS[type_name](pairs, item_id, ids)
    return lines + (
        field("explanation", question.explanation, 4) if question.explanation and not is_list else []
    )


def _options(choice: Choice) -> Iterator[str]:
    yield "    options:"
    for name, answer in zip(_names(len(choice.answers)), choice.answers, strict=True):
        yield f"      - id: {name}"
        yield from field("text", answer.text, 8)
        if answer.is_key:
            yield "        correct: true"
        yield from field("feedback", answer.feedback, 8)


def _match(pairs: Pairs, item_id: str, ids: Names) -> Iterator[str]:
    yield "    pairs:"
    for name, (left, right) in zip(_names(len(pairs.pairs)), pairs.pairs, strict=True):
        yield f"      - id: {name}"
        yield from field("left", left, 8)
        yield from field("right", right, 8)
        yield from field("feedback", "", 8)
    if pairs.spare:
        yield "    extra:"
        yield from (f"      - {scalar(spare)}" for spare in pairs.spare)


def _sort(pairs: Pairs, item_id: str, ids: Names) -> Iterator[str]:
    groups = _options_of(pairs)
    yield "    groups:"
    for name, text in zip(_names(len(groups)), groups.values(), strict=True):
        yield f"      - id: {name}"
        yield from field("text", text, 8)
    yield "    cards:"
    known = dict(zip(groups, _names(len(groups)), strict=True))
    for name, (left, right) in zip(_names(len(pairs.pairs)), pairs.pairs, strict=True):
        yield f"      - id: {name}"
        yield from field("text", left, 8)
        yield f"        group: {known[right.casefold()]}"
        yield from field("feedback", "", 8)


def _list(pairs: Pairs, item_id: str, ids: Names) -> Iterator[str]:
    options = _options_of(pairs)
    known = dict(zip(options, _names(len(options)), strict=True))
    yield "    options:"
    for key, text in options.items():
        yield f"      - id: {known[key]}"
        yield from field("text", text, 8)
    yield "    stems:"
    for number, (left, right) in enumerate(pairs.pairs, start=1):
        stem_id = ids.distinct(f"{item_id}-{number}")
        yield f"      - id: {stem_id}"
        yield from field("text", left, 8)
        yield f"        key: {known[right.casefold()]}"
        yield from field("feedback", "", 8)
        yield "        confusions:"
        yield "          - option: todo"
        yield "            feedback: todo"


_PAIRS = {"match": _match, "sort": _sort, "extended-matching": _list}


def _options_of(pairs: Pairs) -> dict[str, str]:
    """Return the right sides, each once, by what makes two of them the same."""
    texts: dict[str, str] = {}
    for text in (*(right for _, right in pairs.pairs), *pairs.spare):
        texts.setdefault(text.casefold(), text)
    return texts


def _names(number: int) -> list[str]:
    """Return short ids: letters, and numbers behind `o` where there are more."""
    return [_LETTERS[at] if at < len(_LETTERS) else f"o{at + 1}" for at in range(number)]


def counted(entries: Sequence[Entry]) -> dict[str, int]:
    """Return how many items of each type the questions become."""
    return dict(sorted(Counter(type_of(each) for each in entries if isinstance(each, Question)).items()))
