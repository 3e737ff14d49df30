"""Placeholders in HTML that is rendered once for several pages; each page fills in its own values.

They are noncharacters of Unicode, which no author may write (`course.source`).
The browser knows the first two, because some of its pages put a set of items together.
"""

from __future__ import annotations

NUMBER = "\ufdd0"  # of an item in its set
TOTAL = "\ufdd1"  # how many items the set has
BREAK = "\ufdd2"  # between two items
ROOT = "\ufdd3"  # the relative path to the root of the site
BANK = "\ufdd4"  # the id of the set


def fill_in(html: str, page: str, bank: str) -> str:
    """Fill in the path from a page to the root, as short as possible, and the id of the set."""
    here = page[: page.rfind("/") + 1]
    html = html.replace(f"{ROOT}{page}#", "#")
    if here:
        html = html.replace(f"{ROOT}{here}", "")
    return html.replace(ROOT, "../" * page.count("/")).replace(BANK, bank)


def numbered(html: str, number: int, total: int) -> str:
    """Fill in the number of an item in its set, and how many the set has."""
    return html.replace(NUMBER, f"{number}").replace(TOTAL, f"{total}")
