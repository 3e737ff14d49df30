"""The part `browser`: bytes, first visit, from click to verdict, script time, restoring, search index."""

from __future__ import annotations

from statistics import median

from playwright.sync_api import Browser

from bench import machine
from bench.browser import clicks, restoring, search_index, steps, visits, weights
from bench.browser.bare_form import bare_page
from bench.browser.opening import opened
from bench.browser.server import serving
from bench.browser.sites import LONG, Sites, build_sites
from bench.measuring import percentile
from bench.peers.environments import PEERS
from bench.report import Found, kilobytes, table

_BARE = "bare.html"

_PAINT = """\
All pages hold the same words.
The bare one has no style, and on submit shows the word “Checked.” and the explanation of what was chosen.
Each click is a real mouse event.
The time runs from the event's own time stamp to the first task after the animation frame that follows \
the verdict's becoming visible, so layout and paint of that frame are in it.
Ours writes the response to disk (a strict transaction) before it shows the verdict; mkdocs-quiz checks a \
question with one answer when one is chosen, and stores without waiting."""

_SCRIPT = """\
Chromium's own count (`ScriptDuration`, `TaskDuration`) from the press of the mouse until 0.6 s later, \
on a CPU slowed four times; it counts every script of the page, the theme's too."""


_STEP = """\
From the press of Next until 0.5 s later, in the time of the page's thread, without the theme's script: \
what our own do to show the next step, give it its address and put the focus on its heading."""


def run(lessons: int, count: int, rounds: int) -> Found:
    """Measure on a course of so many lessons, and tell."""
    where = machine.described()
    sites = build_sites(lessons)
    (sites.ours / _BARE).write_text(bare_page((sites.ours / sites.lesson).read_text()))
    with opened() as browser:
        texts, figures, notes = _measured(browser, sites, count, rounds)
        beside = PEERS["material"].versions
        head = f"{where}\nChromium {browser.version}; course of {lessons} lessons; beside {beside}."
    figures |= {"learner": weights.learner_gzip(sites) / 1000}
    figures |= {"search": search_index.quiz_texts_found(sites, sites.ours)}
    alone = kilobytes(weights.bundle_gzip())
    notes |= {"learner": f"({alone} kB without the words and the units of {lessons} lessons)"}
    sections = [head, "### Bytes of scripts and styles", weights.section(sites), *texts]
    sections += ["### Search index", search_index.section(sites)]
    return Found("\n\n".join(sections), figures, notes)


def _measured(
    browser: Browser, sites: Sites, count: int, rounds: int
) -> tuple[list[str], dict[str, float], dict[str, str]]:
    print("first visits", flush=True)
    ours, theirs = (
        visits.visit(browser, site, page)
        for site, page in ((sites.ours, sites.lesson), (sites.material, sites.their_lesson))
    )
    figures: dict[str, float] = {"visit": ours.size / 1000, "visit-requests": len(ours.fetched)}
    texts = ["### First visit", visits.section(sites, ours, theirs)]
    with serving(sites.ours) as server, serving(sites.material) as peer:
        texts += _clicks(browser, sites, server.address, peer.address, count, figures)
        texts += _scripts(browser, sites, server.address, count, figures)
        texts += _steps(browser, f"{server.address}/{sites.lesson}", count, figures)
        texts += _restored(browser, sites, server.address, rounds)
    notes = {"visit": f"(Material with mkdocs-quiz {kilobytes(theirs.size)} kB)"}
    notes["visit-requests"] = f"(Material with mkdocs-quiz {len(theirs.fetched)})"
    return texts, figures, notes


def _clicks(
    browser: Browser, sites: Sites, address: str, theirs: str, count: int, figures: dict[str, float]
) -> list[str]:
    print(f"{count} clicks on each page", flush=True)
    pages = (f"{address}/{sites.lesson}", f"{address}/{_BARE}", f"{theirs}/{sites.their_lesson}")
    found = clicks.paint_times(browser, *pages, count)
    rows = []
    for share in (0.5, 0.95):
        times = [percentile(one, share) for one in (found.ours, found.theirs, found.bare)]
        ratios = [times[0] / one for one in times[1:]]
        rows.append(
            (f"p{share * 100:.0f}", *(f"{one:.1f}" for one in times), *(f"{one:.2f}" for one in ratios))
        )
    figures["click-95"] = ratios[0]
    head = (
        f"Click to painted verdict, {len(found.ours)}, {len(found.theirs)} and {len(found.bare)} clicks",
        "ours ms",
        "mkdocs-quiz ms",
        "bare ms",
        "beside mkdocs-quiz",
        "beside bare",
    )
    return ["### From Check to verdict", _PAINT, table(head, rows)]


def _scripts(
    browser: Browser, sites: Sites, address: str, count: int, figures: dict[str, float]
) -> list[str]:
    print("scripts on a slowed CPU", flush=True)
    few = min(count, 40)
    rows = []
    with serving(sites.long) as long:
        pages = (
            ("8 items", "script", f"{address}/{sites.lesson}"),
            (f"{LONG} items", "script-100", f"{long.address}/{sites.long_lesson}"),
            ("bare form, 8 items", "", f"{address}/{_BARE}"),
        )
        for name, figure, page in pages:
            found = clicks.script_times(browser, page, few)
            figures |= {figure: median(found.script)} if figure else {}
            script, task = found.script, found.task
            shown = (median(script), percentile(script, 0.95), median(task), percentile(task, 0.95))
            rows.append((name, *(f"{each:.1f}" for each in shown)))
    head = (f"One Check at 4× slowed CPU, {few} clicks", "script p50 ms", "p95", "all work p50 ms", "p95")
    return ["### Script time of one Check", _SCRIPT, table(head, rows)]


def _steps(browser: Browser, address: str, count: int, figures: dict[str, float]) -> list[str]:
    print("steps on a slowed CPU", flush=True)
    found = steps.step_times(browser, address, few := min(count, 40))
    script, task = found.script, found.task
    figures["step"] = median(script)
    shown = (median(script), percentile(script, 0.95), median(task), percentile(task, 0.95))
    head = (f"Next at 4× slowed CPU, {few} steps", "script p50 ms", "p95", "all work p50 ms", "p95")
    return [
        "### Script time of one step",
        _STEP,
        table(head, [("8 items", *(f"{each:.1f}" for each in shown))]),
    ]


def _restored(browser: Browser, sites: Sites, address: str, rounds: int) -> list[str]:
    print(f"restoring {restoring.EVENTS} events", flush=True)
    empty, full = restoring.restore_times(browser, sites, address, rounds)
    without, having = median(empty), median(full)
    head = (f"From the start of the visit to every question restored, medians of {rounds}", "ms")
    rows = (
        ("nothing kept", f"{without:.0f}"),
        (f"a record of {restoring.EVENTS:,} events", f"{having:.0f}"),
        ("difference", f"{having - without:.0f}"),
    )
    return ["### Restoring a long record", table(head, rows)]
