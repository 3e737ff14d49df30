"""Signs in HTML that is made once and comes to several pages: each page puts what is its own in their place.

They are noncharacters of Unicode, which no author may write (`course.source`).
The browser knows the first two, where a page of the learner's own puts a set of items together.
"""

from __future__ import annotations

NUMBER = "\ufdd0"  # of an item in its set
TOTAL = "\ufdd1"  # how many items the set has
BREAK = "\ufdd2"  # between two items
ROOT = "\ufdd3"  # the way to the root of the site
BANK = "\ufdd4"  # the id of the set


def put_on_page(html: str, page: str, bank: str) -> str:
    """Fill in the way from a page to the root, as short as it can be, and the set that the items are in."""
    here = page[: page.rfind("/") + 1]
    html = html.replace(f"{ROOT}{page}#", "#")
    if here:
        html = html.replace(f"{ROOT}{here}", "")
    return html.replace(ROOT, "../" * page.count("/")).replace(BANK, bank)


def numbered(html: str, number: int, total: int) -> str:
    """Fill in the number of an item and of how many."""
    return html.replace(NUMBER, f"{number}").replace(TOTAL, f"{total}")
