"""Which units are suggested for what is weak, and why, in words that go to the trainer.

The browser has the same rules in `site_templates/runtime/desk/suggestions.ts`, and the words in
`site_templates/runtime/views/desk/assigning/reason_words.ts`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from course.desk.fidelity import Rates, band_of, findings
from course.model.framework import Instrument

LONGEST_REASON = 160  # longer reasons would make links that mail programs cut
BANDED: dict[str, Rates] = {"session": "session", "programme": "programme"}


@dataclass(frozen=True)
class Reason:
    """Why a unit is suggested: what was rated, and its score."""

    subject: str
    value_milli: int


@dataclass(frozen=True)
class SuggestedUnit:
    """A unit, with the weakest of its reasons at the front."""

    unit_id: str
    reasons: tuple[Reason, ...]


def suggestions(
    instruments: Sequence[Instrument], values: Mapping[str, int], units_for: Mapping[str, Sequence[str]]
) -> list[SuggestedUnit]:
    """Return the units for what is weak, those for the weakest at the front."""
    units: dict[str, list[Reason]] = {}
    for reason in _reasons(instruments, values):
        for unit in units_for.get(reason.subject, ()):
            units.setdefault(unit, []).append(reason)
    return [SuggestedUnit(unit, tuple(reasons)) for unit, reasons in units.items()]


def _reasons(instruments: Sequence[Instrument], values: Mapping[str, int]) -> list[Reason]:
    weak = dict.fromkeys(name for one in instruments for name in findings(one.items, values).weak)
    return sorted((Reason(name, values[name]) for name in weak), key=lambda reason: reason.value_milli)


@dataclass(frozen=True)
class Wording:
    """How reasons are said: the words of the desk, the names of what is rated, and numbers."""

    say: Callable[..., str]
    name_of: Callable[[str], str]
    decimal: Callable[[int], str]
    rates_of: Callable[[str], Rates]

    def reasons(self, reasons: Sequence[Reason]) -> str:
        """Say why, the weakest first, as far as there is room."""
        words = ""
        for reason in reasons:
            longer = f"{words}; {self._one(reason)}" if words else self._one(reason)
            if _length(longer) > LONGEST_REASON:
                break
            words = longer
        return words

    def _one(self, reason: Reason) -> str:
        band = band_of(reason.value_milli, self.rates_of(reason.subject))
        return self.say(
            "run.desk.reason_weak",
            name=self.name_of(reason.subject),
            score=self.decimal(hundredths(reason.value_milli)),
            band=self.say(f"run.desk.band_{band.replace('-', '_')}"),
        )


def hundredths(milli: int) -> int:
    """Round a score; one just below a whole number is not rounded up to it, because bands begin there."""
    rounded = (milli + 5) // 10
    return rounded - 1 if rounded % 100 == 0 and milli < rounded * 10 else rounded


def _length(text: str) -> int:
    """Count as browsers do, in UTF-16."""
    return len(text.encode("utf-16-le")) // 2
