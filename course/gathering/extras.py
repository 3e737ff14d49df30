"""What is installed only with an extra of this package."""

from __future__ import annotations

from importlib.util import find_spec

_BROUGHT_BY = {
    "distributed": "cluster",
    "fsspec": "cluster",
    "openpyxl": "cohort",
    "pyarrow": "cohort",
    "xlsxwriter": "cohort",
}


def how_to_install(library: str) -> str:
    """Say how to install a library; nothing if it is there."""
    if find_spec(library) is not None:
        return ""
    return f'install it with `pip install "imr-trainer-course[{_BROUGHT_BY[library]}]"`'
