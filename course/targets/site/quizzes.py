"""Banks as their templates want them: numbered, lettered, scrambled, with the key for the script."""

from __future__ import annotations

import string
from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar, assert_never

from markupsafe import Markup

from course.model.items import (
    Bank,
    BestWorst,
    Choose,
    Frame,
    Item,
    ListedOption,
    Match,
    Option,
    OptionList,
    Order,
    Target,
)
from course.model.prose import Prose
from course.records import item_hash
from course.records.course_keys import key_of
from course.targets.site.addresses import Addresses
from course.targets.site.interface import Interface
from course.targets.site.json_text import compact
from course.targets.site.placeholders import NUMBER, ROOT, TOTAL
from course.targets.site.templates import View
from course.targets.site.typesetting import Typesetter

Part = TypeVar("Part")
ListPart = TypeVar("ListPart", Option, ListedOption)
_VERDICTS = ("proficient", "violation")
FEW_OPTIONS = 5  # as radio buttons side by side; more are a select


class QuizViews:
    """The views of the banks of one course."""

    def __init__(self, addresses: Addresses, typesetter: Typesetter, interface: Interface) -> None:
        self._addresses = addresses
        self._html = typesetter.html
        self._words = interface

    def bank(self, bank: Bank, page: str) -> View:
        """Return what the template of a bank needs."""
        items = list(bank.items())
        numbers = {item.id: number for number, item in enumerate(items, start=1)}

        def view(item: Item) -> View:
            return self._item(item, page, numbers[item.id], len(items))

        entries: list[View] = []
        for entry in bank.entries:
            if isinstance(entry, Item):
                entries.append({"kind": "item", "item": view(entry)})
            else:
                views = [view(item) for item in entry.items]
                entries.append({"title": entry.title, "items": views, **self._frame(entry, page)})
        return {"id": bank.id, "title": bank.title, "total": len(items), "entries": entries}

    def once(self, bank: Bank) -> list[View]:
        """Return the items of a bank with placeholders for what differs between pages."""
        return [self._item(item, ROOT, NUMBER, TOTAL) for item in bank.items()]

    def _item(self, item: Item, page: str, number: int | str, total: int | str) -> View:
        return {
            "id": item.id,
            "number": number,
            "total": total,
            "hash": item_hash(item),
            "type": item.type,
            "harm": item.harm,
            "if_time": item.if_time,
            "situation_html": self._html(item.situation, page),
            "is_shown_something": _shows_something(item.situation),
            "prompt_html": self._html(item.prompt, page),
            "explanation_html": self._html(item.explanation, page),
            "taught": self._addresses.taught(item.section, page) if item.section else None,
            **self._interaction(item, page),
        }

    def _frame(self, frame: Frame, page: str) -> View:
        if isinstance(frame, OptionList):
            return {"kind": "list", "options": self.listed(frame, page)}
        return {"kind": "case", "vignette_html": self._html(frame.vignette, page)}

    def listed(self, frame: OptionList, page: str) -> list[View]:
        """Return the options of a list in the order in which all its stems show them."""
        return [
            {"id": option.id, "letter": letter, "html": self._html(option.text, page)}
            for letter, option in zip(string.ascii_uppercase, in_list(frame.options), strict=False)
        ]

    def _interaction(self, item: Item, page: str) -> View:
        interaction = item.interaction
        match interaction:
            case Choose():
                return self._choose(interaction, page)
            case Order():
                return self._order(interaction, item.id, page)
            case Match():
                return self._match(interaction, item, page)
            case BestWorst():
                return self._best_worst(interaction, page)
        assert_never(interaction)

    def _choose(self, choose: Choose, page: str) -> View:
        shown = in_list(choose.options) if choose.is_listed else choose.options
        options = [
            {
                "id": option.id,
                "letter": letter,
                "html": self._html(option.text, page),
                "plain": option.text.plain,
                "is_key": option.is_key,
                "feedback_html": self._html(option.feedback, page),
            }
            for letter, option in zip(string.ascii_uppercase, shown, strict=False)
        ]
        return {
            "kind": "listed" if choose.is_listed else "choose",
            "is_short": len(options) <= FEW_OPTIONS,
            "key_json": compact(key_of(choose)),
            "many": choose.many,
            "options": options,
        }

    def _order(self, order: Order, name: str, page: str) -> View:
        right = [{"id": step.id, "html": self._html(step.text, page)} for step in order.steps]
        return {
            "kind": "order",
            "key_json": compact(key_of(order)),
            "right_steps": right,
            "shown_steps": scrambled(right, name),
            "feedback_html": self._html(order.feedback, page),
        }

    def _match(self, match: Match, item: Item, page: str) -> View:
        shown = match.targets if match.shared else scrambled(match.targets, item.id)
        targets = {
            target.id: {"id": target.id, "letter": letter, **self._target_words(target, page)}
            for letter, target in zip(string.ascii_uppercase, shown, strict=False)
        }
        cards = [
            {
                "id": card.id,
                "html": self._html(card.text, page),
                "target": card.target,
                "target_letter": targets[card.target]["letter"],
                "target_html": targets[card.target]["html"],
                "feedback_html": self._html(card.feedback, page),
            }
            for card in match.cards
        ]
        return {
            "kind": "match",
            "key_json": compact(key_of(match)),
            "shared": match.shared,
            "all_or_nothing": match.all_or_nothing,
            "cards": cards,
            "targets": list(targets.values()),
        }

    def _best_worst(self, best_worst: BestWorst, page: str) -> View:
        replies = [
            {
                "id": reply.id,
                "letter": letter,
                "html": self._html(reply.text, page),
                "best": reply.best,
                "worst": reply.worst,
                "is_best": best_worst.is_judged and reply.id in best_worst.bests,
                "is_worst": best_worst.is_judged and reply.id in best_worst.worsts,
                "feedback_html": self._html(reply.feedback, page),
            }
            for letter, reply in zip(string.ascii_uppercase, best_worst.replies, strict=False)
        ]
        return {
            "kind": "best-worst",
            "key_json": compact(key_of(best_worst)),
            "experts": best_worst.experts,
            "is_judged": best_worst.is_judged,
            "replies": replies,
        }

    def _target_words(self, target: Target, page: str) -> View:
        if target.id in _VERDICTS:
            words = self._words(f"item.{target.id}")
            return {"html": Markup.escape(words), "plain": words}
        return {"html": self._html(target.text, page), "plain": target.text.plain}


def in_list(options: Sequence[ListPart]) -> list[ListPart]:
    """Return the options of a list in one order for all its stems, which name them by letter."""
    return scrambled(options, "/".join(option.id for option in options))


def _shows_something(situation: Prose) -> bool:
    """Say whether more than words comes before a question, which no description can read aloud in one go."""
    has_table = any(isinstance(piece, str) and "<table" in piece for piece in situation.pieces)
    return has_table or any(situation.artefacts()) or any(situation.figures())


def scrambled(parts: Sequence[Part], seed: str) -> list[Part]:
    """Return the parts in an order that depends on the seed only and is never the given one."""
    order = sorted(range(len(parts)), key=lambda number: sha256(f"{seed}/{number}".encode()).digest())
    if order == sorted(order) and len(order) > 1:
        order = order[1:] + order[:1]
    return [parts[number] for number in order]
