"""The numbers of a profile: as Python computes them, as the table and as the picture show them."""

from __future__ import annotations

from playwright.sync_api import Page

from course.records.document import CompetencyEstimate, StrandEstimate
from tests.browser import profile_site
from tests.records.made import Raw

Lines = dict[str, list[str]]  # by competency and strand

STATES = {"shown": "shown", "not-yet": "not yet", "not-enough-evidence": "not enough evidence"}


def of_python(document: Raw) -> Lines:
    """Return what the table should say of each competency's lead strand; the others hold no answers here."""
    lines = {}
    leads = profile_site.leads()
    for one in profile_site.computed(document).competencies:
        lead = leads[one.competency_id]
        lines[f"{one.competency_id} {lead}"] = _cells(lead, _strand(one, lead))
    return lines


def _strand(one: CompetencyEstimate, strand: str) -> StrandEstimate:
    return one.knowledge if strand == "knowledge" else one.judgement


def _cells(strand: str, found: StrandEstimate) -> list[str]:
    named = [strand.capitalize(), STATES[found.state]]
    if found.n == 0:
        return [*named, "–none", "–none", "–none", "0", "0"]
    mean, low, high = (_level(milli) for milli in (found.mean_milli, found.low_milli, found.high_milli))
    numbers = [mean, f"{low} to {high}", _percent(found.probability_milli)]
    return [*named, *numbers, f"{found.n}", f"{found.units}"]


def _level(milli: int) -> str:
    return f"{(milli + 5) // 10 / 100:.2f}"


def _percent(milli: int) -> str:
    if 990 < milli < 1000:
        return "> 99 %"
    return "< 1 %" if 0 < milli < 10 else f"{(milli + 5) // 10} %"


def seen_in_picture(cells: list[str]) -> list[str]:
    """Return what of a line of the table is in the picture: strand, state, estimate with range, answers."""
    strand, state, mean, reach, _, answers, _ = cells
    count = "1 answer" if answers == "1" else f"{answers} answers"
    return [strand, state, *([f"{mean} {reach}", count] if answers != "0" else ["no answers yet"])]


def in_table(page: Page) -> Lines:
    """Return the first seven cells of every line."""
    read = (
        "lines => lines.map(line => [`${line.dataset.competency} ${line.dataset.strand}`,"
        " [...line.querySelectorAll('td')].slice(0, 7).map(cell => cell.textContent)])"
    )
    return dict(page.locator("tr[data-competency]").evaluate_all(read))


def in_picture(page: Page) -> Lines:
    """Return what stands in every row of the picture."""
    read = (
        "strands => strands.map(one => [`${one.closest('[data-competency]').dataset.competency}"
        " ${one.dataset.strand}`, [...one.querySelectorAll("
        "'.imr-strand-name, .imr-state, .imr-seen, .imr-answers, .imr-nothing')]"
        ".map(part => part.textContent)])"
    )
    found = dict(page.locator(".imr-groups [data-strand]").evaluate_all(read))
    # the state stands beside the band, before the figures
    return {name: [words[1], words[0], *words[2:]] for name, words in found.items()}
