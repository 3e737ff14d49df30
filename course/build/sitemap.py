"""The site map without dates: a page does not know when its words last changed, and no date is better than
a wrong one."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

NAME = "sitemap.xml"
_DATE = re.compile(rb"\s*<lastmod>[^<]*</lastmod>")


def remove_dates(site: Path) -> None:
    """Take the dates out of the site map and its compressed twin."""
    plain, compressed = site / NAME, site / f"{NAME}.gz"
    if not plain.is_file():
        return
    content = _DATE.sub(b"", plain.read_bytes())
    plain.write_bytes(content)
    if compressed.is_file():
        compressed.write_bytes(gzip.compress(content, mtime=0))
