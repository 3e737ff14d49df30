"""What dialogues hold, as a table for a terminal and as values for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course.blueprint.dialogue_contents import DialogueContents, Element, fours

_WIDTH = 4


def render_dialogues(found: tuple[DialogueContents, ...], elements: tuple[Element, ...]) -> str:
    """Return a block for each four dialogues: which hold what; nothing without dialogues."""
    number = 0
    blocks = []
    for group in fours(found):
        blocks.append("\n".join(_block(group, number, elements)) + "\n")
        number += len(group)
    return "\n".join(blocks)


def dialogue_rows(
    found: Iterable[DialogueContents], elements: tuple[Element, ...]
) -> list[dict[str, object]]:
    """Return each dialogue with the elements that it holds."""
    return [
        {
            "dialogue": contents.dialogue.head.id,
            "holds": [element.id for element in elements if element.id in contents.elements],
        }
        for contents in found
    ]


def _block(group: tuple[DialogueContents, ...], before: int, elements: tuple[Element, ...]) -> Iterator[str]:
    numbers = range(before + 1, before + len(group) + 1)
    yield f"dialogues {numbers[0]} to {numbers[-1]}" if len(group) > 1 else f"dialogue {numbers[0]}"
    for number, contents in zip(numbers, group, strict=True):
        yield f"      {number}  {contents.dialogue.head.id}: {contents.dialogue.head.title}"
    first = max(len(element.name) for element in elements)
    yield f"      {'':{first}}" + "".join(f"{number:>{_WIDTH}}" for number in numbers)
    for element in elements:
        signs = ("x" if element.id in contents.elements else "·" for contents in group)
        yield f"      {element.name:{first}}" + "".join(f"{sign:>{_WIDTH}}" for sign in signs)
