"""The HTML of items: made once for each bank, and put on every page that shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from course.model.items import Bank, Case, Frame, Item, items_of
from course.targets.site.cached_templates import CachedTemplates
from course.targets.site.placeholders import BANK, BREAK, fill_in, numbered
from course.targets.site.quizzes import QuizViews
from course.targets.site.templates import Templates, View
from course.targets.site.typesetting import Typesetter


@dataclass(frozen=True)
class Made:
    """An item, and its line in the key on paper, with placeholders for what differs between pages."""

    item: str
    key: str

    def numbered(self, number: int, total: int) -> Made:
        return Made(numbered(self.item, number, total), numbered(self.key, number, total))


@dataclass(frozen=True)
class Placed:
    """How a bank is placed in a lesson: the order of its items, those placed singly, and its own place."""

    order: Sequence[str]
    alone: Set[str]
    has_place: bool


class ItemHtml:
    """The HTML of the items of one course."""

    def __init__(
        self, quizzes: QuizViews, typesetter: Typesetter, cached: CachedTemplates, templates: Templates
    ) -> None:
        self._quizzes = quizzes
        self._html = typesetter.html
        self._cached = cached
        self._templates = templates
        self._unit = ""
        self._made: dict[str, dict[str, Made]] = {}

    def bank(self, bank: Bank, page: str, placed: Placed) -> Markup:
        """Return the questions of a bank for its lesson, without those that stand alone."""
        ready = self._ready(bank, placed)
        entries: list[Markup] = []
        for entry in bank.entries:
            items = [item for item in items_of(entry) if item.id not in placed.alone]
            if isinstance(entry, Item):
                entries += [Markup(ready[item.id].item) for item in items]
            elif items:
                entries.append(self._frame(entry, entry.id, items, ready, page))
        total = len(set(placed.order) - placed.alone)
        view = {"id": bank.id, "title": bank.title, "total": total, "entries": entries}
        html = self._templates.page("items/bank.html.jinja", bank=view, keys=_keys(ready))
        return Markup(fill_in(html, page, bank.id))

    def question(self, bank: Bank, page: str, placed: Placed, name: str) -> Markup:
        """Return one question that is placed singly, within its frame if it has one."""
        ready = self._ready(bank, placed)
        entry = next(entry for entry in bank.entries if any(item.id == name for item in items_of(entry)))
        html = Markup(ready[name].item)
        if not isinstance(entry, Item):
            items = [item for item in entry.items if item.id == name]
            html = self._frame(entry, f"{entry.id}-{name}", items, ready, page)
        made = self._templates.page(
            "items/question.html.jinja",
            bank={"id": bank.id, "title": bank.title},
            entry=html,
            stands_for_bank=not placed.has_place and placed.order[-1] == name,
            keys=_keys(ready),
        )
        return Markup(fill_in(made, page, bank.id))

    def _ready(self, bank: Bank, placed: Placed) -> dict[str, Made]:
        """Return the items of a bank with their numbers, in the order in which the lesson shows them."""
        made, total = self._of(bank), len(placed.order)
        return {name: made[name].numbered(number, total) for number, name in enumerate(placed.order, start=1)}

    def separate(self, bank: Bank, page: str, name: str) -> Iterator[tuple[str, str]]:
        """Yield id and HTML of each item, within its frame if it has one, for a set that a page makes.

        `name` is that of the set. The placeholders of the item's number stay.
        """
        made = self._of(bank)
        for entry in bank.entries:
            if isinstance(entry, Item):
                yield entry.id, fill_in(made[entry.id].item, page, name)
            else:
                for item in entry.items:
                    html = str(self._frame(entry, f"{entry.id}-{item.id}", (item,), made, page))
                    yield item.id, fill_in(html, page, name)

    def _frame(
        self, frame: Frame, name: str, items: Sequence[Item], made: dict[str, Made], page: str
    ) -> Markup:
        view: View = {
            "id": name,
            "title": frame.title,
            "items": [Markup(made[item.id].item) for item in items],
        }
        if isinstance(frame, Case):
            view["vignette_html"] = self._html(frame.vignette, page)
            return self._templates.page("items/case.html.jinja", case=view)
        view["options"] = self._quizzes.listed(frame, page)
        return self._templates.page("items/option_list.html.jinja", case=view)

    def _of(self, bank: Bank) -> dict[str, Made]:
        """Return the items of a bank by id; those of one unit are held while its pages are written."""
        if bank.unit.id != self._unit:
            self._unit, self._made = bank.unit.id, {}
        if bank.id not in self._made:
            self._made[bank.id] = self._make(bank)
        return self._made[bank.id]

    def _make(self, bank: Bank) -> dict[str, Made]:
        values: dict[str, Any] = {"bank": {"id": BANK}, "separator": BREAK}
        html = self._cached.page("items/items.html.jinja", items=self._quizzes.once(bank), **values)
        parts = str(html).split(BREAK)
        names = [item.id for item in bank.items()]
        pairs = zip(parts[:-1:2], parts[1::2], strict=True)
        return {name: Made(*pair) for name, pair in zip(names, pairs, strict=True)}


def _keys(ready: dict[str, Made]) -> list[Markup]:
    return [Markup(one.key) for one in ready.values()]
