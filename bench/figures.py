"""The figures to hold and to aim for, and what of them was measured."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    """A figure that must not be exceeded, and one to come down to; `form` prints them."""

    work: str
    form: str
    hold: float
    aim: float | None = None

    def row(self, measured: float | None, note: str = "") -> str:
        """Return a line of the table of goals."""
        if measured is None:
            cells = ["not measured", f"≤ {self._said(self.hold)}", "", self._aim(), ""]
        else:
            held = "yes" if measured <= self.hold else "**no**"
            reached = "" if self.aim is None else "yes" if measured <= self.aim else "no"
            shown = f"{self._said(measured)}{f' {note}' if note else ''}"
            cells = [shown, f"≤ {self._said(self.hold)}", held, self._aim(), reached]
        return f"| {self.work} | {' | '.join(cells)} |"

    def _aim(self) -> str:
        return "" if self.aim is None else f"≤ {self._said(self.aim)}"

    def _said(self, figure: float) -> str:
        return self.form.format(figure)


HEAD = ("| Work | Measured | Hold | Holds | Aim | Reached |", "|---|---:|---:|---|---:|---|")

GOALS = {
    "compile": Goal("Compile without site engine, CPU per lesson at 300 lessons", "{:.2f} ms", 20, 8),
    "build": Goal(
        "`course build` with Material, CPU beside Material with mkdocs-quiz, 300 lessons",
        "{:.2f} ×",
        0.8,
        0.5,
    ),
    "again": Goal("Nothing changed, build again, 300 lessons, wall", "{:.2f} s", 0.25),
    "memory": Goal("Peak memory growth per lesson, compile without site engine", "{:.0f} kB", 180, 60),
    "memory-build": Goal("Peak memory growth per lesson, `course build`, engine included", "{:.0f} kB", 450),
    "version": Goal("`course --version`, wall", "{:.0f} ms", 150),
    "learner": Goal("`learner.js`, gzip", "{:.1f} kB", 24, 18),
    "click-95": Goal("Check click to verdict painted, beside mkdocs-quiz, p95", "{:.2f} ×", 1),
    "script": Goal("Our own script time for one Check, 4× slowed CPU, 8 items", "{:.1f} ms", 10, 5),
    "script-100": Goal("Our own script time for one Check, 4× slowed CPU, 100 items", "{:.1f} ms", 10, 5),
    "step": Goal("Our own script time for one step, 4× slowed CPU", "{:.1f} ms", 16),
    "visit": Goal("First visit, gzip, lesson with 8 items, search index apart", "{:.1f} kB", 120, 40),
    "visit-requests": Goal("First visit, requests", "{:.0f}", 12),
    "search": Goal("Sentences of questions found in the search index", "{:.0f}", 0),
    "cohort": Goal("1,000 records of a finished course to the supervisor's table, wall", "{:.1f} s", 20),
    "cohort-task": Goal("The longest task of the page meanwhile", "{:.0f} ms", 200),
    "cohort-memory": Goal("The memory of the page's process meanwhile, with its workers", "{:.0f} MB", 500),
    "cohort-cli": Goal("100,000 record files of 20 kB with `course cohort`, wall", "{:.0f} s", 60),
    "cohort-cli-cpu": Goal("100,000 record files of 20 kB with `course cohort`, CPU", "{:.0f} s", 100),
    "cohort-cli-memory": Goal(
        "100,000 record files of 20 kB with `course cohort`, peak memory", "{:.0f} MB", 300
    ),
}
